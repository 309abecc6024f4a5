import config from "./jest.config.mjs";

export default { ...config, testEnvironmentOptions: { customExportConditions: ["node"] } };

import config from "./jest.config.mjs";

export default { ...config, setupFiles: ["whatwg-fetch"] };

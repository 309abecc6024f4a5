export default {
  input: "./openapi.json",
  output: { path: "./out" },
  plugins: ["@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk"],
  logs: { file: false },
};

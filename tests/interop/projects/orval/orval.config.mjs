export default {
  client: {
    input: "./openapi.json",
    output: { target: "./out/client.ts", client: "fetch", baseUrl: { getBaseUrlFromSpecification: true } },
  },
  zod: { input: "./openapi.json", output: { target: "./out/zod.ts", client: "zod" } },
};

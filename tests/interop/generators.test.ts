import { describe, expect, test } from "vitest";
import { examples } from "../../generated/examples.ts";
import { callsOf, named, projectOf } from "./project.ts";

const loan = examples.getCreditLoanBasicInfo.success;
const token = examples.checkToken.valid;
/** fetch refuses a GET with a body before it sends anything: Fetch Standard, 5.4. */
const refusedByFetch = expect.stringContaining("GET/HEAD method cannot have body") as string;

describe("클라이언트를 만드는 도구", () => {
  const byFetch = { get: refusedByFetch, post: loan, token };
  const generators: { tool: string; template: string; generate: string[]; calls: Record<string, unknown> }[] = [
    {
      tool: "@hey-api/openapi-ts",
      template: "hey-api",
      generate: ["@hey-api/openapi-ts/dist/run.mjs", "-f", "openapi-ts.config.mjs"],
      calls: byFetch,
    },
    {
      tool: "orval",
      template: "orval",
      generate: ["orval/dist/bin/orval.mjs", "--config", "orval.config.mjs"],
      calls: { ...byFetch, valid: true, invalid: false },
    },
    { tool: "@kubb/plugin-client", template: "kubb", generate: ["generate.mjs"], calls: byFetch },
    {
      tool: "swagger-typescript-api",
      template: "swagger-typescript-api",
      generate: [".bin/swagger-typescript-api", "generate", "-p", "openapi.json", "-o", "out", "-n", "api.ts"],
      calls: byFetch,
    },
    {
      tool: "openapi-typescript-codegen",
      template: "openapi-typescript-codegen",
      generate: ["openapi-typescript-codegen/bin/index.js", "--input", "openapi.json", "--output", "out"],
      calls: byFetch,
    },
    // axios sends the documented GET by node:http.
    {
      tool: "openapi-zod-client",
      template: "openapi-zod-client",
      generate: [".bin/openapi-zod-client", "openapi.json", "-o", "out.ts"],
      calls: { get: loan, post: loan, token },
    },
  ];

  for (const { tool, template, generate, calls } of generators) {
    test(`${named(tool)} · 결과`, async ({ annotate }) => {
      const project = projectOf(template);
      const [file = "", ...args] = generate;
      await project.run(file, ...args);
      expect(await callsOf(project)).toEqual(calls);
      await annotate(
        calls["get"] === loan ? "GET, POST, tokencheck 호출" : "POST, tokencheck 호출, 본문을 실은 GET은 fetch가 거부",
      );
    });
  }
});

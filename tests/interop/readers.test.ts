import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { examples } from "../../generated/examples.ts";
import { operationsOf } from "../../scripts/bundle/openapi.ts";
import { api, credentials } from "../support/bundle.ts";
import { callsOf, named, projectOf } from "./project.ts";

const loan = examples.getCreditLoanBasicInfo.success;
const token = examples.checkToken.valid;

describe("문서를 읽는 도구", () => {
  test(`${named("@apidevtools/swagger-parser")} · 결과`, async () => {
    const { stdout } = await projectOf("swagger-parser").run("main.mjs");
    expect(JSON.parse(stdout)).toEqual({ openapi: api.openapi, paths: Object.keys(api.paths) });
  });

  test(`${named("ng-openapi-gen")} · 결과`, async ({ annotate }) => {
    const { dir, run } = projectOf("ng-openapi-gen");
    await run(".bin/ng-openapi-gen", "-i", "openapi.json", "-o", "out", "--services", "true");
    const written = ["credit-loan", "auth"].map((tag) =>
      readFileSync(join(dir, `out/services/${tag}.service.ts`), "utf8"),
    );
    for (const { operation } of operationsOf(api))
      expect(written.filter((service) => service.includes(`  ${operation.operationId}(`))).toHaveLength(1);
    await annotate("서비스마다 클래스 하나");
  });

  test(`${named("msw-auto-mock")} · 결과`, async () => {
    const project = projectOf("msw-auto-mock");
    await project.run(
      ".bin/msw-auto-mock",
      "openapi.json",
      "-o",
      "out",
      "--typescript",
      "--codes",
      "200,201",
      "--base-url",
    );
    const envelope = [200, ["dataHeader", "dataBody"]];
    expect(await callsOf(project)).toEqual([envelope, envelope]);
  });

  test(`${named("@mswjs/source")} · 결과`, async ({ annotate }) => {
    // It makes a handler of each server, and takes the variables of the second as they are written.
    const broken = [500, expect.objectContaining({ message: expect.stringContaining("parameter name") as string })];
    expect(await callsOf(projectOf("mswjs-source"))).toEqual({
      first: [
        [200, loan],
        [200, token],
      ],
      all: [broken, broken],
    });
    await annotate("첫 번째 서버만 남기면 통과, 변수가 있는 서버에서는 오류");
  });

  test(`${named("openapi-backend")} · 결과`, async ({ annotate }) => {
    expect(await callsOf(projectOf("openapi-backend"))).toEqual({
      // It holds any document against the schema of OpenAPI 3.0.
      strict: expect.stringMatching(/"summary"[^]*"identifier"/) as string,
      get: { status: 200, mock: loan },
      post: { status: 200, mock: loan },
      invalid: { status: 400 },
    });
    await annotate("quick: true로 사용, 없으면 3.1을 3.0으로 검사해 거부");
  });

  test(`${named("@readme/oas-to-snippet")} · 결과`, async () => {
    const { stdout } = await projectOf("oas-to-snippet").run("main.mjs");
    const snippets = JSON.parse(stdout) as Record<string, string>;
    for (const [name, snippet] of Object.entries(snippets)) {
      expect(snippet).toContain(`--request ${name === "post" ? "POST" : "GET"}`);
      expect(snippet).toContain(inject("interopSandbox"));
      for (const [header, value] of Object.entries(credentials))
        if (name !== "token" || header !== "secretKey")
          expect(snippet.toLowerCase()).toContain(`${header}: ${value}`.toLowerCase());
      expect(snippet.includes("--data")).toBe(name !== "token");
    }
  });
});

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { operationsOf } from "../../scripts/bundle/openapi.ts";
import { root } from "../../scripts/lib/paths.ts";
import { api, credentials } from "../support/bundle.ts";
import { named, projectOf } from "./project.ts";

interface Collection {
  item: (Collection | { request: { auth?: object; header: { key: string; value: string }[] } })[];
}

interface Run {
  run: { executions: { request: { method: string }; response: { code: number; stream: { data: number[] } } }[] };
}

describe("샌드박스를 호출하는 도구", () => {
  test(`${named("dredd")} · 결과`, async ({ annotate }) => {
    const { run } = projectOf("dredd");
    const { stdout } = await run(
      "dredd/bin/dredd",
      "openapi.json",
      inject("interopSandbox"),
      "--hookfiles",
      join(root, "scripts/publish/package/dredd-hooks.cjs"),
      "--loglevel",
      "error",
      ...Object.entries(credentials).flatMap(([name, value]) => ["--header", `${name}: ${value}`]),
    );
    // An answer of each media type of each status.
    const answers = operationsOf(api).flatMap(({ operation }) =>
      Object.values(operation.responses).flatMap(mediaTypes),
    );
    expect(stdout).toContain(`${answers.length} passing, 0 failing, 0 errors, 0 skipped, ${answers.length} total`);
    await annotate(`패키지의 훅으로 ${answers.length}/${answers.length}`);
  });

  test(`${named("openapi-to-postmanv2")}, ${named("newman")} · 결과`, async ({ annotate }) => {
    const { dir, run } = projectOf("postman");
    await run(
      ".bin/openapi2postmanv2",
      ...["-s", "openapi.json", "-o", "collection.json"],
      ...["-O", "parametersResolution=Example,disableBodyPruning=true"],
    );
    const file = join(dir, "collection.json");
    const executions = async (): Promise<[string, number][]> => {
      await run(".bin/newman", "run", "collection.json", "--reporters", "json", "--reporter-json-export", "run.json");
      const { run: made } = JSON.parse(readFileSync(join(dir, "run.json"), "utf8")) as Run;
      return made.executions.map(({ request, response }) => [request.method, response.code]);
    };
    const methods = operationsOf(api).map(({ method }) => method.toUpperCase());
    // Of several keys that are needed together the converter keeps one.
    expect(await executions()).toEqual(methods.map((method) => [method, 401]));
    const collection = JSON.parse(readFileSync(file, "utf8")) as Collection;
    withHeaders(collection, credentials);
    writeFileSync(file, JSON.stringify(collection));
    expect(await executions()).toEqual(methods.map((method) => [method, 200]));
    await annotate("키 하나만 옮기므로 요청의 헤더에 키를 더한 뒤 통과, 본문을 실은 GET 포함");
  });
});

function mediaTypes(response: object): string[] {
  const { $ref = "" } = response as { $ref?: string };
  const { responses } = api.components as unknown as { responses: Record<string, { content: object }> };
  const { content } =
    $ref === "" ? (response as { content: object }) : (responses[$ref.split("/").at(-1) ?? ""] ?? { content: {} });
  return Object.keys(content);
}

/** Gives every request of a collection these headers in place of its authentication, as a user does in Postman. */
function withHeaders({ item }: Collection, headers: Record<string, string>): void {
  for (const one of item) {
    if ("item" in one) withHeaders(one, headers);
    else {
      delete one.request.auth;
      one.request.header.push(...Object.entries(headers).map(([key, value]) => ({ key, value })));
    }
  }
}

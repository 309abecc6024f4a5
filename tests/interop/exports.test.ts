import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { examples } from "../../generated/examples.ts";
import { named, projectOf } from "./project.ts";

interface Run {
  run: {
    executions: { item: { name: string }; assertions?: { assertion: string; error?: object }[] }[];
    failures: object[];
  };
}

interface Sent {
  requests: { title: string; response?: { statusCode: number } }[];
}

interface Collection {
  item: { item: { name: string }[] }[];
}

describe("내보낸 파일을 여는 도구", () => {
  test(`${named("newman")} · woori.postman_collection.json`, async ({ annotate }) => {
    const files = ["woori.postman_collection.json", "woori.postman_environment.json"] as const;
    const { dir, run } = projectOf("postman-export", ...files);
    await run(
      ".bin/newman",
      ...["run", files[0], "--environment", files[1]],
      ...["--reporters", "json", "--reporter-json-export", "run.json"],
    );
    const { executions, failures } = (JSON.parse(readFileSync(join(dir, "run.json"), "utf8")) as Run).run;
    const { item } = JSON.parse(readFileSync(join(dir, files[0]), "utf8")) as Collection;
    expect(failures).toEqual([]);
    expect(executions.map((one) => one.item.name)).toEqual(
      item.flatMap((folder) => folder.item.map(({ name }) => name)),
    );
    expect(executions.filter(({ assertions = [] }) => assertions.length === 0)).toEqual([]);
    await annotate(
      `요청 ${executions.length}개, 테스트 ${executions.flatMap(({ assertions = [] }) => assertions).length}개 통과`,
    );
  });

  test(`${named("httpyac")} · woori.http`, async ({ annotate }) => {
    const { dir, run } = projectOf("httpyac", "woori.http");
    const { requests } = JSON.parse(
      (await run("httpyac/bin/httpyac.js", "send", "woori.http", "--all", "--json")).stdout,
    ) as Sent;
    const promised = [...readFileSync(join(dir, "woori.http"), "utf8").matchAll(/^### (.*)\n# 상태 코드는 (\d+)/gm)];
    expect(requests.map(({ title, response }) => [title, response?.statusCode])).toEqual(
      promised.map(([, title, status]) => [title, Number(status)]),
    );
    await annotate(`요청 ${requests.length}개가 파일에 있는 상태 코드를 받음`);
  });
});

describe("3.1 명세를 쓰지 못하는 도구", () => {
  const operations = ["postCreditLoanBasicInfo", "checkToken"];

  test(`${named("openapi-enforcer")} · openapi-3.0.json`, async ({ annotate }) => {
    const { stdout } = await projectOf("openapi-enforcer", "openapi-3.0.json").run("main.mjs");
    expect(JSON.parse(stdout)).toEqual({
      error: null,
      warning: null,
      accepted: operations[0],
      invalid: expect.stringContaining("CRINF_INQ_AGR_YN") as string,
      answer: 200,
    });
    await annotate("요청을 검사하고, 샌드박스의 응답이 스키마에 맞음");
  });

  test(`${named("oas-validator")} · openapi-3.0.json`, async () => {
    const { stdout } = await projectOf("oas-validator", "openapi-3.0.json").run("main.mjs");
    expect(JSON.parse(stdout)).toEqual({ valid: true });
  });

  test(`${named("openapi-backend")} · openapi-3.0.json`, async ({ annotate }) => {
    const { stdout } = await projectOf("openapi-backend-3-0", "openapi-3.0.json").run("main.mjs");
    expect(JSON.parse(stdout)).toEqual(operations);
    await annotate("strict: true로 사용");
  });

  test(`${named("fastify-openapi-glue")} · openapi-3.0.json`, async ({ annotate }) => {
    const { dir, run } = projectOf("fastify-openapi-glue", "openapi-3.0.json");
    const loan = examples.getCreditLoanBasicInfo.success;
    const token = examples.checkToken.valid;
    writeFileSync(join(dir, "answers.json"), JSON.stringify({ postCreditLoanBasicInfo: loan, checkToken: token }));
    expect(JSON.parse((await run("main.mjs")).stdout)).toEqual({
      postCreditLoanBasicInfo: [200, loan],
      checkToken: [200, token],
      invalid: 400,
    });
    await annotate("모든 경로를 등록하고 본문을 검사");
  });
});

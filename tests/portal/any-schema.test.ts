import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { deref, type Example, type MediaType, type OpenApi, type Schema } from "../../scripts/bundle/openapi.ts";
import { exampleRequest } from "../../scripts/bundle/example-request.ts";
import { OperationTable } from "../../scripts/server/checked-operation.ts";
import { payloads } from "../support/hostile-spec.ts";
import { send } from "../support/http.ts";
import { formOn, problemsOf, target, type Visitor, visitorAt } from "../support/portal.ts";
import { type AppWithKeys, appsOf, fileOfApps, pressOn, registeredCustomer } from "../support/portal-data.ts";
import { useSandbox } from "../support/servers.ts";
import { api as twoServices } from "../support/two-services.ts";

/** Fields of every kind that a schema can have, with a value of each. */
const kinds: Record<string, { schema: Schema; value: unknown; isOptional?: true }> = {
  FLAG: { schema: { type: "boolean", title: "여부" }, value: false },
  COUNT: { schema: { type: "integer", title: "건수", minimum: 0, maximum: 9 }, value: 0 },
  RATE: { schema: { type: "number", title: "이율" }, value: -1.25 },
  KIND: { schema: { type: "string", title: "구분", enum: ["", "A", "B"] }, value: "" },
  FIXED: { schema: { type: "string", title: "고정", const: "고정값" }, value: "고정값" },
  LINES: { schema: { type: "string", title: "여러 줄" }, value: "\n첫 줄\n둘째 줄\n" },
  CONTROL: { schema: { type: "string", title: "제어 문자" }, value: "가\u0000\r\n\u200b" },
  SPACES: { schema: { type: "string", title: "빈칸" }, value: "  앞뒤  " },
  MATRIX: {
    schema: { type: "array", title: "표", items: { type: "array", items: { type: "integer" } } },
    value: [[1, 2], [], [3]],
  },
  NOTHING: { schema: { type: "array", title: "빈 목록", items: { type: "string" } }, value: [] },
  OPEN: { schema: { type: "object", title: "열린 객체" }, value: { anything: [1, null, "둘"] } },
  INNER: {
    schema: {
      type: "object",
      title: "안쪽",
      required: ["DEEP"],
      properties: {
        DEEP: { type: "object", properties: { LEAF: { type: "string" }, LEFT_OUT: { type: "string" } } },
        LEFT_OUT: { type: "object", properties: { LEAF: { type: "string" } } },
      },
    },
    value: { DEEP: { LEAF: "" }, UNKNOWN: { key: 1 } },
  },
  TREE: {
    schema: { $ref: "#/components/schemas/Tree" },
    value: { NAME: "뿌리", CHILDREN: [{ NAME: "가지" }, { NAME: "잎" }] },
    isOptional: true,
  },
  ABSENT: { schema: { $ref: "#/components/schemas/Tree" }, value: undefined, isOptional: true },
  "odd/code ~1%2F": { schema: { type: "string", title: "이상한 코드" }, value: "값" },
};
const tree: Schema = {
  type: "object",
  title: "나무",
  required: ["NAME"],
  properties: {
    NAME: { type: "string" },
    CHILDREN: { type: "array", items: { type: "object", properties: { NAME: { type: "string" } } } },
  },
};

/** The two services with fields in the limit's answer, and the example with their values. */
function withFields(fields: typeof kinds): OpenApi {
  const api = structuredClone(twoServices);
  api.components.schemas["Tree"] = tree;
  const { body, example } = partsOf(api);
  for (const [code, { schema, value, isOptional }] of Object.entries(fields)) {
    body.properties = { ...body.properties, [code]: schema };
    if (isOptional !== true) body.required = [...(body.required ?? []), code];
    if (value !== undefined) (example.value as { dataBody: Record<string, unknown> }).dataBody[code] = value;
  }
  return api;
}

function partsOf(api: OpenApi): { body: Schema; example: Example } {
  const [operation] = new OperationTable(api).family("getLimit");
  const [type] = Object.values(operation?.responseTypes(200) ?? {}) as [MediaType];
  const root = deref<Schema>(api, type.schema);
  const [example] = Object.values(type.examples ?? {});
  return {
    body: deref<Schema>(api, root.properties?.["dataBody"] ?? {}),
    example: deref<Example>(api, example ?? { $ref: "" }),
  };
}

function bundleOf(name: string, api: OpenApi): string {
  const file = join(inject("runFolder"), `any-schema-${name}.json`);
  writeFileSync(file, JSON.stringify(api));
  return file;
}

const everyKind = withFields(kinds);
const hostile = withFields(
  Object.fromEntries(
    payloads
      .filter((text) => text.length < 200 && !(text in Object.prototype))
      .flatMap((text, index) => [
        [text, { schema: { type: "string", title: text, description: text }, value: text }],
        [`ENUM_${index}`, { schema: { type: "string", title: text, enum: [text, "A"] }, value: text }],
      ]),
  ),
);

describe.each([
  ["of every kind of field", "kinds", everyKind],
  ["whose texts and codes are markup", "hostile", hostile],
])("a schema %s", (_name, name, api) => {
  const sandbox = useSandbox({ portal: true, bundle: bundleOf(name, api), apps: fileOfApps(4) });
  let partner: Visitor;
  const app = appsOf(() => partner);
  beforeAll(async () => {
    partner = await visitorAt(sandbox.url(), "partner");
  });

  const [path = ""] = Object.keys(api.paths).filter((one) => api.paths[one]?.["get"]?.operationId === "getLimit");
  const limit = async ({ appKey, secretKey }: AppWithKeys): Promise<unknown> => {
    const operation = api.paths[path]?.["get"];
    if (operation === undefined) throw new Error("no operation getLimit");
    const credentials = { appKey, secretKey, bearer: appKey.replace("APP-KEY", "TOKEN") };
    const { method, path: where, headers, body } = exampleRequest(api, { path, method: "get", operation }, credentials);
    return JSON.parse((await send(sandbox.url() + where, { method, headers, body })).text);
  };
  const example = partsOf(api).example.value as { dataBody: Record<string, unknown> };

  test("is filled in, sent back and answered without a change, whichever operation it is of", async () => {
    const keys = await app();
    const action = `${keys.path}/customers/new`;
    let page = await partner.get(action);
    for (let begin = beginOf(page.text); begin !== undefined; begin = beginOf(page.text))
      page = await pressOn(partner, page, action, begin);
    target(await pressOn(partner, page, action, "save", { login: "same", name: "가짜", default: "yes" }));
    expect(await limit(keys)).toEqual(example);
    expect(page.text).not.toMatch(/<script>|<x-payload|<meta http/);
  });

  test("goes into JSON and back without a change", async () => {
    const keys = await app();
    const action = `${keys.path}/customers/new`;
    let page = await partner.get(action);
    if (!page.text.includes('value="json answer-getLimit"'))
      page = await pressOn(partner, page, action, "begin getLimit");
    page = await pressOn(partner, page, action, "json answer-getLimit");
    expect(JSON.parse(formOn(page, action).find((one) => one.name === "answer-getLimit:json")?.value ?? "")).toEqual(
      example,
    );
    page = await pressOn(partner, page, action, "form answer-getLimit");
    target(await pressOn(partner, page, action, "save", { login: "json", name: "가짜", default: "yes" }));
    expect(await limit(keys)).toEqual(example);
  });
});

describe("a field of another kind than text", () => {
  const sandbox = useSandbox({ portal: true, bundle: bundleOf("typed", everyKind), apps: fileOfApps(4) });
  let partner: Visitor;
  const app = appsOf(() => partner);
  beforeAll(async () => {
    partner = await visitorAt(sandbox.url(), "partner");
  });
  const field = (code: string): string => `answer-getLimit/dataBody/${code}`;
  const begun = async (action: string) => {
    const page = await partner.get(action);
    return page.text.includes('value="begin getLimit"') ? pressOn(partner, page, action, "begin getLimit") : page;
  };

  test.each([
    [field("COUNT"), "열", /정수여야/],
    [field("COUNT"), "10", /9 이하/],
    [field("RATE"), "", /숫자여야/],
    [field("FLAG"), "", /불리언|true/],
    [field("MATRIX/0/1"), "하나", /정수여야/],
    [`${field("OPEN")}:json`, "{", /JSON으로 읽을 수 없습니다\./],
    [`${field("OPEN")}:json`, "[]", /객체여야/],
    [`${field("INNER")}:more`, "1", /JSON 객체를 입력하십시오\./],
  ])("%s with '%s' is refused where it stands", async (name, text, problem) => {
    const { path } = await sameApp();
    const action = `${path}/customers/new`;
    const values = { login: "typed", name: "가짜", [name]: text };
    const reply = await pressOn(partner, await begun(action), action, "save", values);
    expect([reply.status, problemsOf(reply.text)]).toEqual([400, [expect.any(String), expect.stringMatching(problem)]]);
    expect(reply.text).toContain(`id="${name}-problem"`);
    expect(formOn(reply, action).find((one) => one.name === name)?.value).toBe(text);
  });

  test("an optional object is put in and taken out by a button and a mark", async () => {
    const { path } = await app();
    const action = `${path}/customers/new`;
    const inner = field("INNER/LEFT_OUT");
    const page = await pressOn(partner, await begun(action), action, `open ${inner}`);
    const customer = { login: "opened", name: "가짜", [`${inner}/LEAF`]: "새 값", [`${inner}/LEAF:sent`]: "yes" };
    target(await pressOn(partner, page, action, "save", customer));
    const saved = await registeredCustomer(partner, path, "other").then((one) =>
      one.replace(/\d+$/, (id) => String(Number(id) - 1)),
    );
    const shown = await partner.get(saved);
    expect(formOn(shown, saved).find((one) => one.name === `${inner}/LEAF`)?.value).toBe("새 값");
    target(await pressOn(partner, shown, saved, "save", { [`${inner}:sent`]: [] }));
    expect((await partner.get(saved)).text).not.toContain("새 값");
  });

  let same: Promise<AppWithKeys> | undefined;
  const sameApp = (): Promise<AppWithKeys> => (same ??= app());
});

/** The button that begins a further operation's answer. */
function beginOf(text: string): string | undefined {
  return /name="press" value="(begin [^"]*)"/.exec(text)?.[1];
}

import { describe, expect, test } from "vitest";
import {
  deref,
  type MediaType,
  type OpenApi,
  operationsOf,
  type Response,
  type Schema,
} from "../../scripts/bundle/openapi.ts";
import { loadSpec } from "../../scripts/bundle/spec-files.ts";
import { siteOf } from "../../scripts/docs/site.ts";
import { specDir } from "../../scripts/lib/paths.ts";
import { api } from "../support/bundle.ts";
import { plain } from "../support/site.ts";
import { api as twoServices, specDir as twoServicesDir } from "../support/two-services.ts";

const bundles = [
  ["the project's", api, specDir],
  ["two services'", twoServices, twoServicesDir],
] as const;

/** An operation's page of a bundle. */
async function pageOf(bundle: OpenApi, dir: string, operationId: string): Promise<string> {
  const file = `op-${operationId}.html`;
  return (await siteOf(bundle, loadSpec(dir)).withFile(file)).get(file) ?? "";
}

/** What each row of a page says of its code: name, type with length, whether it is required. */
function headsOf(page: string): string[] {
  return [...page.matchAll(/<p class="field-head">(.*?)<\/p>/gs)].map(([, head = ""]) => plain(head));
}

/** The fields of a body at any depth, each schema once, as a row must tell them. */
function fieldsOf(bundle: OpenApi, node: Schema, seen = new Set<Schema>()): string[] {
  const schema = deref<Schema>(bundle, node);
  if (seen.has(schema)) return [];
  seen.add(schema);
  const below = schema.items === undefined ? [] : fieldsOf(bundle, schema.items, seen);
  return Object.entries(schema.properties ?? {}).reduce<string[]>((found, [code, field]) => {
    const { title = "", maxLength, "x-sensitive": isPersonal } = { ...deref<Schema>(bundle, field), ...field };
    const parts = [code, title, ".*", maxLength === undefined ? "" : `최대 ${maxLength}자`];
    const marks = [schema.required?.includes(code) === true ? "필수" : "선택", isPersonal === true ? "개인정보" : ""];
    const told = [...parts, ...marks]
      .filter((part) => part !== "")
      .map((part) => (part === ".*" ? part : part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")));
    return [...found, `^${told.join(" ?")}$`, ...fieldsOf(bundle, field, seen)];
  }, below);
}

function bodiesOf(bundle: OpenApi, { operation }: ReturnType<typeof operationsOf>[number]): MediaType[] {
  const responses = Object.values(operation.responses).map((reference) => deref<Response>(bundle, reference));
  return [operation.requestBody, ...responses].flatMap((one) => Object.values(one?.content ?? {}));
}

describe.each(bundles)("the pages of %s operations", (_whose, bundle, dir) => {
  for (const at of operationsOf(bundle)) {
    const { operationId, responses } = at.operation;
    const page = pageOf(bundle, dir, operationId);

    test(`${operationId} tells every field of its bodies with name, length and whether it is required`, async () => {
      const heads = headsOf(await page);
      const wanted = bodiesOf(bundle, at).flatMap(({ schema }) => fieldsOf(bundle, schema));
      expect(wanted.length).toBeGreaterThan(0);
      expect(wanted.filter((one) => !heads.some((head) => new RegExp(one).test(head)))).toEqual([]);
    });

    test(`${operationId} shows every status and every example`, async () => {
      const text = await page;
      for (const status of Object.keys(responses)) expect(text).toContain(` id="op-${operationId}-${status}"`);
      const blocks = [...text.matchAll(/<pre data-language="(?:json|text)"[^>]*>(.*?)<\/pre>/gs)].map(
        ([, block = ""]) => plain(block),
      );
      for (const { examples = {} } of bodiesOf(bundle, at))
        for (const reference of Object.values(examples)) {
          const { value } = deref<{ value: unknown }>(bundle, reference);
          expect(blocks).toContain(typeof value === "string" ? value.trimEnd() : JSON.stringify(value, null, 2));
        }
    });

    test(`${operationId} links the errata of its fields, its answers and its own`, async () => {
      const text = await page;
      const register = loadSpec(dir)
        .source<{ id: string }[]>("errata.yaml")
        .map(({ id }) => id);
      const found = new Set<string>();
      const visit = (node: unknown): void => {
        if (typeof node !== "object" || node === null) return;
        const { $ref, "x-errata": ids, examples: _, ...rest } = node as Record<string, unknown>;
        for (const id of (ids ?? []) as string[]) found.add(id);
        if (typeof $ref === "string") visit(deref<object>(bundle, { $ref }));
        Object.values(rest).forEach(visit);
      };
      visit({ ...at.operation, "x-legacy-samples": undefined });
      const lacking = [...found].filter((id) => register.includes(id) && !text.includes(`#erratum-${id}"`));
      expect(lacking).toEqual([]);
    });

    test(`${operationId} leads from each status to its error codes`, async () => {
      const text = await page;
      for (const { code, status } of bundle["x-error-catalogue"].codes)
        for (const one of status) {
          const [, panel = ""] = text.split(` id="op-${operationId}-${one}"`);
          expect(panel.split("<div data-part=")[0]).toContain(`href="errors.html#error-${code}"`);
        }
    });
  }
});

test("a GET with a body leads to the POST in its place, and back, with the erratum", async () => {
  const [get, post] = ["getLimit", "postLimit"] as const;
  const [ofGet, ofPost] = [
    await pageOf(twoServices, twoServicesDir, get),
    await pageOf(twoServices, twoServicesDir, post),
  ];
  const noteOf = (page: string): string => /<div class="note">(.*?)<\/div>/s.exec(page)?.[1] ?? "";
  expect(noteOf(ofGet)).toContain(`href="op-${post}.html#op-${post}"`);
  expect(noteOf(ofPost)).toContain(`href="op-${get}.html#op-${get}"`);
  for (const page of [ofGet, ofPost]) expect(noteOf(page)).toContain("#erratum-method-post");
  expect(noteOf(await pageOf(twoServices, twoServicesDir, "registerAccount"))).toBe("");
});

test("parameters are rows like fields, by place, each with its anchor", async () => {
  const page = await pageOf(twoServices, twoServicesDir, "getAccount");
  const row = (id: string): string =>
    plain(new RegExp(` id="${id}">(.*?)</li>`, "s").exec(page)?.[1] ?? "")
      .replaceAll(/\s+/g, " ")
      .trim();
  expect(row("param-getAccount-path-CUS_USG_ACNO")).toBe(
    "CUS_USG_ACNO 조회계좌번호 문자열, 최대 15자 필수 개인정보 예 10020000000001",
  );
  expect(row("param-getAccount-query-INQ_DSCD")).toMatch(
    /^INQ_DSCD 조회구분코드 문자열 필수 1은 잔액, 2는 거래내역입니다\. 허용 값 1, 2예 1원문과 다른 점 /,
  );
  expect(row("param-getAccount-query-PAGE_NO")).toBe("PAGE_NO 쪽번호 정수 선택");
  const places = [...page.matchAll(/<h3>(헤더|경로 변수|쿼리)<\/h3>/g)].map(([, place]) => place);
  expect(places).toEqual(["헤더", "경로 변수", "쿼리"]);
});

test("a field leads to the dictionary's row of its own schema", async () => {
  const page = await pageOf(twoServices, twoServicesDir, "registerAccount");
  for (const part of ["Request", "Response"])
    expect(page).toContain(`href="fields.html#field-AccountRegistration${part}DataBody-CUS_USG_ACNO"`);
});

test("an example tells which lines differ from the first, with a legend", async () => {
  const page = await pageOf(twoServices, twoServicesDir, "getLimit");
  const [, first = "", second = ""] = (page.split(` id="op-getLimit-200"`)[1] ?? "").split("<div data-part=");
  expect(first).not.toContain("<mark");
  expect(second).toContain("<mark");
  expect(plain(second)).toContain("표시한 줄은 첫 예제(success)와 다릅니다.");
});

describe("schemas of any shape", () => {
  const added = (schema: Schema, more: Record<string, Schema> = {}): Promise<string> => {
    const bundle = structuredClone(twoServices);
    Object.assign(bundle.components.schemas, more);
    Object.assign(bundle.components.schemas["AccountResponseDataBody"]?.properties ?? {}, { ADDED: schema });
    return pageOf(bundle, twoServicesDir, "getAccount");
  };

  test("one within itself ends and says so", async () => {
    const node: Schema = { type: "object", properties: { CHILD: { $ref: "#/components/schemas/Node" } } };
    const page = await added({ $ref: "#/components/schemas/Node" }, { Node: node });
    expect(headsOf(page).filter((head) => head.startsWith("CHILD"))).toHaveLength(1);
    expect(plain(page)).toContain("구조는 dataBody.ADDED에 나온 것과 같습니다.");
  });

  test("one that branches at each level stays small", async () => {
    const levels = Array.from({ length: 30 }, (_, level): [string, Schema] => {
      const next = level === 29 ? { type: "string" } : { $ref: `#/components/schemas/Level${level + 1}` };
      return [`Level${level}`, { type: "object", properties: { A: next, B: next } }];
    });
    const page = await added({ $ref: "#/components/schemas/Level0" }, Object.fromEntries(levels));
    expect(page.length).toBeLessThan(1_000_000);
  });

  test("lists of lists tell what they hold, with its limits", async () => {
    const value: Schema = { type: "string", title: "값", maxLength: 7 };
    const page = await added({ type: "array", maxItems: 3, items: { type: "array", items: value } });
    expect(headsOf(page)).toEqual(
      expect.arrayContaining(["ADDED 목록(목록(문자열)), 최대 3개 선택", "[] 목록(문자열)", "[] 값 문자열, 최대 7자"]),
    );
  });

  test("a list within itself ends", async () => {
    const page = await added(
      { $ref: "#/components/schemas/Rows" },
      { Rows: { type: "array", items: { $ref: "#/components/schemas/Rows" } } },
    );
    expect(headsOf(page)).toContain("ADDED 목록(목록(목록(목록))) 선택");
  });

  test("an object without fields says that the spec has none", async () => {
    expect(plain(await added({ type: "object", additionalProperties: true }))).toContain(
      "이 객체의 필드는 명세에 정의되어 있지 않습니다.",
    );
  });
});

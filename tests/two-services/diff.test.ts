import { expect, test } from "vitest";
import type { OpenApi, Parameter, Schema } from "../../scripts/bundle/openapi.ts";
import { diffBundles } from "../../scripts/checks/diff/diff.ts";
import { api } from "../support/two-services.ts";

const accountPath = "/oai/wb/v1/account/accounts/{CUS_USG_ACNO}";

/** The bundle, edited. */
function edited(edit: (copy: OpenApi) => void): OpenApi {
  const copy = structuredClone(api);
  edit(copy);
  return copy;
}

/** The parameters of getAccount: a path variable, then queries. */
const parametersOf = (copy: OpenApi): Parameter[] =>
  (copy.paths[accountPath] as unknown as { get: { parameters: Parameter[] } }).get.parameters;

const parameter = (copy: OpenApi, name: string): Parameter & Record<string, unknown> => {
  const found = parametersOf(copy).find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found as Parameter & Record<string, unknown>;
};

test("a change is told by the field of its own place", () => {
  const revision = edited((copy) => {
    const field = copy.components.schemas["AccountRegistrationRequestDataBody"]?.properties?.["CUS_USG_ACNO"];
    Object.assign(field ?? {}, { maxLength: 10 });
  });
  expect(diffBundles(api, revision)).toMatchObject([
    {
      subject: "CUS_USG_ACNO",
      title: "화면표시번호",
      within: "AccountRegistrationRequestDataBody",
      class: "breaking",
      section: "4.2.2",
      operations: [{ operationId: "registerAccount" }],
      changelogTerms: ["AccountRegistrationRequestDataBody", "CUS_USG_ACNO", "maxLength"],
    },
  ]);
});

test.each<[string, (copy: OpenApi) => void, string[], string[]]>([
  ["the order of parameters", (copy) => void parametersOf(copy).reverse(), [], []],
  [
    "an example of a parameter",
    (copy) => void (parameter(copy, "INQ_DSCD")["example"] = "2"),
    ["risky parameter.example.changed INQ_DSCD 조회구분코드"],
    ["risky parameter.example.changed INQ_DSCD 조회구분코드"],
  ],
  [
    "no example of a parameter",
    (copy) => void delete parameter(copy, "MEMO").example,
    ["risky parameter.example.removed MEMO 조회메모"],
    ["safe parameter.example.added MEMO 조회메모"],
  ],
  [
    "named examples of a parameter",
    (copy) => void (parameter(copy, "PAGE_NO")["examples"] = { first: { value: 1 } }),
    ["safe parameter.examples.added first undefined"],
    ["risky parameter.examples.removed first undefined"],
  ],
  [
    "the length of a parameter",
    (copy) => void ((parameter(copy, "MEMO").schema as Schema).maxLength = 20),
    ["safe schema.maxLength.widened MEMO 조회메모"],
    ["breaking schema.maxLength.narrowed MEMO 조회메모"],
  ],
  [
    "an optional parameter more",
    (copy) =>
      void parametersOf(copy).push({ name: "TRACE", in: "query", schema: { type: "string", title: "추적번호" } }),
    ["safe operation.parameters.added TRACE 추적번호"],
    ["breaking operation.parameters.removed TRACE 추적번호"],
  ],
])("%s, there and back", (_, edit, there, back) => {
  const other = edited(edit);
  const told = (base: OpenApi, revision: OpenApi): string[] =>
    diffBundles(base, revision).map((one) => `${one.class} ${one.rule} ${one.subject} ${one.title}`);
  expect(told(api, other)).toEqual(there);
  expect(told(other, api)).toEqual(back);
});

test("which named example of a parameter comes first is told", () => {
  const named = (...names: string[]): OpenApi =>
    edited((copy) => {
      parameter(copy, "PAGE_NO")["examples"] = Object.fromEntries(names.map((name) => [name, { value: name.length }]));
    });
  expect(diffBundles(named("one", "other"), named("other", "one"))).toMatchObject([
    { rule: "parameter.examples.reordered", class: "risky", subject: "PAGE_NO", within: "getAccount" },
  ]);
  expect(diffBundles(named("one", "other"), named("one", "other"))).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { operationsOf } from "../../../scripts/bundle/openapi.ts";
import { diffBundles } from "../../../scripts/checks/diff/diff.ts";
import { explain } from "../../../scripts/checks/diff/explain.ts";
import { lineOf } from "../../../scripts/checks/diff/line.ts";
import { complete } from "../../../scripts/bundle/bundle.ts";
import { api } from "../../support/bundle.ts";
import { answerEdits } from "./edits/answers.ts";
import { keywordEdits } from "./edits/keywords.ts";
import { markEdits } from "./edits/marks.ts";
import { operationEdits } from "./edits/operations.ts";
import { edited } from "./edits/parts.ts";

describe.each([...keywordEdits, ...markEdits, ...answerEdits, ...operationEdits])("$name", ({ edit, there, back }) => {
  const other = edited(edit);

  test.each([
    ["there", api, other, there],
    ["back", other, api, back],
  ])("%s", (_, base, revision, expected) => {
    const changes = diffBundles(base, revision);
    expect(changes.map((change) => `${change.class} ${change.rule} ${change.subject}`)).toEqual(expected);
    // The line that is printed to be pasted explains the change that it is printed for.
    const explained = changes.map((change) =>
      explain(change, [], { changelog: { version: "", lines: [lineOf(change).replace(/^- /, "")] } }),
    );
    expect(explained).not.toContain(undefined);
  });
});

test("the same bundle, made another way, has not changed", () => {
  expect(diffBundles(api, { ...structuredClone(api), "x-generated": "another way" })).toEqual([]);
});

test("a change in what operations share is told once, with its place, section, name and values", () => {
  const revision = edited(({ field }) => void (field("ResponseDataHeader", "GLBL_ID").maxLength = 64));
  expect(diffBundles(api, revision)).toEqual([
    expect.objectContaining({
      subject: "GLBL_ID",
      title: "글로벌ID",
      key: "maxLength",
      before: 32,
      after: 64,
      section: "4.1.3",
      message: "응답의 최대 길이(maxLength)를 늘렸습니다.",
      // Every operation answers with it.
      operations: operationsOf(api).map(({ method, operation: { operationId } }) =>
        expect.objectContaining({ operationId, method: method.toUpperCase() }),
      ),
      pointers: ["/components/schemas/ResponseDataHeader/properties/GLBL_ID/maxLength"],
    }),
  ]);
});

test("a change of the catalogue is told once, not again by the examples that are made of it", () => {
  const revision = edited(({ code, api: copy }) => {
    Object.assign(code("SYSCD01005"), { message: "JSON 오류입니다.", status: [500] });
    complete(copy);
  });
  expect(diffBundles(api, revision).map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([
    "code.message.changed SYSCD01005",
    "code.status.changed SYSCD01005",
  ]);
});

test("a change in a copy that GET and POST each have is told once, with both places", () => {
  const revision = edited(({ loan }) => {
    for (const method of ["get", "post"] as const) delete loan(method).responses["504"];
  });
  const [change, ...more] = diffBundles(api, revision);
  expect(more).toEqual([]);
  expect(change?.operations.map(({ operationId }) => operationId)).toEqual([
    "getCreditLoanBasicInfo",
    "postCreditLoanBasicInfo",
  ]);
  expect(change?.pointers).toEqual(
    ["get", "post"].map((method) => `/paths/~1oai~1wb~1v1~1credit~1getCreditLoanBasicInfo/${method}/responses/504`),
  );
});

import { describe, expect, test } from "vitest";
import { diffBundles } from "../../../scripts/checks/diff/diff.ts";
import type { Erratum } from "../../../scripts/bundle/source.ts";
import { api } from "../../support/bundle.ts";
import { edited } from "./edits/parts.ts";

const shorter = edited(({ field }) => void (field("RequestDataHeader", "UTZPE_CNCT_IPAD").maxLength = 20));

describe("a line of the CHANGELOG explains a change", () => {
  const line = "명세: UTZPE_CNCT_IPAD(이용자접속IP주소)의 maxLength 39 → 20 [호환되지 않음]";

  test.each([
    ["with the field, the key and the mark", line, true],
    [
      "in other words, next to another change",
      "명세: UTZPE_CNCT_IPAD와 GLBL_ID의 길이(`maxLength`)를 줄였습니다. [호환되지 않음]",
      true,
    ],
    ["not without the mark", line.replace(" [호환되지 않음]", ""), false],
    ["not without the field", line.replace("UTZPE_CNCT_IPAD", "이용자접속IP주소"), false],
    ["not with another field whose code holds this one", line.replace("UTZPE_CNCT_IPAD", "UTZPE_CNCT_IPAD_2"), false],
    [
      "not with another field whose code ends with this one",
      line.replace("UTZPE_CNCT_IPAD", "OLD_UTZPE_CNCT_IPAD"),
      false,
    ],
    ["not without the key", line.replace("maxLength", "길이"), false],
    ["not with another key that holds this one", line.replace("maxLength", "maxLengths"), false],
    ["not when it is about something else than the spec", line.replace("명세", "클라이언트"), false],
  ])("%s", (_, text, isExplained) => {
    const [change] = diffBundles(api, shorter, { changelog: { version: "9.9.9", lines: [text] } });
    expect(change?.explanation).toEqual(isExplained ? { changelog: text } : undefined);
  });

  test("names the operation or component too, where the name alone could be another's", () => {
    const revision = edited(({ loan }) => {
      for (const method of ["get", "post"] as const) delete loan(method).responses["504"];
    });
    const explained = (text: string): unknown =>
      diffBundles(api, revision, { changelog: { version: "9.9.9", lines: [text] } })[0]?.explanation;
    expect(explained("명세: 504를 삭제했습니다.")).toBeUndefined();
    expect(explained("명세: getCreditLoanBasicInfo의 504를 삭제했습니다.")).toBeDefined();
  });

  test("as its heading explains the version", () => {
    const revision = edited((parts) => void (parts.api.info.version = "9.9.9"));
    expect(diffBundles(api, revision, { changelog: { version: "9.9.9", lines: [] } })[0]?.explanation).toEqual({
      changelog: "9.9.9",
    });
    expect(diffBundles(api, revision, { changelog: { version: "9.9.8", lines: [] } })[0]?.explanation).toBeUndefined();
  });
});

describe("an erratum explains a change", () => {
  const erratum = { id: "account-number", spec: "15자" } as Erratum;
  const account = edited(({ field }) => void (field("CreditLoanAccount", "CUS_USG_ACNO").maxLength = 14));

  test.each([
    ["when it is new", account, [], [erratum], true],
    ["when it says something else than before", account, [erratum], [{ ...erratum, spec: "14자" }], true],
    ["not when it stays as it was", account, [erratum], [erratum], false],
    ["not when the place does not name it", shorter, [], [erratum], false],
  ])("%s", (_, revision, before, after, isExplained) => {
    const [change] = diffBundles(api, revision, { errata: { base: before, revision: after } });
    expect(change?.explanation).toEqual(isExplained ? { erratum: "account-number" } : undefined);
  });
});

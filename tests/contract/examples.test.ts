import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { specDir } from "../../scripts/lib/paths.ts";
import { api, cases, validatorAt } from "../support/bundle.ts";

const printed = (section: string): unknown => JSON.parse(readFileSync(join(specDir, "source/samples", `${section}.json`), "utf8"));
const example = (operationId: string, name: string): unknown =>
  cases.find((one) => one.operationId === operationId && one.name === name)?.value;

describe("every example is valid against its schema", () => {
  test.each(cases)("$operationId $status $contentType $name", ({ schemaPointer, value }) => {
    const validate = validatorAt(schemaPointer);
    validate(value);
    expect(validate.errors ?? []).toEqual([]);
  });
});

test("the request example is the document's 4.1.4", () => {
  expect(example("getCreditLoanBasicInfo", "sample")).toEqual(printed("4.1.4"));
});

test("the success example is the document's 4.1.5 with the two errata applied", () => {
  const corrected = printed("4.1.5") as { dataBody: Record<string, unknown> };
  corrected.dataBody["SGI_TSBSR_NO"] = corrected.dataBody["SGL_TSBSR_NO"];
  delete corrected.dataBody["SGL_TSBSR_NO"];
  corrected.dataBody["ACCOUNT_LIST"] = [{ CUS_USG_ACNO: "1111111111111" }];
  expect(example("getCreditLoanBasicInfo", "success")).toMatchObject(corrected);
});

describe("4.1.5 as printed", () => {
  const ok = api.paths["/oai/wb/v1/credit/getCreditLoanBasicInfo"]?.["get"]?.responses["200"];
  const mediaType = ok !== undefined && "content" in ok ? ok.content["application/json"] : undefined;
  const sample = mediaType?.["x-legacy-samples"]?.["printed"]?.value as { dataBody: Record<string, unknown> };
  const validate = validatorAt("/components/schemas/CreditLoanBasicInfoResponse");

  test("is kept as it stands in the document", () => {
    expect(sample).toEqual(printed("4.1.5"));
  });

  test("has no value that fails the schema but the empty string in ACCOUNT_LIST", () => {
    validate(sample);
    const ofValues = validate.errors?.filter(({ keyword }) => keyword !== "required");
    expect(ofValues?.map(({ instancePath, keyword }) => [instancePath, keyword])).toEqual([["/dataBody/ACCOUNT_LIST", "type"]]);
  });

  test("passes when the empty string is read as no accounts; SGL_TSBSR_NO is an unknown key of an open object", () => {
    expect(validate({ ...sample, dataBody: { ...sample.dataBody, ACCOUNT_LIST: [] } })).toBe(true);
  });
});

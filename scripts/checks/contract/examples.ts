import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Example, MediaType } from "../../bundle/openapi.ts";
import type { CheckGroup } from "./check.ts";
import { type Envelope, loanPath, type Subject } from "./subject.ts";

const printed = ({ spec }: Subject, section: string): unknown =>
  JSON.parse(readFileSync(join(spec.dir, "source/samples", `${section}.json`), "utf8"));
const example = ({ cases }: Subject, operationId: string, name: string): unknown =>
  cases.find((one) => one.operationId === operationId && one.name === name)?.value;

/** The example of 4.1.5 as the document prints it, which is no example of the mock. */
function legacySample({ api }: Subject): (Example & { value: Envelope }) | undefined {
  const ok = api.paths[loanPath]?.["get"]?.responses["200"];
  const mediaType: MediaType | undefined =
    ok !== undefined && "content" in ok ? ok.content["application/json"] : undefined;
  return mediaType?.["x-legacy-samples"]?.["printed"] as (Example & { value: Envelope }) | undefined;
}

/** Examples are valid, and those of the document are the document's. */
export const examples: CheckGroup = {
  name: "examples",
  asks: "nothing",
  checks: (subject) => [
    ...subject.cases.map(({ operationId, status, contentType, name, schemaPointer, value }) => ({
      name: `every example is valid against its schema: ${operationId} ${status} ${contentType} ${name}`,
      run() {
        const validate = subject.validatorAt(schemaPointer);
        validate(value);
        assert.deepEqual(validate.errors ?? [], []);
      },
    })),
    {
      name: "the request example is the document's 4.1.4",
      run: () => assert.deepEqual(example(subject, "getCreditLoanBasicInfo", "sample"), printed(subject, "4.1.4")),
    },
    {
      name: "the success example is the document's 4.1.5 with the two errata applied",
      run() {
        const corrected = printed(subject, "4.1.5") as Envelope;
        corrected.dataBody["SGI_TSBSR_NO"] = corrected.dataBody["SGL_TSBSR_NO"];
        delete corrected.dataBody["SGL_TSBSR_NO"];
        corrected.dataBody["ACCOUNT_LIST"] = [{ CUS_USG_ACNO: "1111111111111" }];
        assert.deepEqual(example(subject, "getCreditLoanBasicInfo", "success"), corrected);
      },
    },
    {
      name: "4.1.5 as printed is kept as it stands in the document",
      run() {
        assert.deepEqual(legacySample(subject)?.value, printed(subject, "4.1.5"));
        assert.equal(legacySample(subject)?.["x-omits"], undefined);
      },
    },
    {
      name: "4.1.5 as printed has no value that fails the schema but the empty string in ACCOUNT_LIST",
      run() {
        const validate = subject.validatorAt("/components/schemas/CreditLoanBasicInfoResponse");
        validate(legacySample(subject)?.value);
        const ofValues = validate.errors?.filter(({ keyword }) => keyword !== "required");
        assert.deepEqual(
          ofValues?.map(({ instancePath, keyword }) => [instancePath, keyword]),
          [["/dataBody/ACCOUNT_LIST", "type"]],
        );
      },
    },
    {
      name: "4.1.5 as printed passes when the empty string is read as no accounts; SGL_TSBSR_NO is an unknown key of an open object",
      run() {
        const sample = legacySample(subject)?.value;
        const validate = subject.validatorAt("/components/schemas/CreditLoanBasicInfoResponse");
        assert.equal(validate({ ...sample, dataBody: { ...sample?.dataBody, ACCOUNT_LIST: [] } }), true);
      },
    },
  ],
};

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { operationsOf } from "../../scripts/lib/openapi.ts";
import { specDir } from "../../scripts/lib/paths.ts";
import type { Erratum } from "../../scripts/lib/source.ts";
import { loadSpec } from "../../scripts/lib/spec-files.ts";
import { api, cases } from "../support/bundle.ts";

/** What is decided and stands nowhere else. A change here is a decision, not a repair. */

test("each operation takes the credentials that were decided", () => {
  const both = { appKey: [], secretKey: [] };
  const loan = [both, { ...both, bearer: [] }];
  expect(Object.fromEntries(operationsOf(api).map(({ operation }) => [operation.operationId, operation.security]))).toMatchObject({
    getCreditLoanBasicInfo: loan,
    postCreditLoanBasicInfo: loan,
    checkToken: [{ appKey: [], bearer: [] }],
  });
  expect(api.components.securitySchemes).toMatchObject({
    appKey: { type: "apiKey", in: "header", name: "appKey" },
    secretKey: { type: "apiKey", in: "header", name: "secretKey" },
    bearer: { type: "http", scheme: "bearer" },
  });
});

test("the mock is the first server, the address seen in public clients the second", () => {
  expect(api.servers).toMatchObject([
    { url: "{scheme}://{host}:{port}", variables: { scheme: { enum: ["http", "https"], default: "http" }, host: { default: "127.0.0.1" }, port: { default: "4010" } } },
    { url: "https://openapi.wooribank.com:444", "x-errata": ["host"] },
  ]);
});

test("what each error code means for the client and the mock", () => {
  const retryable = api["x-error-catalogue"].codes.filter((row) => row.retryable).map(({ code }) => code);
  expect(retryable).toEqual(["SYSCD03101", "SYSCD03901"]);
  const statuses = Object.fromEntries(api["x-error-catalogue"].codes.map(({ code, status }) => [code.slice(5), status.join(" ")]));
  expect(statuses).toEqual({
    "01000": "400", "01001": "500", "01002": "500", "01003": "504", "01004": "400", "01005": "400", "01006": "400", "01007": "500", "01008": "400", "01009": "400",
    "01999": "500", "02001": "401 400", "02101": "400", "02102": "403", "02103": "403", "02901": "404 405", "03001": "401", "03002": "401", "03003": "401 403",
    "03101": "503", "03102": "403", "03201": "500", "03901": "503", "09999": "500",
  });
});

test("the advice of a code tells to send again where the code allows it, and nowhere else", () => {
  for (const { code, action, retryable } of api["x-error-catalogue"].codes) expect([code, /다시 보(냅|내(?!지 말고))/.test(action)]).toEqual([code, retryable]);
});

test("the fields whose values must not reach a log", () => {
  const fields = Object.values(api.components.schemas).flatMap((schema) => Object.entries(schema.properties ?? {}));
  const sensitive = fields.filter(([, field]) => field["x-sensitive"] === true).map(([code]) => code);
  expect(sensitive.sort()).toEqual(
    `ATCD_ADR_1 CUS_USG_ACNO EMAIL_1 LN_AVL_AM SGI_TSBSR_NO UTZPE_CNCT_IPAD UTZPE_CNCT_MCHR_IDF_SRNO UTZPE_CNCT_MCHR_UNQ_ID UTZPE_CNCT_TEL_NO_TXT
      WRLC_NM_1 WRLC_TEL_1 ZPNO_1 ZPNO_ADR`.split(/\s+/),
  );
});

test("the errata register holds every decision", () => {
  const ids = loadSpec(specDir).source<Erratum[]>("errata.yaml").map(({ id }) => id);
  const decided = `account-list account-list-nesting account-number api-prefix both-keys business-error closed-request digit-strings envelope-sample errcode-name
    error-codes error-in-data-body error-list error-list-nesting error-required error-table-heading glbl-id-optional host http-statuses length-in-code-points
    line-wraps method-post oauth-bearer os-name required-allows-empty sample-email sample-quotes sgi-name text-html tokencheck untyped-rows url-encoding yes-no-enum`;
  expect(ids).toEqual(expect.arrayContaining(decided.split(/\s+/)));
});

describe("what was transcribed from the document stays as it is", () => {
  // To change a digest, look the place up in the document first, and say in the commit what it prints.
  test.each([
    ["4.1.2", "f9770f2bd1879361"],
    ["4.1.3", "8b6573c83590c0b1"],
    ["3.6", "0759c74ef37030cf"],
  ])("the rows of %s", (section, digest) => {
    const table = loadSpec(specDir).source<{ section: string; rows: unknown[] }[]>("fields.yaml").find((one) => one.section === section);
    expect(digestOf(JSON.stringify(table?.rows))).toBe(digest);
  });

  test.each([
    ["samples/4.1.4.json", "2f9eafde2d6fcc25"],
    ["samples/4.1.5.json", "a7c8af9308c6121c"],
    ["document.yaml", "2194e5a706576e4f"],
    ["error-codes.yaml", "2fae065c055b19fc"],
  ])("%s", (file, digest) => {
    expect(digestOf(readFileSync(join(specDir, "source", file), "utf8"))).toBe(digest);
  });
});

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

describe("examples mean what they say", () => {
  const bodies = cases.flatMap(({ operationId, name, status, contentType, value }) =>
    status === undefined || contentType !== "application/json" ? [] : [{ operationId, name, body: (value as { dataBody: Record<string, unknown> }).dataBody }],
  );

  test.each(bodies)("$operationId $name: a count is the length of its list", ({ body }) => {
    for (const [count, list] of [["CNT", "ACCOUNT_LIST"], ["MAIN_MSG_INF_REPT_CN", "ERRORLIST"]] as const) {
      if (count in body) expect(body[count]).toBe(String((body[list] as unknown[]).length));
    }
  });

  test("businessError alone tells an error, and optionalRowsAbsent alone leaves the optional rows out", () => {
    const loan = bodies.filter(({ operationId, body }) => operationId === "getCreditLoanBasicInfo" && "LN_AVL_AM" in body);
    expect(loan.filter(({ body }) => (body["ERR_TXT"] ?? "") !== "").map(({ name }) => name)).toEqual(["businessError"]);
    expect(loan.filter(({ body }) => !("ERR_TXT" in body) || !("SGI_TSBSR_NO" in body)).map(({ name }) => name)).toEqual(["optionalRowsAbsent"]);
    expect(loan.map(({ name, body }) => [name, body["CNT"]])).toEqual([["success", "1"], ["noAccounts", "0"], ["severalAccounts", "3"], ["businessError", "0"], ["optionalRowsAbsent", "1"]]);
  });
});

import assert from "node:assert/strict";
import { fieldsOf, operationsOf } from "../../bundle/openapi.ts";
import type { CheckGroup } from "./check.ts";

/** What is decided and stands nowhere else. A change here is a decision, not a repair. */
export const decisions: CheckGroup = {
  name: "decisions",
  asks: "nothing",
  checks: ({ api, cases }) => [
    {
      name: "each operation takes the credentials that were decided",
      run() {
        const both = { appKey: [], secretKey: [] };
        const loan = [both, { ...both, bearer: [] }];
        const token = [{ appKey: [], bearer: [] }];
        assert.deepEqual(
          Object.fromEntries(operationsOf(api).map(({ operation }) => [operation.operationId, operation.security])),
          { getCreditLoanBasicInfo: loan, postCreditLoanBasicInfo: loan, checkToken: token },
        );
        assert.partialDeepStrictEqual(api.components.securitySchemes, {
          appKey: { type: "apiKey", in: "header", name: "appKey" },
          secretKey: { type: "apiKey", in: "header", name: "secretKey" },
          bearer: { type: "http", scheme: "bearer" },
        });
      },
    },
    {
      name: "the mock is the first server, the address seen in public clients the second",
      run: () =>
        assert.partialDeepStrictEqual(api.servers, [
          {
            url: "{scheme}://{host}:{port}",
            variables: {
              scheme: { enum: ["http", "https"], default: "http" },
              host: { default: "127.0.0.1" },
              port: { default: "4010" },
            },
          },
          { url: "https://openapi.wooribank.com:444", "x-errata": ["host"] },
        ]),
    },
    {
      name: "GET and POST of the loan operation share everything but their names",
      run() {
        const [get, post] = operationsOf(api)
          .filter(({ path }) => path.endsWith("getCreditLoanBasicInfo"))
          .map(({ operation }) => operation);
        assert.deepEqual([get?.operationId, post?.operationId], ["getCreditLoanBasicInfo", "postCreditLoanBasicInfo"]);
        for (const part of ["requestBody", "responses", "security"] as const)
          assert.deepEqual(post?.[part], get?.[part]);
      },
    },
    {
      name: "the fields whose values must not reach a log",
      run() {
        const fields = fieldsOf(api);
        const sensitive = fields.filter(([, field]) => field["x-sensitive"] === true).map(([code]) => code);
        const decided = `ATCD_ADR_1 CUS_USG_ACNO EMAIL_1 LN_AVL_AM SGI_TSBSR_NO UTZPE_CNCT_IPAD UTZPE_CNCT_MCHR_IDF_SRNO UTZPE_CNCT_MCHR_UNQ_ID
          UTZPE_CNCT_TEL_NO_TXT WRLC_NM_1 WRLC_TEL_1 ZPNO_1 ZPNO_ADR`;
        assert.deepEqual(sensitive.sort(), decided.split(/\s+/));
      },
    },
    {
      name: "the names of the examples, which choose the answer of the mock",
      run() {
        const named = cases
          .filter(({ name }) => !name.startsWith("SYSCD"))
          .map(({ operationId, status, name }) => `${operationId} ${status ?? "request"} ${name}`);
        const loan = [
          "request sample",
          ...["success", "noAccounts", "severalAccounts", "businessError", "optionalRowsAbsent"].map(
            (name) => `200 ${name}`,
          ),
        ];
        const html = [500, 503, 504].map((status) => `${status} htmlPage`);
        assert.deepEqual(named, [
          ...["getCreditLoanBasicInfo", "postCreditLoanBasicInfo"].flatMap((id) =>
            [...loan, ...html].map((name) => `${id} ${name}`),
          ),
          ...["request empty", "200 valid", ...html].map((name) => `checkToken ${name}`),
        ]);
      },
    },
    {
      name: "no operation takes a parameter: all it is told stands in its body and its keys",
      run: () =>
        assert.deepEqual(
          operationsOf(api).filter(({ operation }) => "parameters" in operation),
          [],
        ),
    },
  ],
};

import { describe, expect, expectTypeOf, test } from "vitest";
import type {
  CheckTokenResponse,
  CreditLoanBasicInfoRequest,
  CreditLoanBasicInfoResponse,
  ErrorResponse,
  GetCreditLoanBasicInfoError,
  GetCreditLoanBasicInfoRequest,
  GetCreditLoanBasicInfoResponse,
  paths,
  PostCreditLoanBasicInfoError,
  PostCreditLoanBasicInfoRequest,
  PostCreditLoanBasicInfoResponse,
} from "../../generated/types.ts";
import { build } from "../../scripts/generate/build.ts";
import { copySpec } from "../support/project.ts";

/** Compiled by `npm run typecheck`; at run time there is nothing to see. */
describe("generated types", () => {
  test("aliases name the schemas and each operation's request, response and error", () => {
    expectTypeOf<GetCreditLoanBasicInfoRequest>().toEqualTypeOf<CreditLoanBasicInfoRequest>();
    expectTypeOf<PostCreditLoanBasicInfoRequest>().toEqualTypeOf<CreditLoanBasicInfoRequest>();
    expectTypeOf<GetCreditLoanBasicInfoResponse>().toEqualTypeOf<CreditLoanBasicInfoResponse>();
    expectTypeOf<PostCreditLoanBasicInfoResponse>().toEqualTypeOf<CreditLoanBasicInfoResponse>();
    expectTypeOf<GetCreditLoanBasicInfoError>().toEqualTypeOf<ErrorResponse>();
    expectTypeOf<PostCreditLoanBasicInfoError>().toEqualTypeOf<ErrorResponse>();
    expectTypeOf<"/oai/wb/v1/credit/getCreditLoanBasicInfo" | "/oap/wb/v2/oauth/tokencheck">().toExtend<keyof paths>();
  });

  test("fields have the types and marks of the spec", () => {
    type Body = CreditLoanBasicInfoResponse["dataBody"];
    expectTypeOf<Body["LN_AVL_AM"]>().toEqualTypeOf<string>();
    expectTypeOf<Body["ERR_TXT"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Body["ACCOUNT_LIST"]>().toEqualTypeOf<{ CUS_USG_ACNO: string }[]>();
    expectTypeOf<CreditLoanBasicInfoRequest["dataBody"]["CRINF_INQ_AGR_YN"]>().toEqualTypeOf<"Y" | "N">();
    expectTypeOf<CheckTokenResponse["dataBody"]>().toEqualTypeOf<{ [key: string]: unknown }>();
  });

  test("mistakes do not compile", () => {
    const agreed = {
      CRINF_INQ_AGR_YN: "Y",
      CRINF_UTZ_OFR_YN: "Y",
      CRINF_OFR_AGR_YN: "Y",
      CUS_IDF_INF_AGR_YN: "Y",
    } as const;
    // @ts-expect-error -- consents are Y or N
    const lower: CreditLoanBasicInfoRequest["dataBody"] = { ...agreed, CRINF_INQ_AGR_YN: "y" };
    // @ts-expect-error -- requests are closed
    const extra: CreditLoanBasicInfoRequest["dataBody"] = { ...agreed, CRINF_EXTRA_YN: "Y" };
    // @ts-expect-error -- a misspelt field of an answer
    const read = (body: CreditLoanBasicInfoResponse["dataBody"]) => body.LN_AVL_AMM;
    expect([lower, extra, read]).toHaveLength(3);
  });
});

test("every schema and field carries its Korean name as JSDoc", async () => {
  const types = (
    await build(copySpec((edit) => edit("common/schemas/ResponseDataHeader.yaml", "글로벌ID", "시험용이름")))
  ).get("types.ts");
  expect(types).toMatch(/\/\*\*\n\s+\* 시험용이름\n\s+\* @description [^\n]+\n\s+\*\/\n\s+GLBL_ID\?: string;/);
  expect(types).toContain("/** 대출기본정보 응답 */\nexport type CreditLoanBasicInfoResponse =");
});

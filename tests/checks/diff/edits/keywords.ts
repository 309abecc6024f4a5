import type { Schema } from "../../../../scripts/bundle/openapi.ts";
import { drop, type EditRow } from "./parts.ts";

const request = "RequestDataHeader";
const answer = "CreditLoanBasicInfoResponseDataBody";

/** What a schema allows. */
export const keywordEdits: EditRow[] = [
  {
    name: "request maxLength shorter",
    edit: ({ field }) => void (field(request, "UTZPE_CNCT_IPAD").maxLength = 20),
    there: ["breaking schema.maxLength.narrowed UTZPE_CNCT_IPAD"],
    back: ["safe schema.maxLength.widened UTZPE_CNCT_IPAD"],
  },
  {
    name: "request maxLength gone",
    edit: ({ field }) => drop(field(request, "UTZPE_CNCT_IPAD"), "maxLength"),
    there: ["safe schema.maxLength.widened UTZPE_CNCT_IPAD"],
    back: ["breaking schema.maxLength.narrowed UTZPE_CNCT_IPAD"],
  },
  {
    name: "response maxLength shorter",
    edit: ({ field }) => void (field("ResponseDataHeader", "GLBL_ID").maxLength = 20),
    there: ["safe schema.maxLength.narrowed GLBL_ID"],
    back: ["risky schema.maxLength.widened GLBL_ID"],
  },
  {
    name: "response maxLength gone",
    edit: ({ field }) => drop(field("ResponseDataHeader", "GLBL_ID"), "maxLength"),
    there: ["risky schema.maxLength.widened GLBL_ID"],
    back: ["safe schema.maxLength.narrowed GLBL_ID"],
  },
  {
    name: "request minLength",
    edit: ({ field }) => void (field(request, "UTZPE_CNCT_IPAD")["minLength"] = 1),
    there: ["breaking schema.minLength.narrowed UTZPE_CNCT_IPAD"],
    back: ["safe schema.minLength.widened UTZPE_CNCT_IPAD"],
  },
  {
    name: "response minLength",
    edit: ({ field }) => void (field(answer, "CNT")["minLength"] = 1),
    there: ["safe schema.minLength.narrowed CNT"],
    back: ["risky schema.minLength.widened CNT"],
  },
  {
    name: "request pattern",
    edit: ({ field }) => void (field(request, "UTZ_MCHR_OS_DSCD")["pattern"] = "^[0-9]$"),
    there: ["breaking schema.pattern.narrowed UTZ_MCHR_OS_DSCD"],
    back: ["safe schema.pattern.widened UTZ_MCHR_OS_DSCD"],
  },
  {
    name: "response pattern another",
    edit: ({ field }) => void (field(answer, "CNT")["pattern"] = "^[0-9]+$"),
    there: ["risky schema.pattern.replaced CNT"],
    back: ["risky schema.pattern.replaced CNT"],
  },
  {
    name: "response pattern gone",
    edit: ({ field }) => drop(field(answer, "CNT"), "pattern"),
    there: ["risky schema.pattern.widened CNT"],
    back: ["safe schema.pattern.narrowed CNT"],
  },
  {
    name: "request enum with one value more",
    edit: ({ field }) => void field("CreditLoanBasicInfoRequestDataBody", "CRINF_INQ_AGR_YN").enum?.push("Z"),
    there: ["safe schema.enum.widened CRINF_INQ_AGR_YN"],
    back: ["breaking schema.enum.narrowed CRINF_INQ_AGR_YN"],
  },
  {
    name: "request enum gone",
    edit: ({ field }) => drop(field("CreditLoanBasicInfoRequestDataBody", "CRINF_INQ_AGR_YN"), "enum"),
    there: ["safe schema.enum.widened CRINF_INQ_AGR_YN"],
    back: ["breaking schema.enum.narrowed CRINF_INQ_AGR_YN"],
  },
  {
    name: "response enum",
    edit: ({ field }) => void (field(answer, "CNT").enum = ["0", "1"]),
    there: ["risky schema.enum.narrowed CNT"],
    back: ["risky schema.enum.widened CNT"],
  },
  {
    name: "response type string to number",
    edit: ({ field }) => void (field(answer, "LN_AVL_AM").type = "number"),
    there: ["breaking schema.type.replaced LN_AVL_AM"],
    back: ["breaking schema.type.replaced LN_AVL_AM"],
  },
  {
    name: "response type array to string",
    edit: ({ field }) => void (field(answer, "ACCOUNT_LIST").type = "string"),
    there: ["breaking schema.type.replaced ACCOUNT_LIST"],
    back: ["breaking schema.type.replaced ACCOUNT_LIST"],
  },
  {
    name: "request nullable",
    edit: ({ field }) => void (field(request, "UTZ_MCHR_MDL_NM").type = ["string", "null"] as unknown as string),
    there: ["safe schema.type.widened UTZ_MCHR_MDL_NM"],
    back: ["breaking schema.type.narrowed UTZ_MCHR_MDL_NM"],
  },
  {
    name: "response nullable",
    edit: ({ field }) => void (field(answer, "ERR_TXT").type = ["string", "null"] as unknown as string),
    there: ["breaking schema.type.widened ERR_TXT"],
    back: ["safe schema.type.narrowed ERR_TXT"],
  },
  {
    name: "response format",
    edit: ({ field }) => void (field(answer, "EMAIL_1")["format"] = "email"),
    there: ["breaking schema.format.added EMAIL_1"],
    back: ["breaking schema.format.removed EMAIL_1"],
  },
  {
    name: "request field, required",
    edit: ({ schema }) => {
      schema(request).properties["NEW_CD"] = { type: "string", title: "새 항목" };
      schema(request).required.push("NEW_CD");
    },
    there: ["breaking schema.properties.added NEW_CD"],
    back: ["breaking schema.properties.removed NEW_CD"],
  },
  {
    name: "request field, optional",
    edit: ({ schema }) => void (schema(request).properties["NEW_CD"] = { type: "string", title: "새 항목" }),
    there: ["safe schema.properties.added NEW_CD"],
    back: ["breaking schema.properties.removed NEW_CD"],
  },
  {
    name: "response field, required",
    edit: ({ schema }) => {
      schema(answer).properties["NEW_CD"] = { type: "string", title: "새 항목" };
      schema(answer).required.push("NEW_CD");
    },
    there: ["safe schema.properties.added NEW_CD"],
    back: ["breaking schema.properties.removed NEW_CD"],
  },
  {
    name: "response field, optional, gone",
    edit: ({ schema }) => drop(schema(answer).properties, "SGI_TSBSR_NO"),
    there: ["breaking schema.properties.removed SGI_TSBSR_NO"],
    back: ["safe schema.properties.added SGI_TSBSR_NO"],
  },
  {
    name: "response field under another code",
    edit: ({ schema }) => {
      schema(answer).properties["SGL_TSBSR_NO"] = schema(answer).properties["SGI_TSBSR_NO"] as Schema;
      drop(schema(answer).properties, "SGI_TSBSR_NO");
    },
    there: ["breaking schema.properties.removed SGI_TSBSR_NO", "safe schema.properties.added SGL_TSBSR_NO"],
    back: ["breaking schema.properties.removed SGL_TSBSR_NO", "safe schema.properties.added SGI_TSBSR_NO"],
  },
  {
    name: "field in a list's items gone",
    edit: ({ schema }) => {
      drop(schema("CreditLoanAccount").properties, "CUS_USG_ACNO");
      schema("CreditLoanAccount").required.pop();
    },
    there: ["breaking schema.properties.removed CUS_USG_ACNO"],
    back: ["safe schema.properties.added CUS_USG_ACNO"],
  },
  {
    name: "request field optional",
    edit: ({ schema }) => void schema(request).required.pop(),
    there: ["safe schema.required.widened UTZ_MCHR_APP_VER_NM"],
    back: ["breaking schema.required.narrowed UTZ_MCHR_APP_VER_NM"],
  },
  {
    name: "response field optional",
    edit: ({ schema }) => void schema(answer).required.shift(),
    there: ["breaking schema.required.widened LN_AVL_AM"],
    back: ["safe schema.required.narrowed LN_AVL_AM"],
  },
  {
    name: "required in another order",
    edit: ({ schema }) => void schema(answer).required.reverse(),
    there: ["safe schema.required.reordered CreditLoanBasicInfoResponseDataBody"],
    back: ["safe schema.required.reordered CreditLoanBasicInfoResponseDataBody"],
  },
  {
    name: "request object open",
    edit: ({ schema }) => void (schema(request).additionalProperties = true),
    there: ["safe schema.additionalProperties.widened RequestDataHeader"],
    back: ["breaking schema.additionalProperties.narrowed RequestDataHeader"],
  },
  {
    name: "response object closed",
    edit: ({ schema }) => void (schema("ResponseDataHeader").additionalProperties = false),
    there: ["risky schema.additionalProperties.narrowed ResponseDataHeader"],
    back: ["safe schema.additionalProperties.widened ResponseDataHeader"],
  },
  {
    name: "response object without an explicit openness",
    edit: ({ schema }) => drop(schema("ResponseEnvelope").properties["dataBody"] as Schema, "additionalProperties"),
    there: ["breaking schema.additionalProperties.removed dataBody"],
    back: ["safe schema.additionalProperties.added dataBody"],
  },
  {
    name: "request with a limit of keys",
    edit: ({ schema }) => void (schema("CreditLoanBasicInfoRequest").maxProperties = 2),
    there: ["breaking schema.maxProperties.narrowed CreditLoanBasicInfoRequest"],
    back: ["safe schema.maxProperties.widened CreditLoanBasicInfoRequest"],
  },
];

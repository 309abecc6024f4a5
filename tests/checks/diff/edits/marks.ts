import type { Schema } from "../../../../scripts/bundle/openapi.ts";
import { drop, type EditRow } from "./parts.ts";

const request = "RequestDataHeader";
const answer = "CreditLoanBasicInfoResponseDataBody";

/** What a schema says beside what it allows. */
export const markEdits: EditRow[] = [
  {
    name: "title of a field",
    edit: ({ field }) => void (field(request, "UTZ_MCHR_MDL_NM").title = "기기모델명"),
    there: ["safe schema.title.changed UTZ_MCHR_MDL_NM"],
    back: ["safe schema.title.changed UTZ_MCHR_MDL_NM"],
  },
  {
    name: "description of a field",
    edit: ({ field }) => drop(field(answer, "LN_AVL_AM"), "description"),
    there: ["safe schema.description.removed LN_AVL_AM"],
    back: ["safe schema.description.added LN_AVL_AM"],
  },
  {
    name: "x-source of a field",
    edit: ({ field }) => void (field(answer, "LN_AVL_AM")["x-source"] = { section: "4.1.2" }),
    there: ["safe schema.x-source.changed LN_AVL_AM"],
    back: ["safe schema.x-source.changed LN_AVL_AM"],
  },
  {
    name: "x-errata of a field",
    edit: ({ field }) => drop(field(answer, "LN_AVL_AM"), "x-errata"),
    there: ["safe schema.x-errata.removed LN_AVL_AM"],
    back: ["safe schema.x-errata.added LN_AVL_AM"],
  },
  {
    name: "x-sensitive",
    edit: ({ field }) => drop(field(answer, "EMAIL_1"), "x-sensitive"),
    there: ["breaking schema.x-sensitive.removed EMAIL_1"],
    back: ["safe schema.x-sensitive.added EMAIL_1"],
  },
  {
    name: "x-role",
    edit: ({ field }) => drop(field("ErrorDataBody", "ERRUSRMSG"), "x-role"),
    there: ["breaking schema.x-role.removed ERRUSRMSG"],
    back: ["risky schema.x-role.added ERRUSRMSG"],
  },
  {
    name: "x-aliases with one more",
    edit: ({ field }) => void field("ErrorDataBody", "ERRCODE")["x-aliases"]?.push("ERR_CODE"),
    there: ["safe schema.x-aliases.widened ERRCODE"],
    back: ["breaking schema.x-aliases.narrowed ERRCODE"],
  },
  {
    name: "x-scenarios with one less",
    edit: ({ field }) => drop(field(request, "UTZPE_CNCT_MCHR_UNQ_ID")["x-scenarios"] as object, "SANDBOX-hang"),
    there: ["risky schema.x-scenarios.narrowed UTZPE_CNCT_MCHR_UNQ_ID"],
    back: ["safe schema.x-scenarios.widened UTZPE_CNCT_MCHR_UNQ_ID"],
  },
  {
    name: "x-scenarios with another meaning",
    edit: ({ field }) =>
      void ((field(request, "UTZPE_CNCT_MCHR_UNQ_ID")["x-scenarios"] as Record<string, string>)["SANDBOX-delay"] =
        "delay=1"),
    there: ["risky schema.x-scenarios.replaced UTZPE_CNCT_MCHR_UNQ_ID"],
    back: ["risky schema.x-scenarios.replaced UTZPE_CNCT_MCHR_UNQ_ID"],
  },
  {
    name: "an x-* key nobody knows",
    edit: ({ field }) => void (field(answer, "CNT")["x-new"] = 1),
    there: ["risky unknown CNT"],
    back: ["risky unknown CNT"],
  },
  {
    name: "anyOf",
    edit: ({ field }) => void (field(answer, "CNT")["anyOf"] = [{ type: "string" }, { type: "number" }]),
    there: ["risky schema.anyOf.added CNT", "risky schema.anyOf.added CNT"],
    back: ["risky schema.anyOf.removed CNT", "risky schema.anyOf.removed CNT"],
  },
  {
    name: "schema component under another name",
    edit: ({ api, field }) => {
      const { schemas } = api.components;
      schemas["LoanAccount"] = schemas["CreditLoanAccount"] as Schema;
      drop(schemas, "CreditLoanAccount");
      field(answer, "ACCOUNT_LIST").items = { $ref: "#/components/schemas/LoanAccount" };
    },
    there: [
      "breaking components.schemas.removed CreditLoanAccount",
      "safe schema.$ref.changed ACCOUNT_LIST",
      "safe components.schemas.added LoanAccount",
    ],
    back: [
      "breaking components.schemas.removed LoanAccount",
      "safe schema.$ref.changed ACCOUNT_LIST",
      "safe components.schemas.added CreditLoanAccount",
    ],
  },
  {
    name: "schema component under another name, and with another length",
    edit: ({ api, schema, field }) => {
      api.components.schemas["LoanAccount"] = structuredClone(schema("CreditLoanAccount"));
      drop(api.components.schemas, "CreditLoanAccount");
      field(answer, "ACCOUNT_LIST").items = { $ref: "#/components/schemas/LoanAccount" };
      field("LoanAccount", "CUS_USG_ACNO").maxLength = 20;
    },
    there: [
      "breaking components.schemas.removed CreditLoanAccount",
      "risky schema.maxLength.widened CUS_USG_ACNO",
      "safe schema.$ref.changed ACCOUNT_LIST",
      "safe components.schemas.added LoanAccount",
    ],
    back: [
      "breaking components.schemas.removed LoanAccount",
      "safe schema.$ref.changed ACCOUNT_LIST",
      "safe schema.maxLength.narrowed CUS_USG_ACNO",
      "safe components.schemas.added CreditLoanAccount",
    ],
  },
  {
    name: "schema inline in place of its component",
    edit: ({ field, schema }) =>
      void (field(answer, "ACCOUNT_LIST").items = structuredClone(schema("CreditLoanAccount"))),
    there: ["safe schema.$ref.removed ACCOUNT_LIST"],
    back: ["safe schema.$ref.added ACCOUNT_LIST"],
  },
];

import * as validators from "../../../generated/validators.ts";
import { loanPath, tokenPath } from "../contract/subject.ts";
import type { Schema } from "../../bundle/openapi.ts";

/** A body that the judges are asked about. */
export interface Target {
  name: string;
  method: "GET" | "POST";
  path: string;
  /** Whose body it is; an answer has a status. */
  status: number | undefined;
  /** In the bundle's components. */
  schema: string;
  /** The client's validator; undefined where the client reads without one. */
  validate: ((data: unknown) => boolean) | undefined;
}

type Validator = (data: unknown) => boolean;
const { getCreditLoanBasicInfoRequest, getCreditLoanBasicInfoResponse, checkTokenResponse } =
  validators as unknown as Record<string, Validator>;

/** Every JSON body of the contract, one of each schema and way. */
export const targets: readonly Target[] = [
  {
    name: "대출기본정보 요청(GET)",
    method: "GET",
    path: loanPath,
    status: undefined,
    schema: "CreditLoanBasicInfoRequest",
    validate: getCreditLoanBasicInfoRequest,
  },
  {
    name: "대출기본정보 요청(POST)",
    method: "POST",
    path: loanPath,
    status: undefined,
    schema: "CreditLoanBasicInfoRequest",
    validate: getCreditLoanBasicInfoRequest,
  },
  {
    name: "대출기본정보 응답",
    method: "POST",
    path: loanPath,
    status: 200,
    schema: "CreditLoanBasicInfoResponse",
    validate: getCreditLoanBasicInfoResponse,
  },
  {
    name: "토큰 확인 응답",
    method: "GET",
    path: tokenPath,
    status: 200,
    schema: "ResponseEnvelope",
    validate: checkTokenResponse,
  },
  { name: "오류 응답", method: "POST", path: loanPath, status: 503, schema: "ErrorResponse", validate: undefined },
];

/** The reference to a target's schema. */
export function schemaOf({ schema }: Target): Schema {
  return { $ref: `#/components/schemas/${schema}` };
}

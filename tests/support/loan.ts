import { loanPath, sampleRequest } from "./bundle.ts";
import { type Reply, send } from "./http.ts";
import { credentials } from "./servers.ts";

/** A call that the sandbox answers with 200, until a test changes it. */
export interface LoanCall {
  method: string;
  path: string;
  query: string;
  /** Names in lower case; one that is undefined is left out. */
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
}

export function loanCall(): LoanCall {
  const { appKey, secretKey, authorization } = credentials;
  return {
    method: "POST",
    path: loanPath,
    query: "",
    headers: { appkey: appKey, secretkey: secretKey, authorization, "content-type": "application/json" },
    body: sampleRequest(),
  };
}

/** Calls the loan operation, changed. */
export function callLoan(url: string, { headers = {}, ...changed }: Partial<LoanCall> = {}): Promise<Reply> {
  const call = { ...loanCall(), ...changed };
  const fields = Object.entries({ ...call.headers, ...headers }).filter(
    (entry): entry is [string, string | string[]] => entry[1] !== undefined,
  );
  return send(url + call.path + call.query, {
    method: call.method,
    headers: Object.fromEntries(fields),
    body: call.body,
  });
}

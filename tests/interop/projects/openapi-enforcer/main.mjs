import { readFileSync } from "node:fs";
import Enforcer from "openapi-enforcer";

const document = JSON.parse(readFileSync("openapi-3.0.json", "utf8"));
const [openapi, error, warning] = await Enforcer(document, { fullResult: true });
const [path] = Object.keys(document.paths);
const body = document.components.examples.CreditLoanBasicInfoSample.value;
const headers = { "content-type": "application/json", appKey: "SANDBOX-APP-KEY", secretKey: "SANDBOX-SECRET-KEY" };
const request = (sent) => openapi.request({ method: "POST", path, headers, body: sent });

const [accepted, refusal] = request(structuredClone(body));
const [, invalid] = request({ ...body, dataBody: {} });
const answer = await fetch(process.env.SANDBOX + path, { method: "POST", headers, body: JSON.stringify(body) });
const [, unlike] = accepted.response(answer.status, await answer.json(), { "content-type": "application/json" });
console.log(
  JSON.stringify({
    error: error?.toString() ?? null,
    warning: warning?.toString() ?? null,
    accepted: refusal?.toString() ?? accepted.operation.operationId,
    invalid: invalid?.toString() ?? null,
    answer: unlike?.toString() ?? answer.status,
  }),
);

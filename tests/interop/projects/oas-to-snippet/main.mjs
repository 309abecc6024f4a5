import oasToSnippet from "@readme/oas-to-snippet";
import oas from "oas";
import { readFileSync } from "node:fs";

const document = JSON.parse(readFileSync("openapi.json", "utf8"));
const api = new oas(document);
const body = document.components.examples.CreditLoanBasicInfoSample.value;
const keys = { appKey: "SANDBOX-APP-KEY", secretKey: "SANDBOX-SECRET-KEY", bearer: "SANDBOX-ACCESS-TOKEN" };
const [loan, token] = Object.keys(document.paths);
const snippet = (path, method, sent) =>
  oasToSnippet(api, api.operation(path, method), { body: sent }, keys, "shell").code;
console.log(
  JSON.stringify({ get: snippet(loan, "get", body), post: snippet(loan, "post", body), token: snippet(token, "get") }),
);

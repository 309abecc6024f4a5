import { knownKey } from "../../../scripts/checks/lint/rules/known-key.ts";
import { testSpecRule } from "../../support/rules.ts";

const header = "common/schemas/RequestDataHeader.yaml";
const token = "oauth/paths/checkToken.yaml";
const unread = (key: string): string => `${key}: 도구가 읽지 않는 키입니다.`;

testSpecRule(knownKey, [
  {
    name: "keys by pattern in a closed object",
    change: (edit) =>
      edit(header, "additionalProperties: false", 'additionalProperties: false\npatternProperties: { "^X_": {} }'),
    errors: [`spec/${header}:5 ${unread("patternProperties")}`],
  },
  {
    name: "a condition on a field",
    change: (edit) => edit(header, "maxLength: 39", "maxLength: 39\n    not: { const: x }"),
    errors: [`spec/${header}:19 ${unread("not")}`],
  },
  {
    name: "a condition on an item",
    change: (edit) => edit("credit/schemas/CreditLoanAccount.yaml", "properties:", "minProperties: 1\nproperties:"),
    errors: [unread("minProperties")],
  },
  {
    name: "a server of one path",
    change: (edit) => edit(token, "get:", "servers: [{ url: https://api.example.com }]\nget:"),
    errors: [`spec/${token}:1 ${unread("servers")}`],
  },
  {
    name: "a schema in the place it is used",
    change: (edit) => edit(token, "maxProperties: 0", "maxProperties: 0\n          if: {}"),
    errors: [unread("if")],
  },
  {
    name: "headers of a response",
    change: (edit) => edit("common/responses/NotFound.yaml", "content:", "headers: {}\ncontent:"),
    errors: [unread("headers")],
  },
  {
    name: "the encoding of a form",
    change: (edit) =>
      edit(
        token,
        "      application/x-www-form-urlencoded:\n",
        "      application/x-www-form-urlencoded:\n        encoding: {}\n",
      ),
    errors: [unread("encoding")],
  },
  {
    name: "an example elsewhere",
    change: (edit) => edit("oauth/examples/CheckTokenValid.yaml", "value:", "externalValue: ./x.json\nvalue:"),
    errors: [unread("externalValue")],
  },
  {
    name: "flows of a security scheme",
    change: (edit) => edit("common/security/bearer.yaml", "scheme: bearer", "scheme: bearer\nbearerFormat: JWT"),
    errors: [unread("bearerFormat")],
  },
  {
    name: "webhooks",
    change: (edit) => edit("openapi.yaml", "components:", "webhooks: {}\ncomponents:"),
    errors: [unread("webhooks")],
  },
]);

import { knownKey } from "../../../scripts/checks/lint/rules/known-key.ts";
import { testSpecRule } from "../../support/rules.ts";

const header = "common/schemas/RequestDataHeader.yaml";
const token = "oauth/paths/checkToken.yaml";
const unread = (key: string): string => `${key} 키는 도구가 읽지 않습니다.`;

testSpecRule(knownKey, [
  {
    name: "keys by pattern in a closed object",
    change: (edit) =>
      edit(header, "additionalProperties: false", 'additionalProperties: false\npatternProperties: { "^X_": {} }'),
    errors: [`spec/${header} ${unread("patternProperties")}`],
  },
  {
    name: "a condition on a field",
    change: (edit) => edit(header, "maxLength: 39", "maxLength: 39\n    not: { const: x }"),
    errors: [`spec/${header} ${unread("not")}`],
  },
  {
    name: "a condition on an item",
    change: (edit) => edit("credit/schemas/CreditLoanAccount.yaml", "properties:", "minProperties: 1\nproperties:"),
    errors: [unread("minProperties")],
  },
  {
    name: "a server of one path",
    change: (edit) => edit(token, "get:", "servers: [{ url: https://api.example.com }]\nget:"),
    errors: [`spec/${token} ${unread("servers")}`],
  },
  {
    name: "a schema in the place it is used",
    change: (edit) =>
      edit("common/responses/GatewayTimeout.yaml", "      type: string", "      type: string\n      if: {}"),
    errors: [unread("if")],
  },
  {
    name: "headers of a response",
    change: (edit) => edit("common/responses/NotFound.yaml", "content:", "headers: {}\ncontent:"),
    errors: [unread("headers")],
  },
  {
    name: "the encoding of a body",
    change: (edit) =>
      edit("common/responses/GatewayTimeout.yaml", "  text/html:\n", "  text/html:\n    encoding: {}\n"),
    errors: [unread("encoding")],
  },
  {
    name: "a description of a server's variable, which swagger-parser refuses",
    change: (edit) =>
      edit("openapi.yaml", "        enum: [http", "        description: http(s)입니다.\n        enum: [http"),
    errors: [`spec/openapi.yaml ${unread("description")}`],
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
  {
    name: "a misspelt key of a schema, an operation, a response, an example and the index",
    change: (edit) => {
      edit(header, "maxLength: 39", "maxLenght: 39");
      edit(token, "  summary:", "  sumary:");
      edit("common/responses/NotFound.yaml", "content:", "contnet:");
      edit("oauth/examples/CheckTokenValid.yaml", "value:", "vlaue:");
      edit("openapi.yaml", "  title:", "  titel:");
    },
    errors: [
      `spec/common/responses/NotFound.yaml ${unread("contnet")} content의 오타인지 확인하십시오.`,
      `spec/${header} ${unread("maxLenght")} maxLength의 오타인지 확인하십시오.`,
      `spec/oauth/examples/CheckTokenValid.yaml ${unread("vlaue")} value의 오타인지 확인하십시오.`,
      `spec/${token} ${unread("sumary")} summary의 오타인지 확인하십시오.`,
      `spec/openapi.yaml ${unread("titel")} title의 오타인지 확인하십시오.`,
    ],
  },
  {
    name: "a misspelt key that begins with x-",
    change: (edit) => edit(header, "x-sensitive", "x-sensitve"),
    errors: [`spec/${header} ${unread("x-sensitve")} x-sensitive의 오타인지 확인하십시오.`],
  },
  {
    name: "a required name that is no property's",
    change: (edit) => edit(header, "- UTZPE_CNCT_IPAD", "- UTZPE_CNCT_IPDA"),
    errors: [
      `spec/${header} required의 UTZPE_CNCT_IPDA 필드가 properties에 없습니다. UTZPE_CNCT_IPAD의 오타인지 확인하십시오.`,
    ],
  },
  {
    name: "a file that is empty",
    change: (edit) => edit(header, /[^]*/, ""),
    errors: [`spec/${header} 스키마 자리의 값이 객체(키와 값)가 아닙니다.`],
  },
  {
    name: "a file of another kind",
    change: (edit) => edit(token, "schemas/ResponseEnvelope", "responses/NotFound"),
    errors: [`spec/${token} $ref ../../common/responses/NotFound.yaml: 스키마 자리에서 응답 파일을 가리킵니다.`],
  },
]);

import type { MediaType, Response } from "../../../../scripts/bundle/openapi.ts";
import { drop, type EditRow, loanPath, type Server, tokenPath } from "./parts.ts";

/** Operations, how they are called, and the document around them. */
export const operationEdits: EditRow[] = [
  {
    name: "operationId",
    edit: ({ token }) => void (token.operationId = "checkAccessToken"),
    there: ["breaking operation.operationId.changed checkAccessToken"],
    back: ["breaking operation.operationId.changed checkToken"],
  },
  {
    name: "operation dropped",
    edit: ({ api }) => drop(api.paths[loanPath] as object, "post"),
    there: ["breaking pathItem.post.removed postCreditLoanBasicInfo"],
    back: ["safe pathItem.post.added postCreditLoanBasicInfo"],
  },
  {
    name: "path dropped",
    edit: ({ api }) => drop(api.paths, tokenPath),
    there: ["breaking document.paths.removed /oap/wb/v2/oauth/tokencheck"],
    back: ["safe document.paths.added /oap/wb/v2/oauth/tokencheck"],
  },
  {
    name: "path under another name",
    edit: ({ api, token }) => {
      drop(api.paths, tokenPath);
      api.paths["/oap/wb/v3/oauth/tokencheck"] = { get: token };
    },
    there: [
      "breaking document.paths.removed /oap/wb/v2/oauth/tokencheck",
      "safe document.paths.added /oap/wb/v3/oauth/tokencheck",
    ],
    back: [
      "breaking document.paths.removed /oap/wb/v3/oauth/tokencheck",
      "safe document.paths.added /oap/wb/v2/oauth/tokencheck",
    ],
  },
  {
    name: "tags and summary of an operation",
    edit: ({ token }) => {
      token["tags"] = ["CreditLoan"];
      token.summary = "확인";
    },
    there: ["safe operation.summary.changed checkToken", "safe operation.tags.changed checkToken"],
    back: ["safe operation.summary.changed checkToken", "safe operation.tags.changed checkToken"],
  },
  {
    name: "deprecated",
    edit: ({ token }) => void (token["deprecated"] = true),
    there: ["safe operation.deprecated.added checkToken"],
    back: ["safe operation.deprecated.removed checkToken"],
  },
  {
    name: "an extension that is not the project's",
    edit: ({ token }) => void (token["x-stability-level"] = "beta"),
    there: ["risky unknown checkToken"],
    back: ["risky unknown checkToken"],
  },
  {
    name: "query parameter that is required",
    edit: ({ token }) =>
      void (token["parameters"] = [{ in: "query", name: "trace", required: true, schema: { type: "string" } }]),
    there: ["breaking operation.parameters.added trace"],
    back: ["breaking operation.parameters.removed trace"],
  },
  {
    name: "response header that is always there",
    edit: ({ token }) =>
      void Object.assign(token.responses["200"] as Response, {
        headers: { "X-Trace": { required: true, schema: { type: "string" } } },
      }),
    there: ["safe response.headers.added X-Trace"],
    back: ["breaking response.headers.removed X-Trace"],
  },
  {
    name: "security with one more way in",
    edit: ({ token }) => void token.security.push({ appKey: [] }),
    there: ["safe operation.security.widened checkToken"],
    back: ["breaking operation.security.narrowed checkToken"],
  },
  {
    name: "security that asks for one key more",
    edit: ({ token }) => void (token.security = [{ appKey: [], secretKey: [], bearer: [] }]),
    there: ["breaking operation.security.narrowed checkToken"],
    back: ["safe operation.security.widened checkToken"],
  },
  {
    name: "name of a security scheme",
    edit: ({ scheme }) => void (scheme("appKey")["name"] = "appkey"),
    there: ["breaking securityScheme.name.changed appKey"],
    back: ["breaking securityScheme.name.changed appKey"],
  },
  {
    name: "type of a security scheme",
    edit: ({ scheme }) => void (scheme("bearer")["type"] = "openIdConnect"),
    there: ["breaking securityScheme.type.changed bearer"],
    back: ["breaking securityScheme.type.changed bearer"],
  },
  {
    name: "security scheme nobody asks for",
    edit: ({ api }) => void (api.components.securitySchemes["basic"] = { type: "http" }),
    there: ["safe components.securitySchemes.added basic"],
    back: ["breaking components.securitySchemes.removed basic"],
  },
  {
    name: "request body optional",
    edit: ({ loan }) => void ((loan("get").requestBody as { required: boolean }).required = false),
    there: ["safe requestBody.required.widened getCreditLoanBasicInfo"],
    back: ["breaking requestBody.required.narrowed getCreditLoanBasicInfo"],
  },
  {
    name: "request body dropped",
    edit: ({ loan }) => drop(loan("get"), "requestBody"),
    there: ["breaking operation.requestBody.removed getCreditLoanBasicInfo"],
    back: ["breaking operation.requestBody.added getCreditLoanBasicInfo"],
  },
  {
    name: "request media type under another name",
    edit: ({ loan }) => {
      for (const method of ["get", "post"] as const) {
        const body = loan(method).requestBody as { content: Record<string, MediaType> };
        body.content = { "text/json": body.content["application/json"] as MediaType };
      }
    },
    there: ["breaking requestBody.content.removed application/json", "safe requestBody.content.added text/json"],
    back: ["breaking requestBody.content.removed text/json", "safe requestBody.content.added application/json"],
  },
  {
    name: "response media type dropped",
    edit: ({ response }) => drop(response("InternalServerError").content, "text/html"),
    there: ["breaking response.content.removed text/html"],
    back: ["safe response.content.added text/html"],
  },
  {
    name: "error status dropped",
    edit: ({ loan }) => drop(loan("get").responses, "504"),
    there: ["risky operation.responses.removed 504"],
    back: ["safe operation.responses.added 504"],
  },
  {
    name: "success status another",
    edit: ({ loan }) => {
      const { responses } = loan("get");
      responses["201"] = responses["200"] as Response;
      drop(responses, "200");
    },
    there: ["breaking operation.responses.removed 200", "risky operation.responses.added 201"],
    back: ["breaking operation.responses.removed 201", "risky operation.responses.added 200"],
  },
  {
    name: "x-error-status",
    edit: ({ response }) => drop(response("Forbidden"), "x-error-status"),
    there: ["risky response.x-error-status.removed Forbidden"],
    back: ["risky response.x-error-status.added Forbidden"],
  },
  {
    name: "description of a response",
    edit: ({ response }) => void (response("Forbidden").description = "거부합니다."),
    there: ["safe response.description.changed Forbidden"],
    back: ["safe response.description.changed Forbidden"],
  },
  {
    name: "response component nobody refers to",
    edit: ({ components }) => void (components.responses["Gone"] = { description: "없습니다." }),
    there: ["safe components.responses.added Gone"],
    back: ["breaking components.responses.removed Gone"],
  },
  {
    name: "server dropped",
    edit: ({ api }) => void api.servers.pop(),
    there: ["risky document.servers.removed https://openapi.wooribank.com:444"],
    back: ["safe document.servers.added https://openapi.wooribank.com:444"],
  },
  {
    name: "another server first",
    edit: ({ api }) => void api.servers.reverse(),
    there: ["risky document.servers.reordered servers"],
    back: ["risky document.servers.reordered servers"],
  },
  {
    name: "default of a server's variable",
    edit: ({ api }) => {
      const { variables = {} } = (api.servers as Server[]).find((one) => "variables" in one) as Server;
      variables["port"] = { ...variables["port"], default: "4011" };
    },
    there: ["risky serverVariable.default.changed port"],
    back: ["risky serverVariable.default.changed port"],
  },
  {
    name: "description of a tag",
    edit: ({ api }) => void ((api.tags[0] as { description: string }).description = "대출입니다."),
    there: ["safe tag.description.changed CreditLoan"],
    back: ["safe tag.description.changed CreditLoan"],
  },
  {
    name: "display name of a tag",
    edit: ({ api }) => void ((api.tags[0] as Record<string, string>)["x-displayName"] = "대출"),
    there: ["safe tag.x-displayName.changed CreditLoan"],
    back: ["safe tag.x-displayName.changed CreditLoan"],
  },
  {
    name: "version and title",
    edit: ({ api }) => {
      api.info.version = "9.0.0";
      api.info.title = "오픈API";
    },
    there: ["safe info.title.changed info", "safe info.version.changed info"],
    back: ["safe info.title.changed info", "safe info.version.changed info"],
  },
  {
    name: "licence",
    edit: ({ api }) =>
      void ((api.info as unknown as Record<string, unknown>)["license"] = { name: "EUPL", identifier: "EUPL-1.2" }),
    there: ["risky info.license.changed info"],
    back: ["risky info.license.changed info"],
  },
  {
    name: "OpenAPI version",
    edit: ({ api }) => void (api.openapi = "3.1.1"),
    there: ["risky document.openapi.changed openapi"],
    back: ["risky document.openapi.changed openapi"],
  },
  {
    name: "webhooks, which no rule knows",
    edit: ({ api }) => void ((api as unknown as Record<string, unknown>)["webhooks"] = {}),
    there: ["risky unknown webhooks"],
    back: ["risky unknown webhooks"],
  },
];

import { OpenAPIBackend } from "openapi-backend";
import document from "./openapi.json";
import { body } from "./report";

const definition = document as never;
const strict = await new OpenAPIBackend({ definition, strict: true }).init().then(
  () => "accepted",
  (error: Error) => error.message,
);

const api = new OpenAPIBackend({ definition, quick: true });
for (const scheme of Object.keys(document.components.securitySchemes)) api.registerSecurityHandler(scheme, () => true);
api.register({
  notImplemented: (context) => context.api.mockResponseForOperation(context.operation.operationId ?? ""),
  validationFail: () => ({ status: 400 }),
});
const [path] = Object.keys(document.paths);
const call = (method: string, sent: unknown) =>
  api.handleRequest({ method, path, headers: { "content-type": "application/json" }, body: sent });

console.log(
  JSON.stringify({
    strict,
    get: await call("GET", body),
    post: await call("POST", body),
    invalid: await call("POST", { dataHeader: {}, dataBody: {} }),
  }),
);

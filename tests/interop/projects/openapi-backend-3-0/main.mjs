import { readFileSync } from "node:fs";
import { OpenAPIBackend } from "openapi-backend";

const definition = JSON.parse(readFileSync("openapi-3.0.json", "utf8"));
const api = await new OpenAPIBackend({ definition, strict: true }).init();
console.log(JSON.stringify(api.getOperations().map(({ operationId }) => operationId)));

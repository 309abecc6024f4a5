import { readFileSync } from "node:fs";
import fastify from "fastify";
import glue from "fastify-openapi-glue";

const specification = JSON.parse(readFileSync("openapi-3.0.json", "utf8"));
const answers = JSON.parse(readFileSync("answers.json", "utf8"));
const app = fastify();
app.register(glue, {
  specification,
  operationResolver: (operationId) => async () => answers[operationId],
  securityHandlers: Object.fromEntries(
    Object.keys(specification.components.securitySchemes).map((name) => [name, async () => {}]),
  ),
});
// The schema of a 400 is the bank's, so what Fastify says is no answer of it.
app.setErrorHandler((error, _request, reply) => reply.code(error.statusCode).serializer(JSON.stringify).send({}));
const body = specification.components.examples.CreditLoanBasicInfoSample.value;
const told = {};
for (const [url, item] of Object.entries(specification.paths))
  for (const [method, { operationId, requestBody }] of Object.entries(item)) {
    const call = (payload) => app.inject({ method, url, ...(requestBody === undefined ? {} : { payload }) });
    const { statusCode, body: text } = await call(body);
    told[operationId] = [statusCode, JSON.parse(text)];
    if (requestBody !== undefined) told.invalid = (await call({ ...body, dataBody: {} })).statusCode;
  }
console.log(JSON.stringify(told));

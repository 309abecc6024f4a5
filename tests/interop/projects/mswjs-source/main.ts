import { fromOpenApi } from "@mswjs/source/open-api";
import { setupServer } from "msw/node";
import document from "./openapi.json";

const [loan, token] = Object.keys(document.paths);
const [server] = document.servers;

/** The answers without keys: the sandbox, which runs at this address, would refuse. */
async function answersOf(api: object): Promise<unknown[]> {
  const mock = setupServer(...(await fromOpenApi(api as never)));
  mock.listen({ onUnhandledRequest: "error" });
  const answers = [await fetch(`${server.url}${loan}`, { method: "POST" }), await fetch(`${server.url}${token}`)];
  mock.close();
  return Promise.all(answers.map(async (answer) => [answer.status, await answer.json()]));
}

console.log(
  JSON.stringify({ first: await answersOf({ ...document, servers: [server] }), all: await answersOf(document) }),
);

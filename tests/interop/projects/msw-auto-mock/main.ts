import { server } from "./out/node";
import document from "./openapi.json";
import { body, headers } from "./report";

server.listen({ onUnhandledRequest: "error" });
const url = document.servers[0].url;
const [loan, token] = Object.keys(document.paths);
const answers = [
  await fetch(`${url}${loan}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  }),
  await fetch(`${url}${token}`, { headers }),
];
console.log(
  JSON.stringify(await Promise.all(answers.map(async (answer) => [answer.status, Object.keys(await answer.json())]))),
);
server.close();

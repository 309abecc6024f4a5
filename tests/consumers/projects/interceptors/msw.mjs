// MSW answers a call; prints its outcome and what the handler saw.
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { answer, bank, callOnce } from "./call-once.mjs";

const seen = [];
const server = setupServer(
  http.all(`${bank}/*`, async ({ request }) => HttpResponse.json(await answer(request, seen))),
);
server.listen({ onUnhandledRequest: "error" });
console.log(JSON.stringify({ outcome: await callOnce(process.argv[2]), seen }));
server.close();

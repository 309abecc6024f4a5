import { spawn } from "node:child_process";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readBundle } from "../../bundle/bundle-file.ts";
import { exampleCredentials, exampleRequest, type ExampleRequest } from "../../bundle/example-request.ts";
import { operationsOf } from "../../bundle/openapi.ts";
import { bundleFile } from "../../lib/paths.ts";
import { appOf } from "../app.ts";
import type { Group } from "../group.ts";
import { interleaved } from "../interleave.ts";
import { own } from "../measurement.ts";
import { exampleAnswer } from "../servers/example-answer.ts";
import { answers, freePort } from "../servers/http.ts";

/** What is used here of the package. */
interface Package {
  createWooriConnection: (options: object) => { close: () => void };
  getCreditLoanBasicInfo: (woori: object, input: object) => Promise<{ data: object; issues: readonly unknown[] }>;
}

/** One call after the other on loopback. */
export const call: Group = {
  title: "호출 한 번",
  about:
    "127.0.0.1에서 정해진 응답을 보내는 node:http 서버에 같은 요청을 하나씩 이어서 보냅니다. 우리 것은 요청을 검사하고 본문이 있는 GET을 보내고 응답을 읽어 검사합니다. node:http는 본문이 있는 GET과 연결 유지, JSON.parse뿐이고, fetch는 본문이 있는 GET을 보낼 수 없으므로 POST입니다. 패키지는 npm run package로 만든 것입니다.",
  metrics: { call: { label: "호출 한 번", unit: "µs" } },
  peers: [],
  measure: async (run) => {
    run.tell("call");
    const api = await readBundle(bundleFile);
    const [loan] = operationsOf(api).filter(({ operation }) => operation.requestBody !== undefined);
    if (loan === undefined) throw new Error("the bundle has no operation with a body");
    const exchange = exampleRequest(api, loan);
    const port = String(await freePort());
    const server = spawn(process.execPath, [join(import.meta.dirname, "../servers/bare.ts")], {
      stdio: "ignore",
      env: { ...process.env, PORT: port, ANSWER: exampleAnswer(api, loan.operation) },
    });
    const url = `http://127.0.0.1:${port}`;
    const agent = new Agent({ keepAlive: true });
    const module = join(await appOf(run, 1), "node_modules/woori-openapi/dist/operations.js");
    const { createWooriConnection, getCreditLoanBasicInfo } = (await import(pathToFileURL(module).href)) as Package;
    const woori = createWooriConnection({ baseUrl: url, ...exampleCredentials, method: "GET" });
    const input = JSON.parse(exchange.body ?? "") as object;
    const callers: [string, () => Promise<unknown>][] = [
      [own, () => getCreditLoanBasicInfo(woori, input)],
      ["node:http", () => byHttp(agent, url, exchange)],
      ["fetch", () => byFetch(url, exchange)],
    ];
    try {
      await answers(url + exchange.path, exchange, performance.now());
      const calls = run.quick ? 200 : 1000;
      for (const [, call] of callers) for (let count = 0; count < calls; count++) await call();
      const contenders = callers.map(([subject, call]) => ({
        subject,
        measure: async () => {
          const start = performance.now();
          for (let count = 0; count < calls; count++) await call();
          return { call: ((performance.now() - start) * 1000) / calls };
        },
      }));
      return await interleaved(contenders, run.quick ? 3 : 15);
    } finally {
      woori.close();
      agent.destroy();
      server.kill();
    }
  },
};

function byHttp(agent: Agent, url: string, { method, path, headers, body = "" }: ExampleRequest): Promise<unknown> {
  return new Promise((done, fail) => {
    const length = { "content-length": String(Buffer.byteLength(body)) };
    request(url + path, { agent, method, headers: { ...headers, ...length } }, (response) => {
      let text = "";
      response
        .setEncoding("utf8")
        .on("data", (part: string) => (text += part))
        .on("end", () => done(JSON.parse(text)))
        .on("error", fail);
    })
      .on("error", fail)
      .end(body);
  });
}

async function byFetch(url: string, { path, headers, body }: ExampleRequest): Promise<unknown> {
  const response = await fetch(url + path, { method: "POST", headers, ...(body === undefined ? {} : { body }) });
  return response.json();
}

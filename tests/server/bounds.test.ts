import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { startProxy } from "../../scripts/proxy/start.ts";
import { maxFields, maxValues, maxWaiting } from "../../scripts/server/bounds.ts";
import { Connections } from "../../scripts/server/connections.ts";
import { loanPath, sampleRequest } from "../support/bundle.ts";
import { expectError } from "../support/envelope.ts";
import { callLoan } from "../support/loan.ts";
import { closeOf, talk } from "../support/raw-socket.ts";
import { credentials, useSandbox, useServer } from "../support/servers.ts";

const sandbox = useSandbox();
const proxy = useServer(() => startProxy({ upstream: sandbox.url() }));

const body = JSON.stringify(sampleRequest());
const fields = Object.entries({ Host: "127.0.0.1", ...credentials, "Content-Type": "application/json" })
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join("");
const request = (more = "", framing = `Content-Length: ${body.length}\r\n`, content = body): string =>
  `POST ${loanPath} HTTP/1.1\r\n${fields}${more}${framing}\r\n${content}`;
const coded = "Connection: close\r\nTransfer-Encoding: chunked\r\n";

/** A body in chunks of so many bytes. */
function chunks(text: string, size: number): string {
  const parts = text.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
  return [...parts.map((part) => `${part.length.toString(16)}\r\n${part}\r\n`), "0\r\n\r\n"].join("");
}

function statusesOf(text: string): string[] {
  return Array.from(text.matchAll(/HTTP\/1\.1 (\d{3}) /g), ([, status = ""]) => status);
}

describe.each([
  ["sandbox", () => sandbox.url()],
  ["proxy", () => proxy.url()],
])("%s", (_server, url) => {
  test.each([1, 7, 16, 1000])("reads a body in chunks of %i bytes as one in one piece", async (size) => {
    expect(statusesOf(await talk(url(), request("", coded, chunks(body, size))))).toEqual(["200"]);
  });

  test("reads a large body in chunks of 20 bytes, and refuses one in chunks of one byte, at once", async () => {
    const large = body.padEnd(200_000);
    expect(statusesOf(await talk(url(), request("", coded, chunks(large, 20))))).toEqual(["200"]);
    const answer = await talk(url(), request("", coded, chunks(large, 1).slice(0, 20_000)));
    expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*너무 작은 조각/);
    expect((await callLoan(url())).status).toBe(200);
  });

  test("takes about as many header fields as it says, to which a proxy adds its own, and refuses one more", async () => {
    const own = fields.split("\r\n").length + 1;
    const filled = (count: number): string => request(`Connection: close\r\n${"a:\r\n".repeat(count - own)}`);
    expect(statusesOf(await talk(url(), filled(maxFields - 4)))).toEqual(["200"]);
    expect(await talk(url(), filled(maxFields + 1))).toMatch(/^HTTP\/1\.1 400 [\s\S]*헤더가 \d+개를 넘습니다/);
  });

  test("answers as many requests at once on a connection as it says in their order, and cuts one that sends more", async () => {
    const many = (count: number): string =>
      request("Prefer: delay=50\r\n") + request().repeat(count - 1) + request("Connection: close\r\n");
    expect(statusesOf(await talk(url(), many(maxWaiting)))).toHaveLength(maxWaiting + 1);
    expect(statusesOf(await talk(url(), many(maxWaiting + 100)))).toEqual([]);
  });
});

test("the sandbox executes nothing behind an answer that is withheld, and closes when the client does", async () => {
  sandbox.server().reset();
  const behind =
    request("Prefer: example=noAccounts\r\n").repeat(3) +
    request("", "Content-Length: 500000\r\n", "x".repeat(300_000));
  expect(await talk(sandbox.url(), request("Prefer: fault=hang\r\n") + behind, "end")).toBe("");
  expect(
    sandbox
      .server()
      .requests()
      .filter(({ scenario }) => scenario === "example=noAccounts"),
  ).toEqual([]);
});

test("the sandbox says that it does not examine a body of too many keys and elements, also in texts that look like them", async () => {
  const withKeys = (count: number): string =>
    `{"a":{${Array.from({ length: count }, (_, index) => `"k${index}":1`).join(",")}}}`;
  const reply = await callLoan(sandbox.url(), { body: withKeys(maxValues) });
  expect(expectError(reply, 400, "SYSCD02101")).toEqual([
    `본문의 필드와 원소가 ${maxValues}개를 넘습니다. ${maxValues}개 이하로 보내십시오.`,
  ]);
  expect(
    expectError(await callLoan(sandbox.url(), { body: withKeys(maxValues - 10) }), 400, "SYSCD02101"),
  ).not.toHaveLength(1);
  const sample = sampleRequest();
  sample.dataHeader["UTZPE_CNCT_TEL_NO_TXT"] = '{"[,\\"'.repeat(maxValues);
  expect(expectError(await callLoan(sandbox.url(), { body: sample }), 400, "SYSCD01008")).toHaveLength(1);
});

test("a server with all its connections open closes one that waits for no answer for each new one", async () => {
  const server = createServer();
  const connections = new Connections(server, 3);
  server.on("request", (incoming, response) =>
    connections.take(incoming, response, () => void (incoming.url === "/wait" ? 0 : response.end("answer"))),
  );
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => connections.end());
  const { port } = server.address() as AddressInfo;
  const open = async (text: string): Promise<Socket> => {
    const socket = connect(port, "127.0.0.1");
    onTestFinished(() => void socket.destroy());
    socket.on("error", () => {});
    await once(socket, "connect");
    socket.write(text);
    return socket;
  };
  const waiting = [
    await open("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n"),
    await open("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n"),
  ];
  const slow = await open("GET / HTTP/1.1\r\nHo");
  const closed = closeOf(slow);
  const honest = await open("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(String((await once(honest, "data"))[0])).toContain("answer");
  await closed;
  expect(waiting.map((socket) => socket.destroyed)).toEqual([false, false]);
});

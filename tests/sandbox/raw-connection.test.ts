import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { startSandbox } from "../../scripts/sandbox/start.ts";
import { loanPath } from "../support/bundle.ts";
import { expectError } from "../support/envelope.ts";
import { callLoan } from "../support/loan.ts";
import { canary, chunked, expectAlive, type RawAnswer, RawConnection, rawRequest } from "../support/raw-socket.ts";
import { useSandbox } from "../support/servers.ts";

const sandbox = useSandbox();
/** One that gives a request 400 ms to arrive. */
const hurried = useSandbox({ requestTimeout: 400 });

// Loading Prism takes as long on a busy machine.
beforeAll(() => callLoan(hurried.url()));

const coded = "Transfer-Encoding: chunked\r\n";
const sample = rawRequest().split("\r\n\r\n")[1] ?? "";
const whole = rawRequest();
const slow = rawRequest({ headers: { Prefer: "delay=100" } });

const halves: [name: string, bytes: string, code: string][] = [
  ["half a request line", "POST /oai/wb/v1", "SYSCD02001"],
  ["half a header", `POST ${loanPath} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Canary: ${canary}`, "SYSCD02001"],
  [
    "headers without their end",
    `POST ${loanPath} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Canary: ${canary}\r\n`,
    "SYSCD02001",
  ],
  ["no body", whole.slice(0, -sample.length), "SYSCD01005"],
  ["half a body", whole.slice(0, -100), "SYSCD01005"],
  ["half a chunk", rawRequest({ framing: coded, body: `ff\r\n${sample.slice(0, 100)}` }), "SYSCD01005"],
  [
    "chunks without the last",
    rawRequest({ framing: coded, body: chunked(sample).replace(/0\r\n\r\n$/, "") }),
    "SYSCD01005",
  ],
  ["half a body for a path that is unknown", rawRequest({ target: "/x" }).slice(0, -100), "SYSCD01005"],
];

async function expectRefused(connection: RawConnection, code: string, text: RegExp, before = 0): Promise<void> {
  const answers = await connection.until(before + 1);
  const last = answers.at(-1) as RawAnswer;
  expect(answers).toHaveLength(before + 1);
  expect(last.headers["connection"]).toBe("close");
  expect(
    expectError(
      { status: last.status, text: last.body.toString(), contentType: last.headers["content-type"] },
      400,
      code,
    ),
  ).toEqual([expect.stringMatching(text)]);
  expect(await connection.closed()).toBe("FIN");
}

describe("half a request", () => {
  test("and silence is refused after the time-out", async () => {
    await Promise.all(
      halves.map(async ([, bytes, code]) => {
        const connection = new RawConnection(hurried.url());
        void connection.write(bytes);
        await expectRefused(connection, code, /: 400ms 안에 모두 도착\. 받은 값: 일부\.$/);
      }),
    );
    await expectAlive(hurried.url());
  });

  test("and silence behind a whole one is refused behind its answer", async () => {
    await Promise.all(
      halves.map(async ([, bytes, code]) => {
        const connection = new RawConnection(hurried.url());
        void connection.write(rawRequest({ headers: { Prefer: "delay=900" } }) + bytes);
        await expectRefused(connection, code, /400ms/, 1);
        expect(connection.answers[0]?.status).toBe(200);
      }),
    );
  });

  test.each(halves)("(%s) and FIN is refused", async (_name, bytes, code) => {
    const connection = new RawConnection(sandbox.url());
    await connection.write(bytes);
    connection.finish();
    await expectRefused(connection, code, /HTTP\/1\.1의 (전송 )?형식\. 받은 값: 읽을 수 없는 형식\.$/);
    await expectAlive(sandbox.url());
  });

  test.each(halves)("(%s) and RST leaves the sandbox alive", async (_name, bytes) => {
    const connection = new RawConnection(sandbox.url());
    await connection.write(bytes);
    connection.reset();
    await expectAlive(sandbox.url());
  });
});

describe("FIN behind whole requests", () => {
  test.each([
    ["one", slow, 1],
    ["several", slow + whole + slow, 3],
  ])("%s answered later: no answer is lost", async (_name, bytes, count) => {
    const connection = new RawConnection(sandbox.url(), { staysOpen: true });
    await connection.write(bytes);
    connection.finish();
    expect((await connection.until(count)).map(({ status }) => status)).toEqual(
      Array.from({ length: count }, () => 200),
    );
    expect(await connection.closed()).toBe("FIN");
  });

  test.each([
    ["at once", true],
    ["later", false],
  ])("%s, where the sandbox hangs as asked: the connection ends", async (_name, atOnce) => {
    const connection = new RawConnection(sandbox.url());
    await connection.write(whole + rawRequest({ headers: { Prefer: "fault=hang" } }));
    if (!atOnce) await connection.until(1);
    connection.finish();
    expect(await connection.closed()).toBe("FIN");
    expect(connection.answers).toHaveLength(1);
  });
});

describe("RST while the sandbox answers", () => {
  test.each([
    ["a request", whole],
    ["a request that is answered later", slow],
    ["CONNECT", "CONNECT example.com:443 HTTP/1.1\r\nHost: x\r\n\r\n"],
    [
      "CONNECT and what is sent through it",
      `CONNECT example.com:443 HTTP/1.1\r\nHost: x\r\n\r\n${canary.repeat(20_000)}`,
    ],
    ["garbage", `\x01${canary.repeat(20_000)}`],
    ["a body of 1 MB", rawRequest({ body: "x".repeat(1_000_000) })],
    [
      "a preflight",
      rawRequest({ method: "OPTIONS", headers: { Origin: "http://a", "Access-Control-Request-Method": "GET" } }),
    ],
    ["its own endpoint", rawRequest({ method: "GET", target: "/__sandbox/scenarios" })],
  ])("to %s leaves it alive", async (_name, bytes) => {
    for (let count = 0; count < 5; count += 1) {
      const connection = new RawConnection(sandbox.url());
      await connection.write(bytes);
      connection.reset();
    }
    await expectAlive(sandbox.url());
  });
});

describe("requests behind one another are answered in their order", () => {
  const statuses = async (bytes: string, count: number): Promise<[number[], RawConnection]> => {
    const connection = new RawConnection(sandbox.url());
    void connection.write(bytes);
    return [(await connection.until(count)).map(({ status }) => status), connection];
  };

  test("good ones, the first of them the slowest", async () => {
    const [answers] = await statuses(slow + rawRequest({ target: "/x" }) + rawRequest({ method: "PUT" }) + whole, 4);
    expect(answers).toEqual([200, 404, 405, 200]);
  });

  test("a hundred at once", async () => {
    const [answers] = await statuses(
      Array.from({ length: 50 }, () => whole + rawRequest({ target: "/x" })).join(""),
      100,
    );
    expect(answers).toEqual(Array.from({ length: 50 }, () => [200, 404]).flat());
  });

  test.each([
    ["garbage", "\x01\x02", 400],
    ["a method that is none", rawRequest({ method: "FOO" }), 405],
    ["CONNECT", "CONNECT example.com:443 HTTP/1.1\r\nHost: x\r\n\r\n", 405],
    ["a chunk size that is none", rawRequest({ framing: coded, body: "zz\r\n" }), 400],
    ["a body of two lengths", rawRequest({ framing: "Content-Length: 5\r\nContent-Length: 6\r\n" }), 400],
  ])("%s behind a slow one, after which the connection ends", async (_name, bytes, status) => {
    const [answers, connection] = await statuses(slow + whole + bytes, 3);
    expect(answers).toEqual([200, 200, status]);
    expect(await connection.closed()).toBe("FIN");
  });

  test.each([
    ["reset", "RST"],
    ["truncated-body", "FIN"],
  ])("fault=%s comes behind the answer before it", async (fault, how) => {
    const [answers, connection] = await statuses(slow + rawRequest({ headers: { Prefer: `fault=${fault}` } }), 1);
    expect(answers).toEqual([200]);
    expect(await connection.closed().catch((error: Error) => error.message)).toMatch(
      fault === "reset" ? how : /bytes after the last whole answer/,
    );
  });

  test("a preflight and an endpoint of the sandbox answer before their bodies are there, and then end the connection", async () => {
    for (const bytes of [
      rawRequest({
        method: "OPTIONS",
        headers: { Origin: "http://a", "Access-Control-Request-Method": "GET" },
        framing: coded,
        body: "zz\r\n",
      }),
      rawRequest({ method: "GET", target: "/__sandbox/health", framing: coded, body: "zz\r\n" }),
    ]) {
      const [, connection] = await statuses(slow + bytes, 2);
      expect(connection.answers[1]?.status).toBe(bytes.startsWith("GET") ? 200 : 204);
      expect(await connection.closed()).toBe("FIN");
    }
  });
});

describe("slow and silent connections", () => {
  /** Sends a byte at a time until the sandbox has answered. */
  const drip = async (connection: RawConnection, bytes: string, pause: number): Promise<void> => {
    for (const byte of bytes) {
      if (connection.answers.length > 0) return;
      await connection.write(byte);
      if (pause > 0) await wait(pause);
    }
  };

  test("a request that drips in within the time-out is answered", async () => {
    const connection = new RawConnection(sandbox.url());
    await drip(connection, whole, 0);
    expect((await connection.until(1))[0]?.status).toBe(200);
  });

  test.each([
    ["headers", "SYSCD02001"],
    ["a body", "SYSCD01005"],
  ])("%s dripping on beyond it: refused", async (part, code) => {
    const connection = new RawConnection(hurried.url());
    if (part === "a body") await connection.write(whole.slice(0, -sample.length));
    await drip(connection, part === "a body" ? " ".repeat(1000) : whole, 10);
    await expectRefused(connection, code, /400ms/);
  });

  test("one that never closes after its refusal is cut", async () => {
    const connection = new RawConnection(sandbox.url(), { staysOpen: true });
    await connection.write("\x01");
    expect((await connection.until(1))[0]?.status).toBe(400);
    expect(await connection.closed()).toBe("FIN");
    const drip = setInterval(() => void connection.write("\x01"), 50);
    await connection.gone;
    clearInterval(drip);
  });

  test("400 idle ones keep nobody waiting, and those that never speak are cut without a word", async () => {
    const idle = Array.from({ length: 400 }, () => new RawConnection(hurried.url()));
    await expectAlive(hurried.url());
    expect(new Set(await Promise.all(idle.map((connection) => connection.closed())))).toEqual(new Set(["FIN"]));
    expect(idle.flatMap(({ answers }) => answers)).toEqual([]);
  });

  test("close() ends them all", async () => {
    const server = await startSandbox();
    const bytes = [
      "",
      "POST",
      whole.slice(0, -5),
      rawRequest({ headers: { Prefer: "fault=hang" } }),
      rawRequest({ headers: { Prefer: "delay=60000" } }),
    ];
    const connections = bytes.map((start) => {
      const connection = new RawConnection(server.url);
      void connection.write(start);
      return connection;
    });
    await expectAlive(server.url);
    await server.close();
    await Promise.all(connections.map((connection) => connection.closed()));
  });
});

import { createServer, type AddressInfo, type Socket } from "node:net";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { WooriError } from "../../generated/client.ts";
import { clientFor, input, success } from "../support/client.ts";

/** Bytes that a peer may put where a line or a value belongs. */
const junk = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    "",
    "\x00",
    "a\x01b",
    "\r",
    "\n",
    "\t",
    " ",
    "\x7f",
    "\x80ÿ",
    "가",
    "%0d%0a",
    "__proto__",
    "1".repeat(9000),
  ),
);
const statusLine = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("HTTP/1.1", "HTTP/1.0", "HTTP/2", "HTTP/9.9", "ICY", ""),
      fc.oneof(fc.constantFrom("200", "204", "100", "101", "304", "407", "500", "999", "0", "-1", "20"), junk),
      junk,
    )
    .map(([version, status, reason]) => `${version} ${status} ${reason}`),
  junk,
);
const header = fc.tuple(
  fc.oneof(
    fc.constantFrom(
      "content-type",
      "content-length",
      "content-encoding",
      "transfer-encoding",
      "connection",
      "location",
      "set-cookie",
      "trailer",
      "x",
    ),
    junk,
  ),
  fc.oneof(
    fc.constantFrom("application/json", "gzip", "chunked", "0", "5", "-1", "99999999999999999999", "close", "br, gzip"),
    junk,
  ),
);
const body = fc.oneof(
  fc.constantFrom(success, "", "{}", "[]", "<html>", "5\r\nabcde\r\n0\r\n\r\n", "5\r\nabc", "zz\r\n"),
  fc.json(),
  junk,
);
const answer = fc.record({
  statusLine,
  headers: fc.array(header, { maxLength: 4 }),
  body,
  ends: fc.constantFrom("end", "destroy", "reset"),
});

test("whatever a peer answers, a call ends with a result or an error of the client's own", async () => {
  let next = Buffer.alloc(0);
  let ends: "end" | "destroy" | "reset" = "end";
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    socket.once("data", () => {
      socket.write(next, () =>
        ends === "end" ? socket.end() : ends === "destroy" ? socket.destroy() : socket.resetAndDestroy(),
      );
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  });
  const client = clientFor(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { timeout: 500 });
  await fc.assert(
    fc.asyncProperty(answer, async (one) => {
      ({ ends } = one);
      const head = [one.statusLine, ...one.headers.map(([name, value]) => `${name}: ${value}`)].join("\r\n");
      next = Buffer.from(`${head}\r\n\r\n${one.body}`, "utf8");
      const outcome: unknown = await client.getCreditLoanBasicInfo(input()).catch((error: unknown) => error);
      if (!(outcome instanceof Error)) return;
      expect(outcome).toBeInstanceOf(WooriError);
      expect(outcome.message).toMatch(/[가-힣]/);
      expect(JSON.stringify(outcome)).not.toContain("CANARY");
    }),
    { numRuns: 400, seed: 20190628 },
  );
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

import { createServer } from "node:net";
import type { ExampleRequest } from "../../bundle/example-request.ts";
import { CannotMeasure } from "../measurement.ts";

/** Prism's command at a thousand operations needs a while for its first answer. */
const limitMs = 120_000;

/**
 * Sends a request until it is answered with 200; gives the milliseconds since then.
 *
 * @param started by performance.now()
 * @param hasEnded whether the server has ended meanwhile
 * @throws {CannotMeasure} where no such answer comes
 */
export async function answers(
  url: string,
  { method, headers, body }: ExampleRequest,
  started: number,
  hasEnded: () => boolean = () => false,
): Promise<number> {
  // fetch has no GET with a body.
  const options = { method: body === undefined ? method : "POST", headers, ...(body === undefined ? {} : { body }) };
  let status = "";
  const attempt = async (): Promise<boolean> => {
    const response = await fetch(url, options);
    status = `마지막 상태 코드는 ${response.status}입니다.`;
    await response.arrayBuffer();
    return response.status === 200;
  };
  while (!(await attempt().catch(() => false))) {
    if (hasEnded()) throw new CannotMeasure("서버가 시작하다가 끝났습니다.");
    if (performance.now() - started > limitMs)
      throw new CannotMeasure(`${limitMs / 1000}초 안에 200으로 응답하지 않았습니다. ${status}`.trim());
    await new Promise((done) => setTimeout(done, 2));
  }
  return performance.now() - started;
}

/** A port of 127.0.0.1 that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });
}

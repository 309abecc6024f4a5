import type { IncomingMessage } from "node:http";
import { type Refusal, refuse } from "./refusal.ts";

/** Fields that come once (RFC 9110, 5.3) and of which Node passes over all but the first. */
const single = ["Host", "Authorization", "Content-Type"];

/** Host: a name or an address, and a port (RFC 9110, 7.2). */
const hostForm = /^(?:[\w\-.~!$&'()*+,;=%]*|\[[\da-f:.]+\])(?::\d*)?$/i;

/** What makes a request no HTTP/1.1 although Node's parser takes it; undefined where nothing does. */
export function malformed({ httpVersion, headers, rawHeaders }: IncomingMessage): Refusal | undefined {
  if (httpVersion !== "1.1" && httpVersion !== "1.0")
    return refuse("SYSCD02001", 400, ["HTTP 버전: 1.1 또는 1.0. 받은 값: 다른 버전."], { closes: true });
  const names = rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [name.toLowerCase()] : []));
  const repeated = single.filter((name) => names.indexOf(name.toLowerCase()) !== names.lastIndexOf(name.toLowerCase()));
  if (repeated.length > 0)
    return refuse(
      "SYSCD02001",
      400,
      repeated.map((name) => `${name}: 하나. 받은 값: 여러 개.`),
      { closes: true },
    );
  const { host, "transfer-encoding": coding } = headers;
  // RFC 9112, 3.2.
  if (host === undefined && httpVersion === "1.1")
    return refuse("SYSCD02001", 400, ["Host: 필수 헤더. 받은 값: 없음."], { closes: true });
  if (host !== undefined && !hostForm.test(host))
    return refuse("SYSCD02001", 400, ["Host: 주소와 포트. 받은 값: 다른 형식."], { closes: true });
  // HTTP/1.0 has none (RFC 9112, 6.1).
  if (coding !== undefined && (coding.toLowerCase() !== "chunked" || httpVersion === "1.0"))
    return refuse("SYSCD01005", 400, ["Transfer-Encoding: HTTP/1.1의 chunked. 받은 값: 다른 전송 형식."], {
      closes: true,
    });
  return undefined;
}

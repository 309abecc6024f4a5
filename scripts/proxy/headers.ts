/** Fields that are for one connection, or for the proxy itself (RFC 9110, 7.6.1 and 11.7). Trailer goes with the trailers, which are not passed on. */
const hopByHop = [
  "connection",
  "proxy-connection",
  "keep-alive",
  "te",
  "transfer-encoding",
  "upgrade",
  "trailer",
  "proxy-authorization",
  "proxy-authenticate",
];

/** Fields that no Connection field may take away: without them the body of one request would be read as the next request. */
const kept = ["content-length", "host"];

/** The methods that Node sends without a body unless told otherwise (RFC 9110, 8.6). */
const bodiless = ["GET", "HEAD", "DELETE", "OPTIONS", "TRACE"];

type Field = [name: string, value: string];

/**
 * The header of a request as it goes to the upstream: all fields with their spelling, order and repetitions, less those of
 * the connection, and with the upstream's Host. The body keeps the framing it came with.
 *
 * @param raw names and values in turn, as Node's rawHeaders
 * @param host the upstream's authority
 * @param via what names this proxy (RFC 9110, 7.6.3)
 */
export function requestHeader(method: string, raw: readonly string[], host: string, via: string): string[] {
  const fields = fieldsOf(raw);
  const framing = fields.filter(([name]) => name.toLowerCase() === "transfer-encoding");
  const passed = endToEnd(fields).filter(([name]) => name.toLowerCase() !== "host");
  const hasLength = passed.some(([name]) => name.toLowerCase() === "content-length");
  const none: Field[] = framing.length > 0 || hasLength || bodiless.includes(method) ? [] : [["Content-Length", "0"]];
  return [["Host", host], ...passed, ...framing, ...none, ["Via", via]].flat();
}

/** The header of an answer as it goes to the client; Node frames the body anew. */
export function answerHeader(raw: readonly string[]): string[] {
  return endToEnd(fieldsOf(raw)).flat();
}

function fieldsOf(raw: readonly string[]): Field[] {
  return raw.flatMap((name, index): Field[] => (index % 2 === 0 ? [[name, raw[index + 1] ?? ""]] : []));
}

function endToEnd(fields: readonly Field[]): Field[] {
  const named = fields
    .filter(([name]) => name.toLowerCase() === "connection")
    .flatMap(([, value]) => value.split(",").map((option) => option.trim().toLowerCase()));
  const dropped = new Set([...hopByHop, ...named.filter((name) => !kept.includes(name))]);
  return fields.filter(([name]) => !dropped.has(name.toLowerCase()));
}

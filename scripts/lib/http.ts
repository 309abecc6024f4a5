import { type Agent, type IncomingHttpHeaders, request as httpRequest } from "node:http";

/** An answer, read to its end. */
export interface Reply {
  status: number;
  /** Without parameters. */
  contentType: string;
  headers: IncomingHttpHeaders;
  text: string;
  json: () => unknown;
}

/**
 * Sends one HTTP request. Unlike fetch, it sends a body with GET, as the document requires.
 *
 * @param options.body a string or bytes are sent unchanged, anything else as JSON
 * @param options.agent keeps connections; without it each request opens one
 * @param options.timeoutMs milliseconds without any data from the server; Prism never answers some requests
 * @throws {Error} when the connection fails or times out
 */
export function send(
  url: string,
  {
    method = "GET",
    headers = {},
    body,
    agent = false,
    timeoutMs = 20_000,
  }: {
    method?: string;
    headers?: Record<string, string | string[]>;
    body?: unknown;
    agent?: Agent | false;
    timeoutMs?: number;
  },
): Promise<Reply> {
  const bytes =
    body === undefined
      ? undefined
      : Buffer.from(typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  const length = bytes === undefined ? {} : { "content-length": String(bytes.length) };
  return new Promise((done, fail) => {
    const request = httpRequest(
      url,
      { method, headers: { ...headers, ...length }, agent, timeout: timeoutMs },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        // The connection closed in the middle of the answer.
        response.on("error", fail);
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          const contentType = String(response.headers["content-type"] ?? "").split(";")[0] ?? "";
          done({
            status: response.statusCode ?? 0,
            contentType,
            headers: response.headers,
            text,
            json: () => JSON.parse(text) as unknown,
          });
        });
      },
    );
    request.on("error", fail);
    request.on("timeout", () => request.destroy(new Error("no answer")));
    request.end(bytes);
  });
}

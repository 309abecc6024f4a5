import { type IncomingHttpHeaders, request as httpRequest } from "node:http";

export interface Reply {
  status: number;
  contentType: string;
  headers: IncomingHttpHeaders;
  text: string;
  json: () => unknown;
}

/** One request over real HTTP. Unlike fetch it sends a body with GET, as the document asks. */
export function send(
  url: string,
  { method = "GET", headers = {}, body }: { method?: string; headers?: Record<string, string | string[]>; body?: unknown },
): Promise<Reply> {
  const bytes = body === undefined ? undefined : Buffer.from(typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  const length = bytes === undefined ? {} : { "content-length": String(bytes.length) };
  return new Promise((done, fail) => {
    const request = httpRequest(url, { method, headers: { ...headers, ...length }, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      // An answer that is cut in the middle.
      response.on("error", fail);
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        const contentType = String(response.headers["content-type"] ?? "").split(";")[0] ?? "";
        done({ status: response.statusCode ?? 0, contentType, headers: response.headers, text, json: () => JSON.parse(text) as unknown });
      });
    });
    request.on("error", fail);
    request.end(bytes);
  });
}

import { send } from "../../scripts/lib/http.ts";
import { serve, type TestServer } from "./client.ts";

/** A server that passes each request on to the mock with more headers, and the answer back: it sees what a client really sent. */
export function forwardTo(mockUrl: string, more: Record<string, string> = {}): Promise<TestServer> {
  return serve((request, response, body) => {
    const { host: _host, connection: _connection, ...headers } = request.headers as Record<string, string>;
    const message = {
      method: request.method ?? "",
      headers: { ...headers, ...more },
      ...(body === "" ? {} : { body }),
    };
    void send(mockUrl + (request.url ?? ""), message).then(({ status, contentType, text }) =>
      response.writeHead(status, { "content-type": contentType }).end(text),
    );
  });
}

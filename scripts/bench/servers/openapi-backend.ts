import { createServer } from "node:http";
import { loadPeer } from "../peers.ts";

interface Answer {
  status: number;
  mock: unknown;
}

/** What is used here of openapi-backend. */
interface Backend {
  OpenAPIBackend: new (options: object) => {
    mockResponseForOperation: (operationId: string) => Answer;
    registerSecurityHandler: (name: string, handler: () => boolean) => void;
    init: () => Promise<unknown>;
    handleRequest: (request: object) => Promise<Answer>;
  };
}

const { OpenAPIBackend } = await loadPeer<Backend>("openapi-backend");

/** openapi-backend on a bundle, as its documentation shows a mock: requests are validated, examples are sent. */
const { PORT: port = "0", BUNDLE: bundle = "" } = process.env;
const api = new OpenAPIBackend({
  definition: bundle,
  quick: true,
  ajvOpts: { strict: false },
  handlers: {
    notImplemented: (context: { operation: { operationId?: string } }) =>
      api.mockResponseForOperation(context.operation.operationId ?? ""),
    validationFail: () => ({ status: 400, mock: {} }),
    notFound: () => ({ status: 404, mock: {} }),
  },
});
for (const name of ["appKey", "secretKey", "bearer"]) api.registerSecurityHandler(name, () => true);
await api.init();
createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const [path = "", query = ""] = (request.url ?? "").split("?");
    const exchange = {
      method: request.method ?? "",
      path,
      query,
      body: Buffer.concat(chunks).toString(),
      headers: request.headers as Record<string, string>,
    };
    void api
      .handleRequest(exchange)
      .then(({ status, mock }) =>
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(mock)),
      );
  });
}).listen(Number(port), "127.0.0.1");

import { createServer } from "node:http";

/** Node's HTTP server alone: reads the body and sends the bytes it was started with. */
const { PORT: port = "0", ANSWER: answer = "" } = process.env;
createServer((request, response) => {
  request
    .resume()
    .on("end", () =>
      response
        .writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(answer) })
        .end(answer),
    );
}).listen(Number(port), "127.0.0.1");

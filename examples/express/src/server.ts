import type { AddressInfo } from "node:net";
import { createWooriClient } from "woori-openapi";
import { createApp } from "./app.ts";
import { wooriOptions } from "./options.ts";

const { HOST = "127.0.0.1", PORT = "3000" } = process.env;
const woori = createWooriClient(wooriOptions(process.env));
const server = createApp(woori).listen(Number(PORT), HOST, (error?: Error) => {
  if (error !== undefined) throw error;
  console.log(`http://${HOST}:${(server.address() as AddressInfo).port}`);
});

// 받은 요청을 마치고 종료합니다.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => server.close(() => woori.close()));
}

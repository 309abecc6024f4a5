import type { AddressInfo } from "node:net";
import { createWooriClient } from "woori-openapi";
import { createApp } from "./app.ts";
import { Logins } from "./login.ts";
import { wooriOptions } from "./options.ts";

const { HOST = "127.0.0.1", PORT = "3000" } = process.env;
const options = wooriOptions(process.env);
const { baseUrl, appKey, secretKey } = options;
const woori = createWooriClient(options);
const logins = new Logins({
  // 은행은 OAuth의 주소를 공개하지 않았습니다. 기본값은 샌드박스의 것입니다.
  issuer: process.env.WOORI_ISSUER || `${baseUrl}/__sandbox/oauth`,
  appKey,
  secretKey,
  callbackUrl: process.env.CALLBACK_URL || "http://127.0.0.1:3000/callback",
});
const server = createApp(woori, logins);
server.listen(Number(PORT), HOST, () => {
  console.log(`http://${HOST}:${(server.address() as AddressInfo).port}`);
});

// 받은 요청을 마치고 종료합니다.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => server.close(() => woori.close()));
}

import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { createWooriClient, WooriError } from "woori-openapi";
import { wooriOptions } from "./options.js";

const { HOST = "127.0.0.1", PORT = "3000" } = process.env;
const woori = createWooriClient(wooriOptions(process.env));

/** 라이브러리 없이 만든 서버입니다. GET /health와 POST /loan-limit만 있습니다. */
const server = createServer(async (request, response) => {
  const { status, body, headers } = await answer(request);
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
});

/**
 * @param {import("node:http").IncomingMessage} request
 * @returns {Promise<{ status: number, body: object, headers?: Record<string, string> }>}
 */
async function answer(request) {
  const route = `${request.method} ${request.url}`;
  if (route === "GET /health") return { status: 200, body: { status: "ok" } };
  if (route !== "POST /loan-limit") return { status: 404, body: { code: "NOT_FOUND" } };
  if (!(Number(request.headers["content-length"]) <= 10_000)) return { status: 413, body: { code: "TOO_LARGE" } };
  const { agreed, deviceId = "" } = /** @type {any} */ (await json(request).catch(() => ({}))) ?? {};
  if (agreed !== true || typeof deviceId !== "string")
    return { status: 400, body: { code: "INVALID_REQUEST", message: "네 가지 동의가 모두 있어야 합니다." } };
  try {
    const { data, businessError } = await woori.getCreditLoanBasicInfo({
      dataHeader: { UTZPE_CNCT_IPAD: request.socket.remoteAddress ?? "", UTZPE_CNCT_MCHR_UNQ_ID: deviceId },
      dataBody: { CRINF_INQ_AGR_YN: "Y", CRINF_UTZ_OFR_YN: "Y", CRINF_OFR_AGR_YN: "Y", CUS_IDF_INF_AGR_YN: "Y" },
    });
    if (businessError !== undefined)
      return { status: 422, body: { code: "REFUSED_BY_BANK", message: businessError.message } };
    const { LN_AVL_AM, ACCOUNT_LIST } = data.dataBody;
    return { status: 200, body: { limit: LN_AVL_AM, accounts: ACCOUNT_LIST.map(({ CUS_USG_ACNO }) => CUS_USG_ACNO) } };
  } catch (error) {
    // 클라이언트의 오류에는 키와 개인정보가 없습니다.
    console.error(error instanceof WooriError ? JSON.stringify(error) : error);
    if (!(error instanceof WooriError)) return { status: 500, body: { code: "INTERNAL" } };
    if (error.kind === "input") return { status: 400, body: { code: "INVALID_REQUEST" } };
    if (error.resend === "afterWait")
      return { status: 503, body: { code: "TRY_LATER" }, headers: { "Retry-After": "1" } };
    if (error.resend === "afterChecking") return { status: 504, body: { code: "RESULT_UNKNOWN" } };
    return { status: 502, body: { code: "UNAVAILABLE" } };
  }
}

server.listen(Number(PORT), HOST, () => {
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  console.log(`http://${HOST}:${address.port}`);
});

// 받은 요청을 마치고 끝납니다. 컨테이너의 첫 프로세스이므로 신호를 직접 받습니다.
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => server.close(() => woori.close()));
}

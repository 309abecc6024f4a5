import express, { type ErrorRequestHandler, type Express } from "express";
import { WooriError, type WooriClient } from "woori-openapi";
import { refusalOf } from "./refusal.ts";

/** 대출한도를 조회하는 앱입니다. */
export function createApp(woori: WooriClient): Express {
  const app = express();
  app.disable("x-powered-by");
  app.use(express.json({ limit: "10kb" }));

  app.post("/loan-limit", async (request, response) => {
    const { agreed, deviceId = "" } = request.body ?? {};
    if (agreed !== true || typeof deviceId !== "string") {
      response.status(400).json({ code: "INVALID_REQUEST", message: "네 가지 동의가 모두 있어야 합니다." });
      return;
    }
    const { data, businessError } = await woori.getCreditLoanBasicInfo({
      dataHeader: { UTZPE_CNCT_IPAD: request.ip ?? "", UTZPE_CNCT_MCHR_UNQ_ID: deviceId },
      dataBody: { CRINF_INQ_AGR_YN: "Y", CRINF_UTZ_OFR_YN: "Y", CRINF_OFR_AGR_YN: "Y", CUS_IDF_INF_AGR_YN: "Y" },
    });
    if (businessError !== undefined) {
      response.status(422).json({ code: "REFUSED_BY_BANK", message: businessError.message });
      return;
    }
    const { LN_AVL_AM, ACCOUNT_LIST } = data.dataBody;
    // 금액은 큰 수일 수 있으므로 문자열 그대로 보냅니다.
    response.json({ limit: LN_AVL_AM, accounts: ACCOUNT_LIST.map(({ CUS_USG_ACNO }) => CUS_USG_ACNO) });
  });

  app.use(refuse);
  return app;
}

/** Express 5는 async 처리기에서 던진 오류를 이 처리기에 전달합니다. */
const refuse: ErrorRequestHandler = (error, _request, response, _next) => {
  if (error instanceof WooriError) {
    // 클라이언트의 오류에는 키와 개인정보가 없습니다.
    console.error(JSON.stringify(error));
    const { status, body, retryAfter } = refusalOf(error);
    if (retryAfter !== undefined) response.set("Retry-After", String(retryAfter));
    response.status(status).json(body);
  } else if (error?.status >= 400 && error.status < 500) {
    response.status(error.status).json({ code: "INVALID_REQUEST", message: "JSON 본문을 읽을 수 없습니다." });
  } else {
    console.error(error);
    response.status(500).json({ code: "INTERNAL", message: "서비스를 점검하고 있습니다." });
  }
};

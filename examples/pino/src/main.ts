import { pino } from "pino";
import { createWooriClient, WooriError } from "woori-openapi";
import { logHooks } from "./log-hooks.ts";
import { wooriOptions } from "./options.ts";

const logger = pino();
const woori = createWooriClient({ ...wooriOptions(process.env), ...logHooks(logger) });

// 정상 응답, 샌드박스에 지정한 오류 코드, 보내기 전에 거부되는 값의 순서로 호출합니다.
for (const deviceId of ["3B5E6E7B", "SANDBOX-SYSCD01002", "너무 긴 값".repeat(100)]) {
  try {
    const { data, businessError } = await woori.getCreditLoanBasicInfo({
      dataHeader: { UTZPE_CNCT_MCHR_UNQ_ID: deviceId },
      dataBody: { CRINF_INQ_AGR_YN: "Y", CRINF_UTZ_OFR_YN: "Y", CRINF_OFR_AGR_YN: "Y", CUS_IDF_INF_AGR_YN: "Y" },
    });
    // 결과에는 개인정보가 있습니다. 로그에는 개수처럼 사람을 알 수 없는 것만 남깁니다.
    if (businessError !== undefined) logger.warn("업무 오류");
    else logger.info({ accounts: data.dataBody.ACCOUNT_LIST.length }, "대출한도를 조회했습니다");
  } catch (error) {
    if (!(error instanceof WooriError)) throw error; // 훅이 이미 남겼습니다.
  }
}
woori.close();

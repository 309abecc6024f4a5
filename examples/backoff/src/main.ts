import { createWooriClient, WooriError } from "woori-openapi";
import { wooriOptions } from "./options.ts";
import { withBackoff } from "./with-backoff.ts";

const woori = createWooriClient(wooriOptions(process.env));
let sent = 0;

/** 기다렸다가 다시 보내면서 대출한도를 조회합니다. */
function loanLimit() {
  return withBackoff(
    () => {
      sent += 1;
      return woori.getCreditLoanBasicInfo({
        dataBody: { CRINF_INQ_AGR_YN: "Y", CRINF_UTZ_OFR_YN: "Y", CRINF_OFR_AGR_YN: "Y", CUS_IDF_INF_AGR_YN: "Y" },
      });
    },
    { attempts: Number(process.env.ATTEMPTS || 5) },
  );
}

// 샌드박스의 작은 앱은 초당 2건만 허용하므로, 함께 보낸 3건 가운데 하나는 기다렸다가 다시 보냅니다.
const results = await Promise.allSettled([loanLimit(), loanLimit(), loanLimit()]);
woori.close();

for (const result of results) {
  if (result.status === "fulfilled") {
    const { data, businessError } = result.value;
    console.log(businessError === undefined ? `대출한도 ${data.dataBody.LN_AVL_AM}` : "업무 오류");
  } else {
    if (!(result.reason instanceof WooriError)) throw result.reason;
    console.log(result.reason.message);
    process.exitCode = 1;
  }
}
console.log(`보낸 요청 ${sent}건`);

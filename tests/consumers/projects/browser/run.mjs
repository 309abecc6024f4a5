import { makeCalls } from "./calls.mjs";

const dataHeader = {
  UTZPE_CNCT_IPAD: "10.0.0.1",
  UTZPE_CNCT_MCHR_UNQ_ID: "",
  UTZPE_CNCT_TEL_NO_TXT: "",
  UTZPE_CNCT_MCHR_IDF_SRNO: "",
  UTZ_MCHR_OS_DSCD: "1",
  UTZ_MCHR_OS_VER_NM: "8.0.0",
  UTZ_MCHR_MDL_NM: "SM-G930S",
  UTZ_MCHR_APP_VER_NM: "1.0.0",
};
const dataBody = { CRINF_INQ_AGR_YN: "Y", CRINF_UTZ_OFR_YN: "Y", CRINF_OFR_AGR_YN: "Y", CUS_IDF_INF_AGR_YN: "Y" };

/** Makes the calls and writes into the page how they went. */
export async function run(woori) {
  const baseUrl = new URLSearchParams(location.search).get("sandbox");
  const outcome = await makeCalls(woori, { dataHeader, dataBody }, baseUrl);
  document.querySelector("output").textContent = JSON.stringify(outcome);
}

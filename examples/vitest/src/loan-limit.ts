import { toBigInt, type WooriClient, WooriError } from "woori-openapi";

/** 대출한도를 조회한 결과입니다. */
export type LoanLimit =
  | { kind: "found"; amount: bigint; accounts: string[] }
  /** 은행이 업무 오류로 응답했습니다. message는 이용자에게 보일 수 있습니다. */
  | { kind: "refused"; message: string }
  /** 다시 시도해도 됩니다. */
  | { kind: "later" }
  /** 은행에서 처리되었을 수 있으므로 확인하기 전에는 다시 시도하지 않습니다. */
  | { kind: "unknown" }
  /** 우리 설정이나 프로그램을 수정해야 합니다. */
  | { kind: "trouble" };

/**
 * 동의한 이용자의 대출한도를 조회합니다.
 *
 * @param deviceId 이용자의 기기를 가리키는 값입니다.
 */
export async function loanLimit(woori: WooriClient, deviceId: string): Promise<LoanLimit> {
  try {
    const { data, businessError } = await woori.getCreditLoanBasicInfo({
      dataHeader: { UTZPE_CNCT_MCHR_UNQ_ID: deviceId },
      dataBody: { CRINF_INQ_AGR_YN: "Y", CRINF_UTZ_OFR_YN: "Y", CRINF_OFR_AGR_YN: "Y", CUS_IDF_INF_AGR_YN: "Y" },
    });
    if (businessError !== undefined) return { kind: "refused", message: businessError.message };
    const { LN_AVL_AM, ACCOUNT_LIST } = data.dataBody;
    return {
      kind: "found",
      amount: toBigInt(LN_AVL_AM),
      accounts: ACCOUNT_LIST.map(({ CUS_USG_ACNO }) => CUS_USG_ACNO),
    };
  } catch (error) {
    if (!(error instanceof WooriError)) throw error;
    if (error.resend === "afterWait") return { kind: "later" };
    return { kind: error.resend === "afterChecking" ? "unknown" : "trouble" };
  }
}

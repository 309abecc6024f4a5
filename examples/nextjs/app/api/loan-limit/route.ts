import { WooriError } from "woori-openapi";
import { refusalOf } from "../../../lib/refusal";
import { woori } from "../../../lib/woori";

// 문서대로 본문을 실은 GET을 보내려면 Edge가 아닌 Node에서 실행해야 합니다.
export const runtime = "nodejs";

export async function POST(request: Request): Promise<Response> {
  const { agreed, deviceId = "" } = (await request.json().catch(() => null)) ?? {};
  if (agreed !== true || typeof deviceId !== "string")
    return Response.json({ code: "INVALID_REQUEST", message: "네 가지 동의가 모두 있어야 합니다." }, { status: 400 });
  try {
    const { data, businessError } = await woori().getCreditLoanBasicInfo({
      dataHeader: { UTZPE_CNCT_MCHR_UNQ_ID: deviceId },
      dataBody: { CRINF_INQ_AGR_YN: "Y", CRINF_UTZ_OFR_YN: "Y", CRINF_OFR_AGR_YN: "Y", CUS_IDF_INF_AGR_YN: "Y" },
    });
    if (businessError !== undefined)
      return Response.json({ code: "REFUSED_BY_BANK", message: businessError.message }, { status: 422 });
    const { LN_AVL_AM, ACCOUNT_LIST } = data.dataBody;
    // 금액은 큰 수일 수 있으므로 문자열 그대로 보냅니다.
    return Response.json({ limit: LN_AVL_AM, accounts: ACCOUNT_LIST.map(({ CUS_USG_ACNO }) => CUS_USG_ACNO) });
  } catch (error) {
    if (!(error instanceof WooriError)) throw error;
    // 클라이언트의 오류에는 키와 개인정보가 없습니다.
    console.error(JSON.stringify(error));
    const { status, body, retryAfter } = refusalOf(error);
    return Response.json(body, {
      status,
      headers: retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) },
    });
  }
}

import assert from "node:assert/strict";
import { type OpenApi, pointerSegments, toPointer } from "../../bundle/openapi.ts";
import type { Check, CheckGroup } from "./check.ts";

const loan = "/paths/~1oai~1wb~1v1~1credit~1getCreditLoanBasicInfo";
const token = "/paths/~1oap~1wb~1v2~1oauth~1tokencheck/get";
const legacy = "responses/200/content/application~1json/x-legacy-samples/printed";
const body = "/components/schemas/CreditLoanBasicInfoResponseDataBody/properties";

/**
 * By place: what its description must say, of what no keyword can. The wording around it is free; a description that
 * must say nothing in particular is still to be there.
 */
const facts: Record<string, string[]> = {
  "/info": ["비공식 명세입니다", "`spec/source/errata.yaml`에 있습니다"],
  "/servers/0": ["샌드박스입니다", "다른 서버를 가리킬 수 있습니다"],
  "/servers/0/variables/scheme": ["원문 3.1의 http(s)입니다", "샌드박스가 아닌 곳에는 https를 사용합니다"],
  "/servers/0/variables/host": ["호스트 주소입니다"],
  "/servers/0/variables/port": ["포트 번호입니다"],
  "/servers/1": ["공개된 클라이언트 코드에서 확인한 주소입니다", "원문에는 없으므로", "사용해야 합니다"],
  "/tags/0": ["제공합니다"],
  "/tags/1": ["확인합니다"],
  [`${loan}/get`]: ["GET 요청에 JSON 본문을 싣습니다", "POST로 보냅니다", "입금가능계좌를 받습니다"],
  [`${loan}/get/responses/200`]: ["대출기본정보입니다", "업무 오류도 200으로 응답하며 ERR_TXT에 내용이 있습니다"],
  [`${loan}/get/${legacy}`]: ["ACCOUNT_LIST가 빈 문자열입니다", "클라이언트는 받아들이고, 샌드박스는 보내지 않습니다"],
  [`${loan}/post`]: ["같은 요청과 응답을 POST로 주고받습니다"],
  [token]: ["유효한지 확인합니다", "dataBody의 항목은 원문에 없습니다"],
  [`${token}/requestBody`]: ["본문을 정하지 않으므로 비워 둡니다"],
  [`${token}/responses/200`]: ["유효합니다"],
  "/components/securitySchemes/appKey": ["앱의 앱 키입니다", "대소문자를 구분하지 않습니다"],
  "/components/securitySchemes/secretKey": ["시크릿 키입니다", "비밀번호를 다시 입력하면 확인할 수 있습니다"],
  "/components/securitySchemes/bearer": [
    "OAuth 2.0 액세스 토큰입니다",
    "공개되어 있지 않으므로",
    "은행의 안내를 따릅니다",
  ],
  "/components/schemas/RequestDataHeader": [
    "기기의 정보입니다",
    "키가 모두 있어야 하며 값이 없으면 빈 문자열을 보냅니다",
  ],
  "/components/schemas/RequestDataHeader/properties/UTZPE_CNCT_TEL_NO_TXT": ["하이픈 없이 숫자만 적습니다"],
  "/components/schemas/RequestDataHeader/properties/UTZ_MCHR_OS_DSCD": [
    "코드표는 공개되어 있지 않습니다",
    "Android 기기에 1을 사용합니다",
  ],
  "/components/schemas/ResponseDataHeader/properties/GLBL_ID": [
    "은행에 문의할 때 함께 알립니다",
    "실제 응답에는 없을 수 있습니다",
  ],
  "/components/schemas/CreditLoanAccount/properties/CUS_USG_ACNO": ["하이픈 없는 계좌번호", "가려져 올 수 있습니다"],
  [`${body}/LN_AVL_AM`]: ["원 단위 금액을 숫자로 적은 문자열입니다"],
  [`${body}/WRLC_TEL_1`]: ["0으로 시작하는 숫자 문자열입니다"],
  [`${body}/ERR_TXT`]: ["비어 있거나 없으면 정상 처리", "내용이 있으면 업무 오류입니다"],
  [`${body}/SGI_TSBSR_NO`]: ["가청약을 식별하는 번호입니다"],
  [`${body}/CNT`]: ["ACCOUNT_LIST의 건수를 숫자로 적은 문자열입니다"],
  [`${body}/ACCOUNT_LIST`]: [
    "입금가능계좌의 목록입니다",
    "계좌가 없으면 빈 배열이며, 빈 문자열도 계좌 없음으로 읽습니다",
  ],
  "/components/schemas/ErrorDataBody/properties/MAIN_MSG_INF_REPT_CN": ["ERRORLIST의 건수를 숫자로 적은 문자열입니다"],
  "/components/schemas/ErrorDataBody/properties/ERRCODE": [
    "오류 코드표(x-error-catalogue)의 코드입니다",
    "표에 없는 코드가 올 수 있습니다",
  ],
  "/components/schemas/ResponseEnvelope": [
    "공통 형태",
    "정해지지 않은 응답에 사용합니다",
    "키의 순서는 정해져 있지 않습니다",
  ],
  "/components/responses/BadRequest": ["헤더나 본문이 규격과 다릅니다"],
  "/components/responses/Unauthorized": ["앱 키, 시크릿 키 또는 액세스 토큰을 확인하지 못했습니다"],
  "/components/responses/Forbidden": ["이용 한도에 따라 거부되었습니다"],
  "/components/responses/NotFound": ["요청한 서비스가 없습니다"],
  "/components/responses/MethodNotAllowed": ["사용할 수 없는 HTTP Method입니다"],
  "/components/responses/InternalServerError": ["오류가 발생했습니다"],
  "/components/responses/ServiceUnavailable": ["API 서버에 연결하지 못했습니다"],
  "/components/responses/GatewayTimeout": ["처리가 끝나지 않았습니다"],
};

/** Descriptions say what was decided, and each has its facts listed here. */
export const prose: CheckGroup = {
  name: "prose",
  asks: "nothing",
  checks({ api }) {
    const pinned = Object.entries(facts).map(([place, phrases]): Check => ({
      name: `the description of ${place}`,
      run() {
        const text = descriptionAt(api, place) ?? "";
        assert.deepEqual(
          phrases.filter((phrase) => !text.includes(phrase)),
          [],
        );
      },
    }));
    return [
      ...pinned,
      {
        name: "a description is not added without its facts",
        run: () =>
          assert.deepEqual(
            described(api).filter((place) => !(place in facts) && !place.startsWith(`${loan}/post/`)),
            [],
          ),
      },
    ];
  },
};

function descriptionAt(api: OpenApi, place: string): string | undefined {
  const node = pointerSegments(place).reduce<unknown>(
    (at, key) => (at as Record<string, unknown> | undefined)?.[key],
    api,
  );
  return (node as { description?: string } | undefined)?.description;
}

/** The places of a bundle that have a description. */
function described(node: unknown, place = ""): string[] {
  if (typeof node !== "object" || node === null) return [];
  const own = !Array.isArray(node) && "description" in node && typeof node.description === "string" ? [place] : [];
  return [
    ...own,
    ...Object.entries(node).flatMap(([key, child]) =>
      key === "value" ? [] : described(child, place + toPointer([key])),
    ),
  ];
}

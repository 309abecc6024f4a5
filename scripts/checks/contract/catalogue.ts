import assert from "node:assert/strict";
import { deref, operationsOf } from "../../bundle/openapi.ts";
import type { CheckGroup } from "./check.ts";

/** By code: the statuses of the mock, the meaning, and what the cause and the advice must speak of. */
const decided: Record<string, [status: string, meaning: string, cause: RegExp, action: RegExp]> = {
  "01000": ["400", "필수 입력값 누락", /항목의 키가 없/, /필수 항목 키/],
  "01001": ["500", "복호화 오류", /풀지 못/, /암호화 키와 방식/],
  "01002": ["500", "전문 처리 오류", /전문.*실패/, /처리되었는지 알 수 없으므로 다시 보내지 말고 GLBL_ID와 ERRORLIST/],
  "01003": ["504", "처리 시간 초과", /제때 오지 않/, /처리되었을 수 있으므로 자동으로 다시 보내지 말고/],
  "01004": ["400", "필수 헤더값 누락", /dataHeader에/, /dataHeader의 여덟 항목/],
  "01005": ["400", "JSON 형식 오류", /JSON으로 읽을 수 없/, /올바른 JSON/],
  "01006": ["400", "잘못된 입력값", /허용된 값이 아닙니다/, /항목별 값/],
  "01007": ["500", "암호화 오류", /응답을 암호화하지 못/, /처리되었을 수 있으므로 다시 보내지 말고 GLBL_ID/],
  "01008": ["400", "자릿수 오류", /길이를 넘/, /길이 안에서/],
  "01009": ["400", "쿼리 형식 오류", /쿼리를 읽을 수 없/, /쿼리 값을 URL 인코딩/],
  "01999": [
    "500",
    "API 서버 오류",
    /API 서버에서 알려지지 않은/,
    /처리되었는지 알 수 없으므로 다시 보내지 말고 GLBL_ID/,
  ],
  "02001": [
    "401 400",
    "필수 헤더 누락",
    /HTTP 헤더가 없/,
    /appKey, secretKey, Authorization, Content-Type 가운데.*모두/,
  ],
  "02101": ["400", "스키마 검증 실패", /등록된 스키마와 다릅/, /이름, 타입, 길이/],
  "02102": ["403", "코드 인젝션 차단", /스크립트/, /태그와 스크립트/],
  "02103": ["403", "SQL 인젝션 차단", /SQL/, /따옴표와 SQL/],
  "02901": ["404 405", "서비스 없음", /등록된 서비스와 다릅/, /경로와 HTTP Method/],
  "03001": ["401", "토큰 인증 실패", /토큰이 만료되었거나/, /토큰을 새로 발급/],
  "03002": ["401", "해시값 인증 실패", /해시값이 맞지 않/, /해시값 헤더는/],
  "03003": [
    "401 403",
    "클라이언트 인증 실패",
    /앱 키나 시크릿 키가 맞지 않.*API가 등록되어 있지 않/,
    /앱의 상태와 두 키, 사용 API 목록/,
  ],
  "03101": ["503", "초당 처리 건수 초과", /초당 호출 수를 넘/, /처리 전에 거부되었으므로 1초 이상 기다린 뒤/],
  "03102": ["403", "최대 호출 건수 초과", /전체 호출 수를 모두/, /한도가 초기화/],
  "03201": ["500", "데이터 변환 오류", /변환하지 못/, /처리되었을 수 있으므로 다시 보내지 말고 GLBL_ID/],
  "03901": ["503", "라우팅 실패", /API 서버에 요청을 전달하지 못/, /API 서버에 닿기 전의 오류이므로 잠시 뒤 다시/],
  "09999": [
    "500",
    "게이트웨이 내부 오류",
    /게이트웨이에서 알려지지 않은/,
    /처리되었는지 알 수 없으므로 다시 보내지 말고 GLBL_ID/,
  ],
};

/** What is decided about each error code; its message is the bank's and is compared with the printed table by `npm run lint`. */
export const catalogue: CheckGroup = {
  name: "catalogue",
  asks: "nothing",
  checks: ({ api }) => [
    ...Object.entries(decided).map(([number, [status, meaning, cause, action]]) => ({
      name: `what SYSCD${number} means for the client and the mock`,
      run() {
        const row = api["x-error-catalogue"].codes.find(({ code }) => code === `SYSCD${number}`);
        assert.deepEqual(
          [row?.status.join(" "), row?.meaning, row?.retryable],
          [status, meaning, ["03101", "03901"].includes(number)],
        );
        assert.match(row?.cause ?? "", cause);
        assert.match(row?.action ?? "", action);
      },
    })),
    {
      name: "the catalogue belongs to 3.6, the document's section on errors",
      run: () => assert.deepEqual(api["x-error-catalogue"]["x-source"], { section: "3.6" }),
    },
    {
      name: "the advice of a code tells to send again where the code allows it, and nowhere else",
      run() {
        for (const { code, action, retryable } of api["x-error-catalogue"].codes)
          assert.deepEqual([code, /다시 보(냅|내(?!지 말고))/.test(action)], [code, retryable]);
      },
    },
    {
      name: "every code of the catalogue is an example of each of its statuses, and 24 codes are there",
      run() {
        const { codes } = api["x-error-catalogue"];
        const numbers =
          "01000 01001 01002 01003 01004 01005 01006 01007 01008 01009 01999 02001 02101 02102 02103 02901 03001 03002 03003 03101 03102 03201 03901 09999";
        assert.deepEqual(
          codes.map(({ code }) => code),
          numbers.split(" ").map((number) => `SYSCD${number}`),
        );
        for (const { code, message, status, layer, cause } of codes) {
          // The gateway answers by itself; the API server passes on what the bank's systems said.
          const list = layer === "gateway" ? [] : [{ MSG_CD: code, MAIN_MSG_TXT: cause }];
          const value = {
            dataHeader: {},
            dataBody: { MAIN_MSG_INF_REPT_CN: String(list.length), ERRORLIST: list, ERRCODE: code, ERRUSRMSG: message },
          };
          for (const one of status) {
            for (const { operation } of operationsOf(api)) {
              const reference = operation.responses[one];
              const example =
                reference === undefined
                  ? undefined
                  : deref(api, reference).content["application/json"]?.examples?.[code];
              assert.ok(example !== undefined && "value" in example);
              assert.deepEqual(example.value, value);
            }
          }
        }
      },
    },
  ],
};

import assert from "node:assert/strict";
import type { Erratum } from "../../bundle/source.ts";
import type { CheckGroup } from "./check.ts";

/** What was decided: kind, section, confidence, strengths of the evidence, and what the decision must say. */
type Decision = [
  kind: Erratum["kind"],
  section: string,
  confidence: Erratum["confidence"],
  strengths: string,
  ...says: string[],
];

/** To change a row, change the evidence in the register first. */
const decided: Record<string, Decision> = {
  "method-post": ["decision", "4.1.1", "medium", "BC", "get을 그대로 두고", "post를 함께 둡니다"],
  "api-prefix": ["decision", "3.1", "high", "B", "/oai/wb/v1과 /oap/wb/v2를 사용합니다"],
  host: ["decision", "3.1", "medium", "C", "운영 주소인지는 알 수 없습니다", "첫 번째 서버는 샌드박스입니다"],
  "url-encoding": ["decision", "3.1", "high", "C", "JSON 본문은 그대로 보내고 쿼리만 인코딩합니다"],
  "length-in-code-points": ["decision", "4.1.5", "low", "I", "코드 포인트) 수로 보고 maxLength n으로 적습니다"],
  "text-html": ["decision", "3.2", "low", "I", "500, 503, 504에 text/html을 함께 둡니다"],
  "both-keys": [
    "document",
    "3.4",
    "low",
    "BBC",
    "대출기본정보요청에는 두 키가 모두 필요하다고 적습니다",
    "앱 키와 액세스 토큰만 적습니다",
  ],
  "oauth-bearer": [
    "decision",
    "3.4",
    "low",
    "BC",
    "발급 주소를 지어내지 않습니다",
    "있어도 없어도 호출할 수 있게 둘 다 적습니다",
  ],
  tokencheck: ["document", "3.4", "low", "B", "빈 본문을 선택으로 두고", "공통 봉투로 둡니다"],
  "envelope-sample": ["document", "3.5", "high", "B", "dataHeader와 dataBody를 가진 객체로 적습니다"],
  "error-table-heading": ["document", "3.6", "high", "B", "오류 본문의 항목으로 봅니다"],
  "error-in-data-body": ["decision", "3.6", "medium", "BI", "dataBody 안에 둡니다"],
  "error-list": ["decision", "3.6", "high", "B", "배열로 적습니다"],
  "error-list-nesting": ["transcription", "3.6", "high", "B", "ERRORLIST 원소의 항목으로 적습니다"],
  "error-required": ["decision", "3.6", "medium", "BI", "모두 선택으로 적습니다"],
  "errcode-name": ["decision", "3.6", "medium", "I", "ERRCODE를 그대로 사용합니다", "ERRORCODE도 같은 뜻으로 읽습니다"],
  "http-statuses": [
    "decision",
    "3.6",
    "medium",
    "B",
    "400, 401, 403, 404, 405, 500, 503, 504를 같은 오류 본문으로 적습니다",
  ],
  "error-codes": [
    "decision",
    "3.6",
    "medium",
    "B",
    "24개를 오류 코드표로 둡니다",
    "상태 코드는 추정입니다",
    "그대로 둡니다",
  ],
  "digit-strings": [
    "decision",
    "4.1.3",
    "high",
    "BL",
    "숫자로 된 문자열로 적고, 금액은 원 단위로 봅니다",
    "값이 없으면 빈 문자열일 수 있습니다",
    "자릿수 그대로 읽습니다",
  ],
  "untyped-rows": ["decision", "4.1.3", "high", "B", "길이 제한이 없는 문자열로 적습니다"],
  "business-error": ["decision", "4.1.3", "medium", "BL", "비어 있으면 정상, 내용이 있으면 업무 오류로 봅니다"],
  "required-allows-empty": ["decision", "4.1.2", "high", "BC", "minLength를 두지 않습니다"],
  "closed-request": [
    "decision",
    "4.1.2",
    "medium",
    "IL",
    "표에 없는 키를 허용하지 않습니다",
    "응답 객체는 열어 둡니다",
  ],
  "yes-no-enum": ["decision", "4.1.2", "medium", "C", "Y와 N만 허용합니다"],
  "glbl-id-optional": ["document", "4.1.3", "high", "BL", "스키마에 두되 선택으로 적습니다"],
  "account-list": [
    "document",
    "4.1.3",
    "high",
    "B",
    "객체의 배열로 적습니다",
    "빈 문자열을 계좌 없음으로 읽고, 샌드박스는 고장(empty-list-text)을 고르지 않으면 배열만 보냅니다",
  ],
  "account-list-nesting": ["transcription", "4.1.3", "high", "B", "ACCOUNT_LIST 원소의 항목으로 적습니다"],
  "account-number": ["document", "4.1.3", "high", "BB", "입금가능계좌번호, 15자 이내의 문자열로 적습니다"],
  "sgi-name": ["transcription", "4.1.5", "high", "B", "SGI_TSBSR_NO로 적습니다"],
  "sample-quotes": ["document", "4.1.4", "high", "B", "바로잡은 문자열로 적습니다"],
  "sample-email": ["document", "4.1.5", "high", "B", "고치지 않습니다"],
  "os-name": ["transcription", "4.1.2", "high", "B", "운영체계로 적습니다"],
  "line-wraps": ["transcription", "4.1.2", "high", "BI", "빈칸을 없앤 이름으로 적습니다", "인쇄된 대로 둡니다"],
};

/** The register of errata says what was decided, no more and no less surely. */
export const errata: CheckGroup = {
  name: "errata",
  asks: "nothing",
  checks({ spec }) {
    const register = spec.source<Erratum[]>("errata.yaml");
    return [
      {
        name: "the register holds every decision and no other",
        run: () => assert.deepEqual(register.map(({ id }) => id).sort(), Object.keys(decided).sort()),
      },
      ...Object.entries(decided).map(([id, [kind, section, confidence, strengths, ...says]]) => ({
        name: id,
        run() {
          const entry = register.find((one) => one.id === id);
          const found = [
            entry?.kind,
            entry?.section,
            entry?.confidence,
            entry?.evidence.map(({ strength }) => strength).join(""),
          ];
          assert.deepEqual(found, [kind, section, confidence, strengths]);
          assert.deepEqual(
            says.filter((phrase) => entry?.spec.includes(phrase) !== true),
            [],
          );
        },
      })),
    ];
  },
};

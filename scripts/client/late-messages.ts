import type { Sent, TransportCode, WooriApiError } from "./errors.ts";
import { withMustBe, withObject, withSubject } from "./particles.ts";

/** What the client says once something failed. It is loaded with the first failure. */

/** What a transport error says. */
interface Explanation {
  /** In Korean; {host} stands for the host and port of the bank. */
  text: string;
  /** Something must be changed before the call can succeed. */
  needsChange?: true;
}

/** Every way in which a call may fail to get an answer that can be used. */
export const transportErrors: Record<TransportCode, Explanation> = {
  dns: { text: "서버({host})의 주소를 찾지 못했습니다. baseUrl의 철자와 이 환경의 DNS 설정을 확인하십시오." },
  refused: { text: "서버({host})가 연결을 거부했습니다. 서버가 실행 중인지, 주소와 포트가 맞는지 확인하십시오." },
  tls: { text: "서버({host})와 TLS로 연결하지 못했습니다.", needsChange: true },
  proxy: {
    text: "프록시를 거쳐 서버({host})에 연결하지 못했습니다. 설정의 proxy나 HTTPS_PROXY의 주소와 인증 정보를 확인하십시오.",
  },
  connection: {
    text: "서버({host})와 연결하지 못했거나 연결이 끊어졌습니다. 네트워크와 방화벽을 확인하십시오. 브라우저라면 서버가 CORS를 허용하는지도 확인하십시오.",
  },
  reset: { text: "서버({host})나 중간 장비가 응답을 마치기 전에 연결을 끊었습니다." },
  "not-http": {
    text: "서버({host})가 HTTP가 아닌 것으로 응답했습니다. 포트가 맞는지, https인 서버를 http로 호출하지 않았는지 확인하십시오.",
  },
  timeout: { text: "정해진 시간 안에 응답을 모두 받지 못했습니다." },
  aborted: { text: "호출한 쪽에서 요청을 취소했습니다." },
  "access-token": {
    text: "설정의 accessToken 함수에서 토큰을 받지 못했습니다. 함수에서 발생한 오류는 cause에 있습니다.",
  },
  fetch: { text: "설정의 fetch에서 오류가 발생했습니다. 발생한 오류는 cause에 있습니다.", needsChange: true },
  platform: { text: "이 실행 환경에서 요청을 보내지 못했습니다. 발생한 오류는 cause에 있습니다.", needsChange: true },
  redirect: {
    text: "서버가 다른 주소로 리디렉션했습니다. 키와 개인정보가 넘어가지 않도록 따라가지 않았습니다. baseUrl을 확인하십시오.",
  },
  "too-large": {
    text: "응답이 maxResponseBytes보다 커서 읽기를 중단했습니다. 주소를 확인하고, 필요하면 한도를 늘리십시오.",
  },
  encoding: { text: "압축 방식을 알 수 없거나 압축을 해제할 수 없는 응답입니다. 중간 프록시를 확인하십시오." },
  charset: { text: "UTF-8로 읽을 수 없는 응답입니다. 중간 프록시를 확인하십시오." },
  html: {
    text: "JSON 대신 HTML 화면을 받았습니다. 게이트웨이나 프록시의 안내 화면일 수 있으므로 주소와 네트워크를 확인하십시오.",
  },
  empty: { text: "응답에 본문이 없습니다. 주소와 중간 프록시를 확인하십시오." },
  "not-json": { text: "응답이 올바른 JSON이 아닙니다. 중간에 잘렸을 수 있습니다." },
  "invalid-answer": {
    text: "응답이 명세와 다릅니다. issues를 확인하십시오. responseValidation을 report로 설정하면 오류 대신 결과에 담습니다.",
  },
};

/** What the caller must do about a request that may or did reach the bank; nothing where it did not. */
export const sentTexts: Record<Sent, string> = {
  no: "요청은 전송되지 않았습니다.",
  maybe: "요청이 처리되었을 수 있으므로 결과를 확인한 뒤에 다시 보내십시오.",
  yes: "요청이 처리되었을 수 있으므로 결과를 확인한 뒤에 다시 보내십시오.",
};

/** What is wrong with a TLS connection, by its system code; the first that fits. */
export const tlsTexts: readonly [RegExp, string][] = [
  [
    /ALTNAME|HOSTNAME/,
    "인증서에 이 호스트 이름이 없습니다. baseUrl의 호스트를 확인하십시오. 인증서 확인을 끄지 마십시오.",
  ],
  [
    /EXPIRED|NOT_YET_VALID/,
    "인증서가 만료되었거나 아직 유효하지 않습니다. 이 기기의 시각과 서버 인증서를 확인하십시오.",
  ],
  [
    /UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|^CERT_|INVALID_CA|UNKNOWN_CA$/,
    "신뢰할 수 없는 인증서입니다. 사설 인증 기관에서 발급했다면 설정의 ca나 NODE_EXTRA_CA_CERTS에 그 기관의 인증서를 지정하십시오. 인증서 확인을 끄지 마십시오.",
  ],
  [
    /ALERT|CERTIFICATE/,
    "서버가 클라이언트 인증서를 요구하거나 받아들이지 않았습니다. 설정의 cert와 key를 확인하십시오.",
  ],
  [/./, "https가 아닌 포트이거나 TLS 버전이 맞지 않을 수 있습니다."],
];

/** Libraries with a Request of their own read one of the platform as "[object Request]". */
export const fetchOfOthers =
  '다른 라이브러리의 fetch는 이 환경의 Request를 받지 못하므로 async (request) => 그fetch(request.url, { method: request.method, headers: [...request.headers], body: await request.text(), redirect: "manual", signal: request.signal })처럼 나누어 전달하십시오.';
export const getMayBeBlocked = '중간 장비가 본문이 있는 GET을 막았을 수 있으므로 method: "POST"로 호출해 보십시오.';

// A refusal of the bank.
export const unknownError = "알려지지 않은 오류";
export const unknownErrorAdvice = "다시 보내지 말고 오류 코드와 GLBL_ID를 은행에 알려 문의하십시오.";
export function refusalText({
  status,
  code,
  meaning,
  bankMessage,
  list,
  advice,
}: Pick<WooriApiError, "status" | "code" | "meaning" | "bankMessage" | "list" | "advice">): string {
  const listed = list.map((one) => (one.code === "" ? one.message : `${one.message}(${one.code})`.trim()));
  const quoted = unrepeated([bankMessage, ...listed]).map((one) => `"${one}"`);
  return [
    `은행이 요청을 거부했습니다: ${code || "코드 없음"} ${meaning}(HTTP ${status}).`,
    ...(quoted.length === 0 ? [] : [`은행 메시지: ${quoted.join(", ")}`]),
    advice,
  ].join(" ");
}

/** Texts without those that stand in one before. */
function unrepeated(texts: readonly string[]): string[] {
  const plain = (text: string): string => text.replaceAll(/[\s.]+/g, "");
  return texts.filter(
    (text, index) => text.trim() !== "" && !texts.slice(0, index).some((one) => plain(one).includes(plain(text))),
  );
}

// Sentences about a field, without their full stops.
export const bodyLabel = "본문";
export const missingField = (label: string): string[] => [`${label}: 필수 필드가 빠졌습니다`];
export const dropped = (label: string): string[] => [`${label}: 객체를 바꿀 수 있는 이름이어서 버렸습니다`];
export const misspelled = (label: string, how: string, name: string): string[] => [
  `${label}: ${how}입니다`,
  `올바른 이름은 ${name}입니다`,
];
export const misplaced = (label: string, home: string): string[] => [
  `${label}: ${home} 안에 있어야 하는 필드입니다`,
  `${home} 안으로 옮기십시오`,
];
export const unknownField = (label: string): string[] => [`${label}: 명세에 없는 필드입니다`, "보내지 마십시오"];
export const wrapped = (label: string, parts: string): string[] => [
  `${label}: 명세에 없는 필드가 본문을 감쌌습니다`,
  `${withObject(parts)} 바깥에 두십시오`,
];
export const ofRule = (rule: string): string => `명세의 ${rule} 규칙에 맞는 값`;
export const nothingThere = (label: string, wanted: string): string =>
  `${label}: ${withMustBe(wanted)} 하는데 없습니다`;
export const otherThere = (label: string, wanted: string, found: string): string =>
  `${label}: ${withMustBe(wanted)} 하는데 ${withSubject(found)} 왔습니다`;
export const sendObjectAlone = "배열에 담지 말고 객체만 보내십시오";
export const encodeOnce = "JSON으로 한 번만 변환하십시오";

/** Stands for what is not shown. */
export const masked = "[마스킹]";

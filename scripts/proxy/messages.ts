import { maxValues } from "../server/bounds.ts";

// The proxy itself.
export const upstreamIsProxy =
  "--upstream에 프록시 자신의 주소를 지정했습니다. 요청을 전달할 서버의 주소를 지정하십시오.";
export const notThisHost =
  "Host: 이 기기의 이름이 아닙니다. localhost나 IP 주소로 요청하거나, 그 이름을 --allow-host에 지정하고 프록시를 다시 실행하십시오.";
export const cameBack =
  "프록시: 전달한 요청이 프록시로 되돌아왔습니다. --upstream에 프록시가 아닌 서버의 주소를 지정하십시오.";
export const proxyDefect = "프록시 내부 오류";

// A request that was not relayed.
export const notRelayed = "(전달하지 않은 요청)";
export const refusedBy = (status: number, code: string): string => `${status} ${code} 코드로 거부했습니다`;
export const askByLocalName = "localhost나 IP 주소로 요청하십시오";
export const askOnce = "--upstream의 주소가 이 프록시로 돌아오지 않는지 확인하십시오";
export const askByHttp = "HTTP/1.1 형식에 맞는 요청을 보내십시오";

// Failures of the upstream, as the proxy answers them. A code stands in brackets, or is empty.
export const upstreamSlow = (ms: number): string =>
  `프록시: 서버가 ${ms}ms 안에 응답하지 않았습니다. 서버의 상태를 확인하거나 --timeout을 늘리십시오.`;
export const requestSlow = (ms: number): string =>
  `요청 본문이 ${ms}ms 안에 모두 도착하지 않았습니다. 네트워크를 확인하고 다시 보내십시오.`;
export const tlsFailed = (code: string): string =>
  `프록시: 서버와 TLS로 연결하지 못했습니다${code}. 서버 주소와 인증서를 확인하십시오.`;
export const notHttp = (code: string): string =>
  `프록시: 서버의 응답을 HTTP로 읽을 수 없습니다${code}. 요청이 처리되었을 수 있으므로 결과를 확인하십시오.`;
export const unreachable = (code: string): string =>
  `프록시: 서버에 연결하지 못했습니다${code}. --upstream의 주소와 서버가 실행 중인지 확인하십시오.`;
export const hungUp = (code: string): string =>
  `프록시: 요청을 보낸 뒤 응답을 받기 전에 연결이 끊겼습니다${code}. 요청이 처리되었을 수 있으므로 결과를 확인하십시오.`;

// The same failures as findings, without their full stops; `bytes` had come where the answer's header had.
export const connection = "연결";
export const found = {
  connection: (code: string, bytes?: number): string =>
    bytes === undefined
      ? `응답을 받기 전에 연결이 끊겼습니다${code}`
      : `본문을 ${bytes}바이트까지 받고 연결이 끊겼습니다${code}`,
  tls: (code: string): string => `TLS로 연결하지 못했습니다${code}`,
  http: (code: string, bytes?: number): string =>
    bytes === undefined
      ? `HTTP로 읽을 수 없는 응답을 받았습니다${code}`
      : `본문을 ${bytes}바이트까지 읽었고 그 뒤는 HTTP로 읽을 수 없습니다${code}`,
  timeout: (_code: string, bytes?: number): string =>
    bytes === undefined ? "시간 안에 응답을 받지 못했습니다" : `본문을 ${bytes}바이트까지 받고 더 받지 못했습니다`,
  cut: (code: string, bytes?: number): string =>
    bytes === undefined ? `본문을 받는 중에 연결이 끊겼습니다${code}` : found.connection(code, bytes),
  "slow-request": (): string => "시간 안에 요청을 모두 받지 못했습니다",
  crumbs: (): string => "요청 본문이 너무 작은 조각으로 나뉘어 왔습니다",
  gone: (): string => "호출한 쪽이 응답을 모두 받기 전에 연결을 끊거나 읽기를 멈추었습니다",
};
export const wholeRequest = "끝까지 도착하는 요청";
export const wholeAnswer = "끝까지 도착하는 응답";
export const keptConnection = "응답을 모두 받을 때까지 유지하는 연결";

// What was looked at, and what should have been there.
export const body = "본문";
export const query = "쿼리";
export const path = "경로";
export const status = "상태 코드";
export const noBody = "본문 없음";
export const smallerOnly = (limit: number): string => `${limit}바이트 이하만 확인`;
export const larger = "더 큰 본문";
export const fewerOnly = `필드와 원소 ${maxValues}개 이하만 확인`;
export const more = "더 많은 본문";
export const knownCodings = "gzip, deflate, br, zstd만 확인";
export const otherCoding = "다른 압축 방식";
export const codedAsSaid = "Content-Encoding대로 압축한 본문";
export const unpackable = "압축을 해제할 수 없는 본문";
export const emptyBody = "빈 본문";
export const nameOnce = "한 번만 쓴 이름";
export const nameTwice = "두 번 이상 쓴 이름";
export const unknownField = "명세에 없는 필드";
export const unknownQuery = "명세에 없는 쿼리";
export const queryOf = (size: number): string => `${size}자 쿼리`;
export const knownPath = "명세에 있는 경로";
export const pathOf = (size: number): string => `명세에 없는 ${size}자 경로`;
export const errorStatus = "오류 본문이면 400 이상";
export const knownCode = "오류 코드표의 코드";
export const codeOf = (size: number): string => `표에 없는 ${size}자 코드`;
export const examination = "검사";
export const examinedWhole = "끝까지 마친 검사";
export const examinedInPart = "프록시의 내부 오류로 멈춘 검사";

// What is printed.
export const answeredByProxy = "[프록시가 응답함]";
export const requestSide = "요청";
export const answerSide = "응답";
export const counts = (deviations: number, notes: number): string =>
  `다른 점 ${deviations}개${notes === 0 ? "" : `, 참고 ${notes}개`}`;
export const unknownRequest = "명세에 없는 요청";
export const total = (count: number): string => `요약: 요청 ${count}건`;
export const tallied = (name: string, count: number, hasFindings: boolean): string =>
  `${name}: 요청 ${count}건. ${hasFindings ? "다른 점과 참고가 나온 요청의 수는 다음과 같습니다." : "다른 점이 없습니다."}`;
export const others = (count: number): string => `그 밖에 ${count}건`;

// Recordings.
export const recordedHeader = "프록시가 기록한 응답정보입니다. 명세에 없는 값은 형식이 같은 가짜 값으로 바꾸었습니다.";
export const unrecorded = "프록시 내부 오류: 기록하지 못한 요청이 있습니다.";
export const recordingFailed = (reason: string): string =>
  `주의: 응답정보를 기록하지 못했습니다. ${reason} 프록시는 요청을 계속 전달합니다.`;
export const recordedHtml = "기록한 HTML 응답을 대신하는 화면";
export const recordedText = "기록한 텍스트 응답을 대신하는 내용";

import { resendLabels } from "../../bundle/labels.ts";
import { sentTexts, transportErrors } from "../../client/late-messages.ts";
import { code, html, table } from "../html.ts";
import type { Model } from "../model.ts";
import { callOf } from "../../generate/client/samples.ts";
import { erratumLink, type MakeSection } from "../page-section.ts";

/** A client as a server in production makes it, tried with the sandbox. */
const clientSample = (
  { api, url }: Model,
  at: Model["operations"][number],
): string => `import { createWooriClient } from "./woori/client.ts";

let token = "SANDBOX-EXPIRED-TOKEN";
async function renew(): Promise<string> {
  return (token = "SANDBOX-ACCESS-TOKEN"); // 운영에서는 토큰을 새로 발급받습니다.
}

const woori = createWooriClient({
  baseUrl: "${url}", // 운영에서는 주소와 키를 환경 변수나 비밀 저장소에서 읽습니다.
  appKey: "SANDBOX-APP-KEY",
  secretKey: "SANDBOX-SECRET-KEY",
  accessToken: ({ rejected }) => (rejected ? renew() : token),
  timeout: 10_000,
  onResponse: ({ operation, status, duration, globalId }) => console.log(operation, status, Math.round(duration), globalId),
  onError: ({ operation, code, status, sent, globalId }) => console.log("은행이 거부함", operation, code, status, sent, globalId),
});
const call = () => woori.${callOf(api, at)};
// 토큰 오류는 은행이 처리하기 전에 거부한 것이므로, 새 토큰을 받은 뒤 한 번 더 호출해도 됩니다.
const { response } = await call().catch((error) => {
  if (error.resend !== "afterNewToken") throw error;
  return call();
});
console.log("대출 API의 응답", response.status);
woori.close();`;

/** A call that waits when there are too many in a second. */
const waitingSample = (
  { api, url }: Model,
  at: Model["operations"][number],
): string => `import { createWooriClient, isSafeToRetry } from "./woori/client.ts";

/** 기다렸다가 다시 보내도 되는 오류에만, 간격을 두 배씩 늘리며 세 번까지 다시 보냅니다. */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (attempt === 3 || !isSafeToRetry(error)) throw error;
      const wait = 1000 * 2 ** attempt;
      await new Promise((done) => setTimeout(done, wait / 2 + Math.random() * (wait / 2)));
    }
  }
}

const woori = createWooriClient({ baseUrl: "${url}", appKey: "SANDBOX-APP-KEY", secretKey: "SANDBOX-SECRET-KEY", accessToken: "SANDBOX-ACCESS-TOKEN" });
const { issues } = await patiently(() => woori.${callOf(api, at)});
console.log("대출 API의 응답", issues.length);
woori.close();`;

/** What changes between the sandbox and the bank. */
export const production: MakeSection = (model) => {
  const { operations, codes } = model;
  const [first] = operations;
  const withToken = operations.find(({ operation }) => operation.security.every((names) => "bearer" in names)) ?? first;
  const waiting = codes.filter(({ resend }) => resend === "afterWait");
  if (withToken === undefined) throw new Error("the bundle has no operation");
  return {
    id: "production",
    title: "운영 전환",
    body: html`
<p>샌드박스에서 만든 프로그램을 은행에 연결하기 전에 정하고 확인할 것입니다. 호출하는 코드는 그대로이며 클라이언트의 설정만 바뀝니다. Express, NestJS, Next.js, vitest, 컨테이너, OpenTelemetry, pino의 예제는 저장소의 <code>examples/</code>에 있습니다.</p>
<h3 id="production-host">주소</h3>
<p>은행의 주소는 원문에 없습니다. 공개된 클라이언트에서 본 주소가 명세에 있지만 지금의 운영 주소인지는 알 수 없으므로(원문과 다른 점: ${erratumLink(model, "host")}), 은행이 안내한 https 주소를 <code>baseUrl</code>로 지정합니다. http는 이 기기의 샌드박스에만 쓸 수 있습니다. 다른 컨테이너의 샌드박스를 호출할 때는 <code>allowInsecureHosts: ["sandbox"]</code>처럼 그 호스트를 지정합니다. 운영의 설정에는 이 값을 두지 않습니다.</p>
<h3 id="production-keys">앱 키와 시크릿 키</h3>
<p>키는 <a href="#portal">개발자 포털</a>에서 승인받은 앱의 것을 사용합니다. 저장소나 이미지에 넣지 말고 비밀 저장소나 환경 변수에서 읽습니다. 클라이언트는 키를 오류와 로그에 싣지 않습니다.</p>
<h3 id="production-browser">브라우저</h3>
<p>시크릿 키를 브라우저나 모바일 앱에 두지 마십시오. 페이지를 여는 누구나 읽을 수 있고, 그 키로 보낸 요청은 여러분의 앱이 보낸 것이 됩니다. 브라우저는 여러분의 서버를 호출하고, 서버가 은행을 호출하게 합니다. 브라우저에서 클라이언트를 직접 쓰는 것은 샌드박스로 시험할 때뿐입니다.</p>
<h3 id="production-token">액세스 토큰</h3>
<p>토큰을 발급하는 주소와 방법은 원문에 없으므로 은행의 안내를 따릅니다(원문과 다른 점: ${erratumLink(model, "oauth-bearer")}). <code>accessToken</code>에는 문자열이나 함수를 지정합니다. 함수는 호출마다 불리고, 지난 호출이 토큰 때문에 거부되었으면 <code>rejected</code>가 true입니다. 고객마다 토큰이 다르면 호출의 마지막 인자에 <code>{ accessToken }</code>을 지정합니다.</p>
${code(clientSample(model, withToken), "ts", "ts")}
<h3 id="production-tls">TLS와 프록시</h3>
<p>사설 인증 기관의 인증서는 <code>ca</code>에, 은행에 제시할 클라이언트 인증서는 <code>cert</code>, <code>key</code>, <code>passphrase</code>에 PEM으로 지정합니다. 인증서 확인은 끌 수 없으며 <code>NODE_TLS_REJECT_UNAUTHORIZED=0</code>도 따르지 않습니다. 밖으로 나가는 프록시가 있으면 <code>proxy: "http://프록시:8080"</code>을 지정하거나, Node의 다른 클라이언트처럼 <code>NODE_USE_ENV_PROXY=1</code>과 <code>HTTPS_PROXY</code>, <code>NO_PROXY</code>를 사용합니다(Node 22.21, 24.5 이상). 그 전의 Node나 다른 프록시에서는 <code>agent</code>에 https-proxy-agent 같은 라이브러리의 Agent를 지정합니다. 어느 방법이든 본문이 있는 GET이 그대로 나갑니다.</p>
<h3 id="production-time">시간과 연결</h3>
<p><code>timeout</code>은 토큰을 받는 것부터 응답의 마지막 바이트까지의 시간이며 기본값은 30초입니다. 호출마다 <code>timeout</code>과 <code>signal</code>을 따로 지정할 수 있습니다. 시간이 지나 멈춘 호출도 은행에서는 처리되었을 수 있습니다. 쓰지 않는 연결은 0.5초 뒤에 닫습니다(<code>idleTimeout</code>). 은행이나 중간의 장비가 더 빨리 닫는 것이 보이면 줄이고, 호출이 드물어 연결을 다시 여는 시간이 아까우면 서버가 닫는 시간보다 짧게 늘립니다.</p>
<h3 id="production-resend">다시 보내도 되는 것</h3>
<p>클라이언트는 같은 요청을 스스로 다시 보내지 않습니다. 405나 501로 거절된 GET을 POST로 바꾸는 한 번만 예외입니다. 호출이 은행에 무엇을 남기는지 알 수 없기 때문입니다(원문과 다른 점: ${erratumLink(model, "side-effects")}). 모든 오류에는 요청이 나갔는지를 알리는 <code>sent</code>와, 다시 보내려면 먼저 할 일인 <code>resend</code>가 있습니다. <code>isSafeToRetry(error)</code>는 <code>resend</code>가 <code>afterWait</code>인 오류에만 true입니다.</p>
${table(
  "resend의 값",
  ["값", "뜻"],
  Object.entries(resendLabels).map(([value, { meaning }]) => ({ cells: [html`<code>${value}</code>`, meaning] })),
)}
<p>은행의 오류 코드마다의 값은 <a href="#errors">오류 코드</a>에 있습니다. 응답을 받지 못한 오류(<code>kind</code>가 <code>transport</code>)는 <code>sent</code>가 <code>no</code>일 때만 다음 표를 따르고, <code>maybe</code>나 <code>yes</code>이면 언제나 <code>afterChecking</code>입니다. ${sentTexts.maybe}</p>
${table(
  "응답을 받지 못한 오류",
  ["code", "뜻", "나가지 않았을 때"],
  Object.entries(transportErrors).map(([name, { text, needsChange }]) => ({
    cells: [
      html`<code>${name}</code>`,
      text.replace("{host}", "주소"),
      resendLabels[needsChange === true ? "afterChange" : "afterWait"].label,
    ],
  })),
)}
<h3 id="production-limits">호출 한도</h3>
<p>플랜의 한도를 넘은 호출은 처리하기 전에 거부되므로 기다렸다가 다시 보낼 수 있습니다(${waiting.map(({ code: name, meaning }, index) => html`${index > 0 && ", "}<a href="#error-${name}">${name}</a> ${meaning}`)}). 간격을 늘려 가며 정해진 횟수만 다시 보냅니다. 여러 서버가 한 앱의 한도를 나누어 쓰므로 간격은 서로 다르게 합니다.</p>
${code(waitingSample(model, withToken), "ts", "ts")}
<h3 id="production-logs">로그와 개인정보</h3>
<p><code>onRequest</code>, <code>onResponse</code>, <code>onError</code>로 오퍼레이션, 시도 횟수, 걸린 시간, 상태, 오류 코드, GLBL_ID를 남깁니다. 요청과 응답의 값은 이 함수들에 전달되지 않습니다. 오류에는 키와, 요청에 담은 개인정보가 들어가지 않습니다. 은행의 글에서는 그 값을 여러 인코딩으로 찾아 가리고, 여섯 자리 이상의 숫자, 메일 주소, 님 앞의 이름도 가립니다. 은행이 덧붙인 다른 글(주소 등)까지 가려 낸다고 보장하지는 않으므로, 그것도 남기지 않으려면 <code>message</code> 대신 <code>code</code>와 <code>advice</code>를 남깁니다. <code>data</code>와 <code>businessError.body</code>에는 고객의 정보가 들어 있으므로 남기지 마십시오. 은행에 문의할 때는 결과와 오류의 <code>globalId</code>를 알립니다.</p>
<h3 id="production-checklist">확인 목록</h3>
<ul>
<li>은행이 안내한 https 주소와 운영 앱의 키가 비밀 저장소에 있고, <code>allowInsecureHosts</code>가 없습니다.</li>
<li>시크릿 키가 브라우저, 모바일 앱, 저장소, 로그에 없습니다.</li>
<li>은행의 방화벽에 서버의 나가는 주소를 등록했고, 프록시와 인증서를 거쳐 첫 호출이 성공했습니다.</li>
<li><code>businessError</code>, 세 가지 오류, <code>issues</code>를 저마다 처리합니다. 금액은 문자열이며 <code>toBigInt</code>로 정확히 바꿉니다.</li>
<li>다시 보내는 코드는 <code>isSafeToRetry</code>가 true일 때만 동작하고, 처리되었을 수 있는 호출은 사람이 확인합니다.</li>
<li>큐나 게이트웨이, 서비스 메시가 요청을 스스로 다시 보내지 않습니다.</li>
<li>로그에 GLBL_ID, 오류 코드, 걸린 시간이 남고 고객의 정보는 남지 않습니다.</li>
<li>샌드박스로 토큰 만료, 한도 초과, 시간 초과, HTML 화면, 업무 오류를 한 번씩 겪어 보았습니다(<a href="#scenarios">시나리오</a>).</li>
<li>첫 응답들의 <code>issues</code>를 모아 명세와 다른 점을 확인했습니다.</li>
</ul>
`,
    entries: [
      {
        anchor: "production-host",
        title: "운영 주소",
        kind: "운영 전환",
        searchText: "baseUrl https host allowInsecureHosts 컨테이너",
      },
      {
        anchor: "production-keys",
        title: "앱 키와 시크릿 키의 보관",
        kind: "운영 전환",
        searchText: "secretKey 비밀 저장소 환경 변수",
      },
      {
        anchor: "production-browser",
        title: "브라우저에서 쓰기",
        kind: "운영 전환",
        searchText: "browser 시크릿 키 백엔드 CORS 모바일",
      },
      {
        anchor: "production-token",
        title: "액세스 토큰의 갱신",
        kind: "운영 전환",
        searchText: "accessToken rejected 만료 발급 OAuth",
      },
      {
        anchor: "production-tls",
        title: "TLS와 프록시",
        kind: "운영 전환",
        searchText: "mTLS 인증서 ca cert key proxy HTTPS_PROXY NO_PROXY agent 망분리",
      },
      {
        anchor: "production-time",
        title: "시간 제한과 연결",
        kind: "운영 전환",
        searchText: "timeout signal idleTimeout keep-alive ECONNRESET",
      },
      {
        anchor: "production-resend",
        title: "다시 보내도 되는 것",
        kind: "운영 전환",
        searchText: "재시도 retry sent resend isSafeToRetry 전송 오류 dns refused tls reset",
      },
      {
        anchor: "production-limits",
        title: "호출 한도",
        kind: "운영 전환",
        searchText: "플랜 유량 초당 백오프 backoff",
      },
      {
        anchor: "production-logs",
        title: "로그와 개인정보",
        kind: "운영 전환",
        searchText: "onRequest onResponse onError OpenTelemetry pino 추적 마스킹",
      },
      {
        anchor: "production-checklist",
        title: "운영 전환 확인 목록",
        kind: "운영 전환",
        searchText: "체크리스트 checklist 오픈",
      },
    ],
  };
};

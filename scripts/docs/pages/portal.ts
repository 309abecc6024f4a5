import { tokenCode } from "../../sandbox/challenge.ts";
import { gatewayChecks } from "../../sandbox/gateway-checks.ts";
import { oauthMetadataPath, oauthPath } from "../../sandbox/oauth.ts";
import { accountMachine, apiMachine, appMachine, type Machine } from "../../sandbox/store/states.ts";
import { type Html, html, table } from "../html.ts";
import { erratumLink, type MakePage } from "../docs-page.ts";

/** The developer portal (2.1 to 2.5): steps, required documents, the sandbox's own portal, and what states allow. */
export const portal: MakePage = ({ portal: { steps }, errata }) => html`
<p>앱 키와 시크릿 키를 받기까지의 순서입니다. 화면의 이름은 원문과 같습니다.</p>
${steps.map(
  (step, index) => html`<h2 id="portal-${index + 1}">${index + 1}. ${step.title}</h2>
<p class="source">원문 ${step.section}${step.screen !== undefined && html` · 화면: ${step.screen}`}</p>
<ul>${step.does.map((line) => html`<li>${line}</li>`)}</ul>
<p>준비할 것: ${step.prepare.join(", ")}</p>
`,
)}
<h2 id="portal-sandbox">샌드박스의 개발자 포털</h2>
<p>샌드박스의 <code>/portal/</code>에는 이 순서를 그대로 따라 해 볼 수 있는 포털이 있습니다. 은행의 포털이 아니며, 여기에서 받은 키는 그 샌드박스에서만 사용할 수 있습니다. 포털에서 바꾼 것은 게이트웨이의 다음 요청부터 적용됩니다.</p>
<ul>
<li>제휴사는 앱을 등록하고 승인을 요청하고 키를 조회합니다. API개발자는 API를 등록하고 게시 승인을 요청합니다. 관리자는 가입, API, 앱을 승인하거나 반려하고, 기관과 플랜을 등록하고, 앱의 이용을 정지합니다. 역할마다 데모 계정이 있으며, 이 기기에서만 받는 샌드박스의 로그인 화면이 아이디와 비밀번호를 표시합니다. 다른 주소로도 받는 샌드박스에서는 비밀번호를 바꾼 계정만 로그인할 수 있습니다.</li>
<li>은행이 문자와 이메일로 보내는 알림은 알림함에 표시합니다. 실제로는 아무 데에도 보내지 않습니다.</li>
<li>고객은 앱마다 등록하는 가상의 고객입니다. 이름과, API마다 이 고객에 관한 호출에 보낼 응답을 정합니다. 액세스 토큰이 있으면 토큰의 고객, 없으면 앱의 기본 고객의 응답을 보냅니다.</li>
<li>응답정보는 앱의 호출 가운데 조건(고객, 입력값, 몇 번째 호출, 시각)이 맞는 것에 보낼 응답입니다. 명세의 예제와 바꿀 필드, 또는 본문 전체와 상태 코드, 지연, 장애를 정합니다. 본문은 저장할 때 명세와 비교하며, 일부러 다르게 응답하려면 그 선택란을 표시합니다. 우선순위는 그 화면에 있습니다.</li>
<li>요청 기록은 게이트웨이에 온 요청을 바로 표시하고, 어느 검사에서 거부했는지, 무엇이 응답을 정했는지 알려 줍니다. 검사의 순서는 ${gatewayChecks.map(({ name }) => name).join(", ")}입니다. 키와 개인정보는 마스킹하며, <code>--show-values</code>를 더하면 이 기기에서만 받는 샌드박스가 그대로 표시합니다.</li>
<li>통계는 앱, API, 시간, 상태 코드, 오류 코드마다의 호출 수와 응답 시간, 남은 플랜, 과금을 표시하고 CSV로 내려받을 수 있습니다.</li>
<li>데이터는 메모리에만 있다가 샌드박스와 함께 없어집니다. <code>--data FILE</code>을 더하면 파일에 남아 다시 실행할 때 이어집니다. 플랜의 사용량도 남습니다. <code>POST /__sandbox/reset</code>은 요청 기록과 플랜의 사용량을 지우며, 앱과 통계는 지우지 않습니다.</li>
</ul>
<h2 id="portal-oauth">샌드박스의 OAuth 2.0</h2>
<p>은행은 OAuth 2.0을 지원한다고만 하고 주소를 공개하지 않았습니다(원문과 다른 점: ${erratumLink({ errata }, "oauth-endpoints")}). 아래는 샌드박스의 주소이며 은행의 주소가 아닙니다. <code>npm start</code>로 샌드박스를 실행하면 언제나 사용할 수 있습니다.</p>
<ul>
<li>OAuth 라이브러리에는 issuer로 <code>${oauthPath}</code>를 붙인 샌드박스의 주소를 지정합니다. 나머지 주소는 <code>${oauthMetadataPath}</code>(RFC 8414)에서 읽습니다.</li>
<li>client_id는 앱 키, client_secret은 시크릿 키, redirect_uri는 앱에 등록한 OAuth Callback URL과 글자 그대로 같은 주소입니다. 공개 앱은 시크릿 키 없이 인가 코드와 PKCE를, 비공개 앱은 인가 코드나 클라이언트 자격 증명을 사용합니다. 리프레시 토큰은 인가 코드와 함께 발급되며, 공개 앱에서는 쓸 때마다 바뀝니다.</li>
<li>scope는 API마다 하나이며 이름은 그 경로의 첫 operationId입니다. 앱의 OAuth Scope를 비워 두면 승인된 API 모두입니다.</li>
<li>로그인하는 사람은 그 앱의 고객입니다. 다른 앱의 고객은 로그인할 수 없습니다. 비밀번호를 지정하지 않은 고객의 비밀번호는 이 기기에서만 받는 샌드박스의 로그인 화면이 표시합니다.</li>
<li>만료되거나 폐기된 토큰, 다른 앱의 토큰, scope가 모자란 토큰은 <a href="#error-${tokenCode}"><code>${tokenCode}</code></a>로 거부하고 이유를 알려 줍니다. 액세스 토큰의 유효 시간은 <code>--token-lifetime</code>으로 정하고, 앱의 이용을 정지하거나 앱을 삭제하거나 키를 재발급하면 그 앱의 토큰을 모두 폐기합니다.</li>
</ul>
<h2 id="portal-states">앱의 상태</h2>
${statesOf("앱의 상태", appMachine)}
${transitionsOf("앱의 상태가 바뀌는 때", appMachine)}
<h2 id="portal-api-states">API의 상태</h2>
${statesOf("API의 상태", apiMachine)}
${transitionsOf("API의 상태가 바뀌는 때", apiMachine)}
<h2 id="portal-account-states">계정의 상태</h2>
<p>포털에 로그인할 수 있는지를 정합니다. 게이트웨이는 계정을 확인하지 않습니다.</p>
${transitionsOf("계정의 상태가 바뀌는 때", accountMachine)}
`;

/** The states of a machine with what the gateway answers, from the data that it answers by. */
function statesOf(caption: string, { states }: Machine<string, string>): Html {
  return table(
    caption,
    ["상태", "뜻", "게이트웨이의 응답", "근거"],
    Object.values(states).map(({ name, means, section, refusal }) => ({
      cells: [
        name,
        means,
        refusal === undefined
          ? "호출을 받습니다."
          : html`${refusal.status} <a href="#error-${refusal.code}"><code>${refusal.code}</code></a>`,
        section === undefined ? "샌드박스가 정함" : `원문 ${section}`,
      ],
    })),
  );
}

function transitionsOf(caption: string, { states, events }: Machine<string, string>): Html {
  return table(
    caption,
    ["동작", "역할", "전", "후"],
    Object.values(events).flatMap(({ name, by, to }) =>
      Object.entries(to).map(([before, after]) => ({
        cells: [name, by, states[before]?.name, states[after ?? ""]?.name],
      })),
    ),
  );
}

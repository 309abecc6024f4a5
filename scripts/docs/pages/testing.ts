import { exampleTest, exampleTestFile } from "../example-test.ts";
import { code, html } from "../html.ts";
import type { MakePage } from "../docs-page.ts";

/** How a team tests its own program with the sandbox. */
export const testing: MakePage = () => html`
<p>샌드박스는 명령으로도, 테스트 안의 라이브러리로도 실행됩니다. 테스트마다 비어 있는 포트를 사용하고 외부 네트워크에 접속하지 않습니다.</p>
<h2 id="testing-library">테스트 안에서 실행하기</h2>
<p>패키지를 개발 의존성으로 설치하고 <code>woori-openapi/sandbox</code>에서 <code>startSandbox</code>를 가져옵니다. 다음은 저장소의 <code>${exampleTestFile}</code>이며, 설치한 패키지로 실행해 확인한 파일입니다.</p>
${code(exampleTest, "ts")}
<h2 id="testing-fixtures">예제를 값으로 사용하기</h2>
<p><code>woori-openapi/fixtures</code>에는 명세의 예제가 타입과 함께 있습니다. <code>examples</code>는 정상 응답, <code>requestExamples</code>는 요청, <code>errorExamples</code>는 오류 코드마다의 본문입니다. 서버 없이 화면이나 함수를 시험할 때 사용합니다.</p>
<h2 id="testing-answers">응답 정하기</h2>
<ul>
<li>명세에 있는 응답은 <code>Prefer</code> 헤더나 입력값으로 선택합니다. 값은 <a href="#scenarios">시나리오</a>에 있습니다.</li>
<li>고객마다 다른 응답이나 조건이 있는 응답은 파일, HTTP, <code>sandbox.use</code>로 정합니다. 방법은 <a href="#own-answers">고객과 응답정보</a>에 있습니다.</li>
<li>실제 서버와 오간 호출은 <code>npx woori-openapi proxy --upstream URL --record DIR</code>로 기록하고, 샌드박스의 <code>--scenarios DIR</code>로 서버 없이 다시 재생합니다.</li>
</ul>
<h2 id="testing-assertions">무엇을 보냈는지 확인하기</h2>
<ul>
<li><code>sandbox.requests()</code>는 받은 요청을 오래된 것부터 돌려줍니다. 키와 개인정보는 마스킹하며, 이 프로세스에서만 쓸 수 있는 <code>{ reveal: true }</code>는 보낸 그대로 표시합니다.</li>
<li><code>sandbox.waitForRequests(operationId, { count })</code>는 그만큼의 요청이 올 때까지 기다립니다.</li>
<li><code>sandbox.count(operationId)</code>는 요청의 수를, <code>use</code>가 돌려준 값의 <code>answered()</code>는 그 응답을 보낸 횟수를 돌려줍니다.</li>
<li><code>sandbox.reset()</code>은 기록, 플랜의 사용량, 테스트가 등록한 응답을 지웁니다. 테스트마다 먼저 호출하십시오.</li>
</ul>
<h2 id="testing-pipeline">파이프라인에서 실행하기</h2>
<p>포트를 지정하지 않으면 비어 있는 포트를 사용하므로 여러 작업을 함께 실행할 수 있습니다. 다른 언어의 테스트에서는 <code>npx woori-openapi sandbox --port 4010</code>을 먼저 실행하고 <code>/__sandbox/health</code>가 200으로 응답할 때까지 기다립니다.</p>
`;

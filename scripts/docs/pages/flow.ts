import { flowPicture } from "../flow-svg.ts";
import { html } from "../html.ts";
import type { MakePage } from "../docs-page.ts";

/** The flow of figure 1.3, as a picture and as text. */
export const flow: MakePage = ({ flow: data }) => html`
<p>원문 ${data.section}의 그림을 같은 내용으로 다시 그렸습니다. 제휴사는 개발자 포털에 가입하고 앱을 등록해 승인을 받은 뒤, 게이트웨이 뒤의 테스트 서버로 개발합니다.</p>
<div class="wide picture" role="region" aria-label="연동 흐름 그림" tabindex="0">${flowPicture(data)}</div>
<h2 id="flow-steps">순서를 글로 읽기</h2>
<ol class="steps">
${data.steps.map(
  (
    { title, chains },
    index,
  ) => html`<li id="flow-${index + 1}"><strong>${title}</strong>: ${chains.map((events, chain) => html`${chain > 0 && ". "}${events.map(({ lanes, does }, position) => html`${position > 0 && " → "}${lanes.join(", ")}: ${does}`)}`)}</li>
`,
)}</ol>
`;

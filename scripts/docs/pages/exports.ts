import { exports } from "../../generate/exports/exports.ts";
import { code, html } from "../html.ts";
import type { MakePage } from "../docs-page.ts";

/** The API for the tools of others: files to download, and how they are opened. */
export const exported: MakePage = () => html`
<p>모두 이 명세에서 만든 파일이며, 샌드박스의 키만 들어 있습니다.</p>
<ul>
${exports.map(
  ({ name, opens, does }) =>
    html`<li>${opens === name ? html`<a href="${name}" download>${name}</a>` : html`<a href="${opens}">${opens}</a>`}: ${does}</li>
`,
)}</ul>
<h2 id="exports-command">명령으로 받기</h2>
${code("npx woori-openapi export woori.postman_collection.json --out woori.postman_collection.json", "sh")}
<p>저장소에서는 <code>npm run export -- 이름</code>입니다. 이름을 지정하지 않으면 목록을 표시합니다.</p>
<h2 id="exports-tools">도구마다 여는 방법</h2>
<ul>
<li>Postman: Import에서 컬렉션과 환경을 함께 선택하고, 오른쪽 위에서 환경을 지정합니다. Run을 누르면 요청마다 응답을 확인합니다. 요청의 꺼진 <code>Prefer</code> 헤더를 켜면 장애와 지연을 시험합니다.</li>
<li>VS Code, IntelliJ: <code>woori.http</code>를 프로젝트에 두고 요청 위의 Send Request나 실행 표시를 누릅니다.</li>
<li>Java, Python, Go, PHP 등의 생성기: 3.1을 읽지 못하면 <code>openapi-3.0.yaml</code>을 지정합니다. 본문을 실은 GET 대신 POST만 들어 있습니다.</li>
<li>언어 모델: <code>llms-full.txt</code>를 붙여 넣거나 <code>llms.txt</code>의 주소를 알려 줍니다.</li>
</ul>
`;

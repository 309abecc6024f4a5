import { reproducingRequest, requestToChange } from "../../bundle/example-request.ts";
import { dependencyVersion } from "../../lib/manifest.ts";
import type { Json } from "../changed-lines.ts";
import { code, html, jsonExample } from "../html.ts";
import { answersOf } from "../model.ts";
import { deref, type Example } from "../../bundle/openapi.ts";
import { clientSample, curlOf, curlSample } from "../../generate/client/samples.ts";
import type { MakePage } from "../docs-page.ts";

/** What there is, as the README's first lines say it too. */
const offers = [
  {
    title: "클라이언트와 타입",
    about:
      "문서가 정한 대로 본문을 실은 GET을 실제로 보내고, 보내기 전에 요청을 검사하고, 오류마다 할 일을 알려 주는 TypeScript 클라이언트입니다.",
  },
  {
    title: "샌드박스",
    about: "앱 키, 플랜, 오류 코드, 장애까지 은행처럼 응답하는 서버입니다. 한 명령으로 여러분의 기기에서 실행됩니다.",
  },
  {
    title: "명세와 문서",
    about: "문서의 모든 행을 담은 OpenAPI 3.1 명세, 원문과 다른 점과 그 근거, 검색할 수 있는 문서 사이트입니다.",
  },
];

/** The first steps: sandbox, first call and error handling. */
export const start: MakePage = (model) => {
  const { api, url, operations, codes, document } = model;
  const [first] = operations;
  const refused = codes.find(({ code: name }) => name === "SYSCD03003");
  if (first === undefined || refused === undefined) throw new Error("the bundle has no operation, or no SYSCD03003");
  const success = answersOf(api, first).find(({ status }) => status < 300);
  const [example] = Object.values(success?.response.content["application/json"]?.examples ?? {});
  const answer = example && (deref<Example>(api, example).value as Json);
  return html`
<p class="lead">${document.title} Version ${document.version}(${document.date})을 OpenAPI 3.1로 옮긴 비공식 문서입니다. 은행이 제공하거나 보증하지 않으며, 원문과 다른 곳은 모두 <a href="#errata">원문과 다른 점</a>에 근거와 함께 있습니다.</p>
<ul class="offers">
${offers.map(
  ({ title, about }) => html`<li><strong>${title}</strong> ${about}</li>
`,
)}</ul>
<h2 id="start-sandbox">1. 샌드박스를 실행합니다</h2>
<p>git, npm, Node 20 이상, curl이 있으면 됩니다. 저장소를 내려받은 폴더에서 실행합니다. 샌드박스는 이 기기의 요청만 받고 은행에 연결하지 않습니다. 이 문서를 샌드박스에서 보고 있다면 이미 실행 중입니다.</p>
${code("npm ci && npm start", "sh")}
<p>패키지를 설치한 프로젝트에서는 <code>npx woori-openapi sandbox</code>로 실행합니다.</p>
<h2 id="start-curl">2. curl로 호출합니다</h2>
<p>원문 4.1.1의 요청은 JSON 본문을 실은 GET입니다. <code>curl</code>에서는 <code>-X GET</code>과 <code>-d</code>를 함께 지정합니다.</p>
${code(curlSample(model, first), "sh", "curl 200")}
${
  answer !== undefined &&
  html`<p>성공하면 이 응답이 옵니다. 필드의 뜻은 <a href="#op-${first.operation.operationId}-answer">${first.operation.summary}의 응답</a>에 있습니다.</p>
${jsonExample(answer)}`
}
<p>시크릿 키가 틀리면 게이트웨이가 거부합니다. 오류는 모두 같은 형식이며 <a href="#errors">오류 코드</a>에서 찾을 수 있습니다.</p>
${code(curlOf(url, reproducingRequest(api, refused)), "sh", `curl ${refused.status[0]}`, curlOf(url, requestToChange(api, refused)))}
<h2 id="start-typescript">3. TypeScript로 호출합니다</h2>
<p>여러분의 프로젝트에 클라이언트를 생성하고 하나뿐인 의존성을 설치합니다. 브라우저의 <code>fetch</code>는 본문이 있는 GET을 거부하므로, 클라이언트는 Node에서는 GET을, 브라우저에서는 POST를 보냅니다.</p>
${code(`npm run generate -- --out ../my-app/src/woori\nnpm install --prefix ../my-app openapi-fetch@${dependencyVersion("openapi-fetch")}`, "sh")}
<p><code>tsc</code>가 TS5097 오류를 내는 프로젝트에서는 <code>--import-extension js</code>를 더해 생성하고 <code>"./woori/client.js"</code>를 import합니다.</p>
<p>다음 코드를 <code>../my-app/src/main.ts</code>에 저장하고 <code>../my-app</code>에서 <code>node src/main.ts</code>를 실행합니다. TypeScript를 그대로 실행하려면 Node 22.18 이상이 필요하며, 그 전의 Node에서는 프로젝트의 빌드 도구로 컴파일해 실행하십시오. package.json에는 <code>"type": "module"</code>이 있어야 합니다.</p>
<p>패키지로 설치했다면 코드를 생성하지 않아도 됩니다. 다음 코드의 <code>"./woori/client.ts"</code>를 <code>"woori-openapi"</code>로 바꿉니다.</p>
${code(clientSample(model, first), "ts", "ts")}
<h2 id="start-errors">4. 오류를 처리합니다</h2>
<p>호출은 결과를 돌려주거나 <code>input</code>, <code>transport</code>, <code>api</code> 가운데 하나의 오류를 던집니다. 종류마다 할 일과 예제는 <a href="#error-handling">오류 처리</a>에, 은행의 코드마다 원인과 조치는 <a href="#errors">오류 코드</a>에 있습니다.</p>
<h2 id="start-next">다음에 볼 것</h2>
<ul>
<li>개발자 포털에서 키를 받기까지의 순서는 <a href="#flow">연동 흐름</a>에 그림으로 있습니다.</li>
<li>요청과 응답의 모든 필드는 <a href="#operations">API 레퍼런스</a>에서 확인하고, 그 자리에서 직접 호출합니다.</li>
<li>테스트에서 사용할 응답과 고객은 <a href="#testing">테스트</a>의 방법으로 정합니다.</li>
<li>은행에 연결하기 전에 <a href="#production">운영 전환</a>을 확인합니다.</li>
</ul>
`;
};

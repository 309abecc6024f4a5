import { reproducingRequest, curl } from "../../bundle/example-request.ts";
import { dependencyVersion } from "../../lib/manifest.ts";
import { code, html } from "../html.ts";
import type { Model } from "../model.ts";
import { callOf, clientSample, curlSample } from "../../generate/client/samples.ts";
import type { MakeSection } from "../page-section.ts";

/** A call with an expired token, by the first operation that cannot do without a token. */
const errorSample = (
  model: Model,
  at: Model["operations"][number],
): string => `import { createWooriClient, WooriError } from "./woori/client.ts";

const woori = createWooriClient({
  baseUrl: "${model.url}",
  appKey: "SANDBOX-APP-KEY",
  secretKey: "SANDBOX-SECRET-KEY",
  accessToken: "SANDBOX-EXPIRED-TOKEN", // 만료된 토큰
});
try {
  await woori.${callOf(model.api, at)};
} catch (error) {
  if (!(error instanceof WooriError)) throw error;
  if (error.kind === "input") console.log("보내지 않음", error.problems.length);
  if (error.kind === "transport") console.log("응답 없음", error.code);
  if (error.kind === "api") console.log("은행이 거부함", error.status, error.code, error.advice, error.resend);
}
woori.close();`;

/** The first steps: sandbox, first call and error handling. */
export const start: MakeSection = (model) => {
  const { api, url, operations, fields, codes } = model;
  const [first] = operations;
  const withToken = operations.find(({ operation }) => operation.security.every((names) => "bearer" in names)) ?? first;
  const business = fields.find(({ schema }) => schema["x-role"] === "businessError");
  const refused = codes.find(({ code: name }) => name === "SYSCD03003");
  if (first === undefined || withToken === undefined || refused === undefined)
    throw new Error("the bundle has no operation, or no SYSCD03003");
  return {
    id: "start",
    title: "5분 시작",
    body: html`
<h3 id="start-sandbox">1. 샌드박스를 엽니다</h3>
<p>git, npm, Node 20 이상, curl이 있으면 됩니다. 저장소를 내려받은 폴더에서 실행합니다. 샌드박스는 이 기기에서만 열리고 은행에 연결하지 않습니다.</p>
${code("npm ci && npm start", "sh")}
<p>패키지를 설치한 프로젝트에서는 <code>npx woori-openapi sandbox</code>로 엽니다.</p>
<h3 id="start-curl">2. curl로 호출합니다</h3>
<p>원문 4.1.1은 GET에 JSON 본문을 싣습니다. <code>curl</code>에서는 <code>-X GET</code>과 <code>-d</code>를 함께 적습니다.</p>
${code(curlSample(model, first), "sh", "curl 200")}
<p>시크릿 키가 틀리면 게이트웨이가 거부합니다. 오류는 모두 같은 형식이며 <a href="#errors">오류 코드</a>에서 찾을 수 있습니다.</p>
${code(curl(url, reproducingRequest(api, refused)), "sh", `curl ${refused.status[0]}`)}
<h3 id="start-typescript">3. TypeScript로 호출합니다</h3>
<p>여러분의 프로젝트에 클라이언트를 만들고 하나뿐인 의존성을 설치합니다. 브라우저의 <code>fetch</code>는 본문이 있는 GET을 거부하므로, 클라이언트는 Node에서는 GET을, 브라우저에서는 POST를 보냅니다.</p>
${code(`npm run generate -- --out ../my-app/src/woori\nnpm install --prefix ../my-app openapi-fetch@${dependencyVersion("openapi-fetch")}`, "sh")}
<p><code>tsc</code>가 TS5097 오류를 내는 프로젝트에서는 <code>--import-extension js</code>를 더하고 <code>"./woori/client.js"</code>를 가져옵니다.</p>
<p>패키지를 설치한 프로젝트에서는 만들 것이 없습니다. 다음 예의 <code>"./woori/client.ts"</code>를 <code>"woori-openapi"</code>로 바꿉니다.</p>
${code(clientSample(model, first), "ts", "ts")}
<h3 id="start-errors">4. 오류를 처리합니다</h3>
<p>호출은 결과를 돌려주거나 세 가지 오류 가운데 하나를 던집니다. 키와 개인정보는 오류에 실리지 않습니다.</p>
<ul>
<li><code>input</code>: 보내기 전에 찾은 잘못입니다. 항목별 이유가 <code>problems</code>에 있습니다.</li>
<li><code>transport</code>: 쓸 수 있는 응답을 받지 못했습니다. 시간 초과, 끊긴 연결, HTML 화면 등입니다.</li>
<li><code>api</code>: 은행이 거부했습니다. <code>code</code>, <code>advice</code>, <code>resend</code>를 확인합니다.</li>
</ul>
${code(errorSample(model, withToken), "ts", "ts")}
${business !== undefined && html`<p>200 응답 안에도 업무 오류가 있을 수 있습니다. <a href="#${business.id}">${business.code}</a>가 비어 있지 않으면 결과에 <code>data</code> 대신 <code>businessError</code>가 있습니다.</p>`}
`,
    entries: [
      { anchor: "start-sandbox", title: "샌드박스 열기", kind: "시작", searchText: "npm start 목 서버 설치" },
      { anchor: "start-curl", title: "curl로 호출", kind: "시작", searchText: "GET 본문 첫 호출" },
      {
        anchor: "start-typescript",
        title: "TypeScript로 호출",
        kind: "시작",
        searchText: "클라이언트 client generate fetch 브라우저",
      },
      {
        anchor: "start-errors",
        title: "오류 처리",
        kind: "시작",
        searchText: "WooriError input transport api businessError 업무 오류",
      },
    ],
  };
};

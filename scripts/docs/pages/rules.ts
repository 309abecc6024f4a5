import { deref } from "../../bundle/openapi.ts";
import { credentialHeader } from "../../bundle/security.ts";
import type { Json } from "../changed-lines.ts";
import { code, html, jsonExample, prose, table } from "../html.ts";
import { erratumLink, type MakePage } from "../docs-page.ts";

/** The rules that all operations share (3.1 to 3.6). */
export const rules: MakePage = (model) => {
  const { api, document, operations, tables, fields } = model;
  const schemes = Object.entries(api.components.securitySchemes);
  const errorTable = tables.find(({ section }) => section === "3.6");
  const error = Object.values(
    deref(api, operations[0]?.operation.responses["401"] ?? { $ref: "#" }).content["application/json"]?.examples ?? {},
  )[0];
  const envelope = Object.values(api.components.schemas).find(
    (schema) => [schema["x-source"]].flat()[0]?.section === document.envelope.section,
  );
  return html`
<p>모든 오퍼레이션에 공통으로 적용되는 주소, 헤더, 본문의 규칙입니다. 오퍼레이션마다 다른 내용은 <a href="#operations">API 목록</a>에서 확인합니다.</p>
<h2 id="rules-url">주소</h2>
<p>원문 3.1의 형식은 <code>{HTTP_METHOD} http(s)://{host}:{port}/{directory}/{anyResource}?{Query}</code>입니다. 은행의 주소는 원문에 없으므로 은행이 안내한 주소를 사용하십시오. JSON 본문은 그대로 보내고 쿼리만 URL 인코딩합니다(원문과 다른 점: ${erratumLink(model, "url-encoding")}).</p>
${table(
  "오퍼레이션의 주소",
  ["HTTP Method", "경로", "이름"],
  operations.map(({ path, method, operation }) => ({
    cells: [
      html`<code>${method.toUpperCase()}</code>`,
      html`<code>${path}</code>`,
      html`<a href="#op-${operation.operationId}">${operation.summary}</a>`,
    ],
  })),
)}
<h2 id="rules-methods">HTTP Method</h2>
<p>원문 3.3에는 조회에 GET, 생성에 POST, 수정에 PUT과 PATCH, 삭제에 DELETE를 사용하며 필요하면 바뀔 수 있다고 나와 있습니다. 대출기본정보요청은 조회이지만 JSON 본문이 있어 GET과 POST를 모두 정의했습니다(원문과 다른 점: ${erratumLink(model, "method-post")}).</p>
<h2 id="rules-headers">요청 헤더</h2>
${table(
  "요청 헤더",
  ["헤더", "값", "설명"],
  schemes.map(([name, scheme]) => ({
    id: `header-${credentialHeader(api.components.securitySchemes, name)}`,
    cells: [
      html`<code>${credentialHeader(api.components.securitySchemes, name)}</code>`,
      html`<code>${scheme.type === "http" ? "Bearer 액세스 토큰" : name === "appKey" ? "앱 키" : "시크릿 키"}</code>`,
      prose("description" in scheme ? String(scheme.description) : ""),
    ],
  })),
)}
<p>본문이 있는 요청에는 <code>Content-Type</code>을 함께 보냅니다. 은행의 다른 공개 파일에는 이 밖의 헤더도 있지만 이 문서에는 없으므로 명세에 넣지 않았습니다(원문과 다른 점: ${erratumLink(model, "both-keys")}).</p>
<h2 id="rules-media-types">Content-Type</h2>
<p>원문에는 ${document.mediaTypes.map(({ section, name }, index) => html`${index > 0 && ", "}<code>${name}</code>(${section})`)}이 나와 있습니다. 대출기본정보요청의 본문과 모든 응답은 UTF-8 JSON이고, 토큰 확인에는 본문이 없습니다. 500, 503, 504에서는 HTML 화면이 올 수 있습니다(원문과 다른 점: ${erratumLink(model, "text-html")}).</p>
<h2 id="rules-envelope">공통 형식</h2>
<p>원문 3.5에 따라 모든 JSON은 <code>dataHeader</code>와 <code>dataBody</code>를 가진 객체입니다. ${envelope?.description}</p>
${code('{\n  "dataHeader": {},\n  "dataBody": {}\n}', "json")}
<h2 id="rules-types">타입 표기</h2>
<p>원문의 타입은 S(문자), N(숫자), D(소수점을 가지는 숫자)이고 괄호 안은 길이입니다. S(39)는 39자까지의 문자열입니다. 길이는 글자(유니코드 코드 포인트) 수로 셉니다(원문과 다른 점: ${erratumLink(model, "length-in-code-points")}).</p>
<h2 id="rules-error-body">오류 본문</h2>
<p>오류 응답의 dataBody에는 원문 ${errorTable?.section ?? ""}의 필드가 담깁니다. 코드의 뜻은 <a href="#errors">오류 코드</a>에 있습니다.</p>
${table(
  "오류 본문의 필드",
  ["코드", "이름", "타입"],
  fields
    .filter(({ section }) => section.split(", ").includes("3.6"))
    .map((field) => ({
      cells: [
        html`<a href="#${field.id}"><code>${field.code}</code></a>`,
        field.name,
        field.type === "" ? "반복부" : field.type,
      ],
    })),
)}
${error !== undefined && jsonExample(deref(api, error as { value?: Json }).value ?? null)}
`;
};

import { groupBy } from "../../lib/group-by.ts";
import { html, table } from "../html.ts";
import type { MakePage } from "../docs-page.ts";

/** Every operation, by the service it belongs to. */
export const operations: MakePage = ({ api, operations: all }) => {
  const services = new Map((api.tags ?? []).map((tag) => [tag.name, tag]));
  const byService = groupBy(all, ({ operation }) => operation.tags?.[0] ?? "");
  return html`
<p>오퍼레이션마다 요청, 응답, 예제 코드와 직접 호출하는 화면이 있습니다. 명세 파일은 <a href="openapi.json" download>openapi.json</a>이며, 다른 형식은 <a href="#exports">다른 도구에서 사용하기</a>에서 내려받을 수 있습니다.</p>
${[...byService].map(([name, own]) => {
  const service = services.get(name);
  const title = service?.["x-displayName"] ?? (name === "" ? "그 밖의 API" : name);
  return html`<h2 id="service-${name}">${title}</h2>
${service?.description !== undefined && html`<p>${service.description}</p>`}
${table(
  `${title}의 API`,
  ["이름", "HTTP Method", "경로", "operationId"],
  own.map(({ path, method, operation }) => ({
    cells: [
      html`<a href="#op-${operation.operationId}">${operation.summary}</a>`,
      html`<span class="method">${method.toUpperCase()}</span>`,
      html`<code>${path}</code>`,
      html`<code>${operation.operationId}</code>`,
    ],
  })),
)}`;
})}`;
};

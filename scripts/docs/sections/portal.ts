import { html, table } from "../html.ts";
import type { MakeSection } from "../page-section.ts";

/** The developer portal (2.1 to 2.5): steps, required documents and the states of an app. */
export const portal: MakeSection = ({ portal: { title, steps, states } }) => ({
  id: "portal",
  title,
  body: html`
<p>앱 키와 시크릿 키를 받기까지의 순서입니다. 화면의 이름은 원문과 같습니다.</p>
${steps.map(
  (step, index) => html`<h3 id="portal-${index + 1}">${index + 1}. ${step.title}</h3>
<p class="source">원문 ${step.section}${step.screen !== undefined && html` · 화면: ${step.screen}`}</p>
<ul>${step.does.map((line) => html`<li>${line}</li>`)}</ul>
<p>준비할 것: ${step.prepare.join(", ")}</p>
`,
)}
<h3 id="portal-states">앱의 상태</h3>
${table(
  "앱의 상태",
  ["상태", "뜻", "샌드박스의 앱 키"],
  states.map(({ name, means, sandbox }) => ({ cells: [name, means, html`<code>${sandbox}</code>`] })),
)}
`,
  entries: [
    ...steps.map(({ title: name, section, does, prepare }, index) => ({
      anchor: `portal-${index + 1}`,
      title: name,
      kind: "개발자 포털",
      searchText: `${section} ${does.join(" ")} ${prepare.join(" ")}`,
    })),
    {
      anchor: "portal-states",
      title: "앱의 상태",
      kind: "개발자 포털",
      searchText: states.map(({ name }) => name).join(" "),
    },
  ],
});

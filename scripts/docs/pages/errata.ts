import { confidenceLabels, strengthLabels } from "../../bundle/labels.ts";
import { html, table } from "../html.ts";
import type { MakePage } from "../docs-page.ts";

const kinds = { transcription: "전사하면서 생긴 차이", document: "원문의 오류", decision: "원문이 정하지 않은 것" };

/** The places where the spec differs from the document, and the reasons. */
export const errata: MakePage = ({ errata: rows }) => html`
<p>명세가 원문과 다르게 적거나 원문이 정하지 않은 것을 정한 ${rows.length}건입니다. 원문은 은행이 공개한 명세서(PDF)이고, 전사본은 그 문서를 글로 옮긴 것으로 곳곳에서 PDF와 다릅니다. 확신은 근거의 강도에 따른 판단입니다.</p>
${table(
  "정오표",
  ["주제", "절", "종류", "확신"],
  rows.map((row) => ({
    cells: [
      html`<a href="#erratum-${row.id}">${row.topic}</a>`,
      row.section,
      kinds[row.kind],
      confidenceLabels[row.confidence],
    ],
  })),
)}
${rows.map(
  (row) => html`<section class="entry" aria-labelledby="erratum-${row.id}">
<h2 id="erratum-${row.id}">${row.topic}</h2>
<p class="source"><code>${row.id}</code> · 원문 ${row.section} · ${kinds[row.kind]} · 확신 ${confidenceLabels[row.confidence]}</p>
<dl>
<dt>원문</dt><dd>${row.source}</dd>
<dt>명세</dt><dd>${row.spec}</dd>
<dt>근거</dt><dd><ul>${row.evidence.map(({ strength, fact }) => html`<li>${fact} <span class="strength">(${strengthLabels[strength]})</span></li>`)}</ul></dd>
</dl>
</section>
`,
)}`;

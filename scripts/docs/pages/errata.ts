import { confidenceLabels, strengthLabels } from "../../bundle/labels.ts";
import { html, table } from "../html.ts";
import type { MakePage } from "../docs-page.ts";

const kinds = { transcription: "텍스트본에서 생긴 차이", document: "원문의 오류", decision: "원문에 없는 내용" };

/** The places where the spec differs from the document, and the reasons. */
export const errata: MakePage = ({ errata: rows }) => html`
<p>명세가 원문과 다르거나, 원문에 없는 내용을 명세에서 정한 곳입니다. 원문은 은행이 공개한 명세서(PDF)이고, 널리 쓰이는 텍스트본은 PDF를 글로 옮긴 것으로 PDF와 다른 곳이 있습니다. 신뢰도는 근거가 얼마나 확실한지를 나타냅니다.</p>
${table(
  "정오표",
  ["주제", "절", "종류", "신뢰도"],
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
<p class="source"><code>${row.id}</code> · 원문 ${row.section} · ${kinds[row.kind]} · 신뢰도 ${confidenceLabels[row.confidence]}</p>
<dl>
<dt>원문</dt><dd>${row.source}</dd>
<dt>명세</dt><dd>${row.spec}</dd>
<dt>근거</dt><dd><ul>${row.evidence.map(({ strength, fact }) => html`<li>${fact} <span class="strength">(${strengthLabels[strength]})</span></li>`)}</ul></dd>
</dl>
</section>
`,
)}`;

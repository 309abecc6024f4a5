import { describeReproduction, reproducingRequest, requestToChange } from "../../bundle/example-request.ts";
import { curlOf } from "../../generate/client/samples.ts";
import { layerLabels, resendLabels } from "../../bundle/labels.ts";
import { code, html, prose, table } from "../html.ts";
import { erratumLink, type MakePage } from "../docs-page.ts";

/** The 24 codes: meaning, cause, what to do, whether to send again, how to reproduce. */
export const errors: MakePage = (model) => html`
<p>은행의 다른 금융 API 문서에 실린 오류 코드 ${model.codes.length}개입니다. 메시지는 은행의 문장 그대로이고, 원인과 조치, 다시 보내기는 이 프로젝트의 해석이며, 상태 코드는 샌드박스가 사용하는 추정값입니다(원문과 다른 점: ${erratumLink(model, "error-codes")}). 클라이언트는 요청을 자동으로 다시 보내지 않습니다.</p>
<dl>
${Object.entries(resendLabels).map(
  ([value, { label, meaning }]) => html`<dt>${label} (<code>${value}</code>)</dt><dd>${meaning}</dd>
`,
)}</dl>
${table(
  "오류 코드 목록",
  ["코드", "의미", "발생 위치", "상태 코드(추정)", "다시 보내기"],
  model.codes.map((row) => ({
    cells: [
      html`<a href="#error-${row.code}">${row.code}</a>`,
      row.meaning,
      layerLabels[row.layer],
      row.status.join(", "),
      resendLabels[row.resend].label,
    ],
  })),
)}
${model.codes.map(
  (row) => html`<section class="entry" aria-labelledby="error-${row.code}">
<h2 id="error-${row.code}">${row.code} ${row.meaning}</h2>
<dl>
<dt>은행의 메시지</dt><dd>${row.message}</dd>
<dt>원인</dt><dd>${row.cause}</dd>
<dt>조치</dt><dd>${row.action}</dd>
<dt>다시 보내기</dt><dd>${resendLabels[row.resend].meaning}</dd>
<dt>재현</dt><dd>${prose(describeReproduction(row))}</dd>
</dl>
<details><summary>재현하는 curl</summary>${code(curlOf(model.url, reproducingRequest(model.api, row)), "sh", `curl ${row.status[0]}`, curlOf(model.url, requestToChange(model.api, row)))}</details>
</section>
`,
)}`;

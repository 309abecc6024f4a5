import { samplesOf } from "../../generate/client/samples.ts";
import { code, type Html, html, prose } from "../html.ts";
import type { Model } from "../model.ts";
import { errataLinks } from "../reference/errata-links.ts";
import { exampleChoice, examplesOf } from "../reference/examples.ts";
import { requestPart } from "../reference/request.ts";
import { responsesPart } from "../reference/responses.ts";
import { standInNote } from "../reference/stand-in.ts";
import { choiceOf } from "../reference/tabs.ts";

/** What tests and readers can run of a sample. */
const runs: Record<string, string> = { curl: "curl 200", typescript: "ts" };

/** One operation: what it takes and answers, with code and examples beside it. */
export function operation(model: Model, at: Model["operations"][number]): Html {
  const { path, method, operation } = at;
  const id = `op-${operation.operationId}`;
  const lines = (operation.description ?? "").split("\n").filter((line) => line.trim() !== "");
  const source = [operation["x-source"]].flat()[0];
  const errata = errataLinks(model, operation["x-errata"]);
  return html`
<p class="endpoint"><code>${method.toUpperCase()} ${path}</code></p>
${lines.map((line) => html`<p>${prose(line)}</p>`)}
${standInNote(model, at)}
<p class="source">operationId: <code>${operation.operationId}</code>${source !== undefined && ` · 원문 ${source.section}`}${errata !== false && html` · 원문과 다른 점: ${errata}`}</p>
<div class="pair">
<div>
<h2 id="${id}-request">요청</h2>
${requestPart(model, at)}
</div>
<div class="beside">
<h2 id="${id}-code">요청 코드</h2>
${codeChoice(model, at)}
${exampleChoice(
  Object.values(operation.requestBody?.content ?? {}).flatMap((mediaType) => examplesOf(model.api, mediaType)),
  "본문 예제",
  false,
)}</div>
</div>
<h2 id="${id}-answer">응답</h2>
${responsesPart(model, operation)}
<div class="try" data-operation="${operation.operationId}" hidden></div>
`;
}

/** The example request in each language. */
function codeChoice(model: Model, at: Model["operations"][number]): Html {
  return choiceOf(
    { label: "언어", control: "tabs", level: 3, remember: "language" },
    samplesOf(model, at).map((sample) => ({
      label: sample.label,
      id: `op-${at.operation.operationId}-${sample.id}`,
      heading: sample.label,
      body: code(sample.text, sample.language, runs[sample.id]),
      isRepeat: runs[sample.id] === undefined,
    })),
  );
}

import { resendLabels } from "../../bundle/labels.ts";
import { deref, type MediaType, type Operation, type Response } from "../../bundle/openapi.ts";
import { type Html, html, prose } from "../html.ts";
import type { Model } from "../model.ts";
import { errataLine } from "./errata-links.ts";
import { exampleChoice, examplesOf, valuesOf } from "./examples.ts";
import { fieldTree } from "./field-tree.ts";
import { choiceOf } from "./tabs.ts";

/** What an operation answers, by status. */
export function responsesPart(model: Model, { operationId, responses }: Operation): Html {
  return choiceOf(
    { label: "상태 코드", control: "tabs", level: 3, id: `op-${operationId}-statuses` },
    Object.entries(responses).map(([status, reference]) => ({
      label: status,
      id: `op-${operationId}-${status}`,
      heading: status,
      body: responseOf(model, status, deref<Response>(model.api, reference)),
    })),
  );
}

/** A response that many operations share is written once for all. */
const kept = new WeakMap<Model, WeakMap<Response, Html>>();

function responseOf(model: Model, status: string, response: Response): Html {
  let ofModel = kept.get(model);
  if (ofModel === undefined) kept.set(model, (ofModel = new WeakMap()));
  let made = ofModel.get(response);
  if (made === undefined) ofModel.set(response, (made = panel(model, status, response)));
  return made;
}

function panel(model: Model, status: string, response: Response): Html {
  const bodies = Object.entries(response.content ?? {});
  const isError = response["x-error-status"] !== undefined;
  return html`<div class="pair">
<div>
<p>${prose(response.description)}</p>
${errataLine(model, response["x-errata"])}
${isError && codesOf(model, Number(status))}
${bodies.map((body) => bodyPart(model, body, isError))}
</div>
<div class="beside">
${exampleChoice(
  bodies.flatMap(([, mediaType]) => examplesOf(model.api, mediaType)),
  "응답 예제",
  true,
)}</div>
</div>
`;
}

function codesOf({ codes }: Model, status: number): Html | false {
  const own = codes.filter((row) => row.status.includes(status));
  return (
    own.length > 0 &&
    html`<h4>오류 코드</h4>
<ul class="codes">
${own.map(
  ({
    code,
    meaning,
    resend,
  }) => html`<li><a href="#error-${code}"><code>${code}</code></a> ${meaning} <span class="quiet">다시 보내기: ${resendLabels[resend].label}</span></li>
`,
)}</ul>`
  );
}

/** A body's fields. Those of errors, which all look alike, are folded away. */
function bodyPart(model: Model, [type, mediaType]: [string, MediaType], isFolded: boolean): Html {
  const { api } = model;
  const tree = fieldTree(model, mediaType.schema, valuesOf(api, mediaType));
  return isFolded
    ? html`<details class="body-fields"><summary>본문 <code>${type}</code></summary>
${tree}</details>
`
    : html`<h4>본문 <code>${type}</code></h4>
${tree}`;
}

import { resendLabels } from "../../bundle/labels.ts";
import { deref, type MediaType, type Operation, type Response, type Schema } from "../../bundle/openapi.ts";
import { type Html, html, prose } from "../html.ts";
import type { Model } from "../model.ts";
import { errataLine } from "./errata-links.ts";
import { exampleChoice, examplesOf, valuesOf } from "./examples.ts";
import { fieldTree } from "./field-tree.ts";
import { choiceOf } from "./tabs.ts";

/** A body that several statuses answer with; its fields stand below them once. */
interface SharedBody {
  schema: Schema;
  mediaType: MediaType;
  id: string;
  statuses: string[];
}

/** What an operation answers, by status. */
export function responsesPart(model: Model, { operationId, responses }: Operation): Html {
  const id = `op-${operationId}`;
  const all = Object.entries(responses).map(([status, reference]) => ({
    status,
    response: deref<Response>(model.api, reference),
  }));
  const shared = sharedBodies(model, id, all);
  return html`${choiceOf(
    { label: "상태 코드", control: "tabs", level: 3, id: `${id}-statuses` },
    all.map(({ status, response }) => ({
      label: status,
      id: `${id}-${status}`,
      heading: `응답 ${status}`,
      body: panel(model, status, response, shared),
    })),
  )}${shared.map((one) => sharedPart(model, one))}`;
}

function panel(model: Model, status: string, response: Response, shared: readonly SharedBody[]): Html {
  const bodies = Object.entries(response.content ?? {});
  return html`<div class="pair">
<div>
<p>${prose(response.description)}</p>
${errataLine(model, response["x-errata"])}
${response["x-error-status"] !== undefined && codesOf(model, Number(status))}
${bodies.map(([type, mediaType]) => {
  const schema = deref<Schema>(model.api, mediaType.schema);
  const common = shared.find((one) => one.schema === schema);
  return html`<h4>본문 <code>${type}</code></h4>
${common === undefined ? treeOf(model, mediaType) : html`<p>필드는 <a href="#${common.id}">${titleOf(common)}</a>에 있습니다.</p>`}`;
})}
</div>
<div class="beside">
${examplesPart(model, response)}</div>
</div>
`;
}

/** The examples of a response that many operations share are written once for all. */
const written = new WeakMap<Response, Html>();

function examplesPart({ api }: Model, response: Response): Html {
  const examples = Object.values(response.content ?? {}).flatMap((mediaType) => examplesOf(api, mediaType));
  const isOfMany = response["x-error-status"] !== undefined;
  const made = written.get(response) ?? html`${exampleChoice(examples, "응답 예제", true, isOfMany)}`;
  written.set(response, made);
  return made;
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

/** The bodies of objects that more than one status answers with. */
function sharedBodies(
  { api }: Model,
  id: string,
  all: readonly { status: string; response: Response }[],
): SharedBody[] {
  const found = new Map<Schema, SharedBody>();
  for (const { status, response } of all)
    for (const mediaType of Object.values(response.content ?? {})) {
      const schema = deref<Schema>(api, mediaType.schema);
      const known = found.get(schema);
      if (known !== undefined) known.statuses.push(status);
      else if (schema.type === "object")
        found.set(schema, { schema, mediaType, id: `${id}-body-${status}`, statuses: [status] });
    }
  return [...found.values()].filter(({ statuses }) => statuses.length > 1);
}

function sharedPart(model: Model, body: SharedBody): Html {
  return html`<h3 id="${body.id}">${titleOf(body)}</h3>
<div class="pair"><div>
<p>상태 코드가 ${body.statuses.join(", ")}인 응답의 본문은 같은 형식입니다.</p>
${treeOf(model, body.mediaType)}</div></div>
`;
}

function titleOf({ statuses }: SharedBody): string {
  return statuses.every((status) => Number(status) >= 400) ? "오류 본문" : "공통 본문";
}

function treeOf(model: Model, mediaType: MediaType): Html {
  return fieldTree(model, mediaType.schema, valuesOf(model.api, mediaType));
}

import { deref, type Example, type MediaType, type OpenApi } from "../../bundle/openapi.ts";
import type { Json } from "../changed-lines.ts";
import { code, type Html, html, jsonExample, prose } from "../html.ts";
import { choiceOf } from "./tabs.ts";

/** An example of a body with its name. */
export interface NamedExample extends Example {
  name: string;
  /** Printed in the document, and against the schema. */
  isPrinted: boolean;
}

/** The examples of a media type in the order of the spec, those that the document alone has last. */
export function examplesOf(
  api: OpenApi,
  { examples = {}, "x-legacy-samples": printed = {} }: MediaType,
): NamedExample[] {
  return [
    ...Object.entries(examples).map(([name, one]) => ({ ...deref<Example>(api, one), name, isPrinted: false })),
    ...Object.entries(printed).map(([name, one]) => ({ ...one, name, isPrinted: true })),
  ];
}

/** The values that examples give a body, for its fields. */
export function valuesOf(api: OpenApi, mediaType: MediaType): unknown[] {
  return examplesOf(api, mediaType).flatMap(({ isPrinted, value }) => (isPrinted ? [] : [value]));
}

/**
 * Examples, one shown at a time. Lines of all but the first that differ from the first are marked.
 *
 * @param isAnswer whether the sandbox can be asked for them by name
 * @param isOfMany whether other operations have the same: what lists all operations shows the first alone
 */
export function exampleChoice(
  examples: readonly NamedExample[],
  label: string,
  isAnswer: boolean,
  isOfMany = false,
): Html | false {
  const [first] = examples;
  return (
    first !== undefined &&
    choiceOf(
      { label, control: "select", level: 4 },
      examples.map((one) => ({
        label: one.summary.startsWith(one.name) ? one.summary : `${one.name}: ${one.summary}`,
        isRepeat: isOfMany && one !== first,
        heading: examples.length === 1 ? `${label}: ${one.summary}` : one.summary,
        body: html`${one.description !== undefined && html`<p>${prose(one.description)}</p>`}
${block(one, one === first ? undefined : first)}
${isAnswer && !one.isPrinted && typeof one.value === "object" && html`<p class="quiet">샌드박스에서 이 응답을 받는 <a href="#scenarios">헤더</a>: <code>Prefer: example=${one.name}</code></p>`}`,
      })),
    )
  );
}

function block({ value }: NamedExample, first: NamedExample | undefined): Html {
  if (typeof value === "string") return code(value.trimEnd(), "text");
  if (typeof first?.value !== "object") return jsonExample(value as Json);
  const marked = jsonExample(value as Json, { base: first.value as Json });
  const legend = html`<p class="quiet legend"><span class="swatch"></span> 표시한 줄은 첫 예제(<code>${first.name}</code>)와 다릅니다.</p>`;
  return html`${marked}${marked.text.includes("<mark") && legend}`;
}

import { Html, html } from "../html.ts";

/** One of several things of which a reader needs one at a time. */
interface Tab {
  /** What the control calls it. */
  label: string;
  /** What stands above it where all are shown below each other. */
  heading: Html | string;
  /** The anchor, for links to it. */
  id?: string;
  body: Html;
  /** Whether it says what others say: a request in a further language, an error that all operations have. */
  isRepeat?: boolean;
}

interface Choice {
  /** What is chosen, for the control's name. */
  label: string;
  control: "tabs" | "select";
  level: 3 | 4;
  id?: string;
  /** The chosen label stays chosen on other pages under this key. */
  remember?: string;
}

/** Parts below each other, each with a heading; client/tabs.ts shows one at a time. */
export function choiceOf({ label, control, level, id, remember }: Choice, parts: readonly Tab[]): Html {
  return html`<div class="choice"${id !== undefined && html` id="${id}"`}${parts.length > 1 && html` data-control="${control}" data-label="${label}"`}${remember !== undefined && html` data-remember="${remember}"`}>
${parts.map(
  (part) => html`<div data-part="${part.label}"${part.isRepeat === true && html` data-repeat`}>
<h${level}${part.id !== undefined && html` id="${part.id}"`}>${part.heading}</h${level}>
${part.body}</div>
`,
)}</div>
`;
}

/** Leaves out the parts that repeat others. They hold code, so no division. */
export function withoutRepeats({ text }: Html): Html {
  return new Html(text.replaceAll(/<div data-part="[^"]*" data-repeat>.*?<\/div>\n/gs, ""));
}

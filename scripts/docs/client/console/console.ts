import { BodyForm } from "../../../bundle/body-form.ts";
import type { ExampleRequest } from "../../../bundle/example-request.ts";
import type { OpenApi } from "../../../bundle/openapi.ts";
import { withMeans, withObject } from "../../../client/particles.ts";
import { isObject } from "../../../lib/is-object.ts";
import type { ConsoleData } from "../../console-data.ts";
import { answerView, summaryOf } from "./answer-view.ts";
import { AppChoice } from "./app-choice.ts";
import { BodyView } from "./body-view.ts";
import type { Catalogue } from "./catalogue.ts";
import { make } from "./elements.ts";
import { FormView } from "./form-view.ts";
import { type Draft, requestOf, sentMethod } from "./request.ts";
import { type Asked, ScenarioChoice } from "./scenario-choice.ts";
import { send } from "./send.ts";

/** How long an answer is awaited beyond the delay that was asked for, in milliseconds. */
const patience = 30_000;

/** The form that sends an operation's requests to the sandbox of the page, and shows their answers. Nothing typed is kept. */
export class Console {
  readonly element: HTMLElement;
  readonly #data: ConsoleData;
  readonly #catalogue: Catalogue;
  readonly #scenarios: ScenarioChoice;
  readonly #app: AppChoice;
  readonly #parameters: FormView | undefined;
  readonly #body: BodyView | undefined;
  readonly #headers = make("code");
  readonly #send = make("button", { type: "submit" }, "요청 보내기");
  readonly #cancel = make("button", { type: "button", hidden: true }, "취소");
  readonly #status = make("p", { class: "status", role: "status" }, "보낸 요청의 응답이 여기에 표시됩니다.");
  readonly #answer = make("div");
  readonly #place = make("section", { class: "answer", "aria-label": "응답" });
  /** What a scenario has put into the request, and the value as it was before. */
  readonly #put: Partial<Record<"parameters" | "body", { now: unknown; before: unknown } | undefined>> = {};
  /** What ends the request that is awaited. */
  #waiting: AbortController | undefined;

  constructor(data: ConsoleData, catalogue: Catalogue) {
    this.#data = data;
    this.#catalogue = catalogue;
    // The schemas that the page carries are a bundle to whom follows their references.
    const api = { components: data.components } as unknown as OpenApi;
    const id = `console-${data.operationId}`;
    const changed = (): void => this.#showHeaders();
    this.#scenarios = new ScenarioChoice(data, catalogue, (asked) => this.#ask(asked));
    this.#app = new AppChoice(data, catalogue, changed);
    if (data.parameters !== undefined) {
      const form = new BodyForm(api, data.parameters.schema, `${id}-parameters`);
      this.#parameters = new FormView(form, form.fill(data.parameters.example), changed);
    }
    if (data.body !== undefined)
      this.#body = new BodyView(api, data.body.schema, data.body.example, `${id}-body`, changed);
    this.#place.append(make("h3", {}, "응답"), this.#status, this.#answer);
    this.element = this.#page();
    this.#showHeaders();
  }

  #page(): HTMLElement {
    const { method } = this.#data;
    const form = make(
      "form",
      { novalidate: true, "aria-label": "요청" },
      ...this.#scenarios.elements,
      ...this.#app.elements,
      this.#parameters &&
        make("fieldset", { class: "content" }, make("legend", {}, "파라미터"), this.#parameters.element),
      this.#body?.element,
      make(
        "details",
        {},
        make("summary", {}, "보낼 헤더"),
        make("pre", { tabindex: 0, "aria-label": "보낼 헤더" }, this.#headers),
      ),
      make(
        "p",
        { class: "row-of" },
        this.#send,
        this.#cancel,
        make("span", { class: "hint keys" }, make("kbd", {}, "Ctrl"), " + ", make("kbd", {}, "Enter")),
      ),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#submit();
    });
    form.addEventListener("input", () => this.#showHeaders());
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      form.requestSubmit();
    });
    this.#cancel.addEventListener("click", () => {
      this.#send.focus();
      this.#waiting?.abort();
    });
    return make(
      "div",
      { class: "console" },
      make(
        "p",
        {},
        make("strong", {}, "실제 키나 개인정보를 입력하지 마십시오."),
        " 이 문서를 연 샌드박스로만 보내며 은행에는 연결하지 않습니다.",
        sentMethod(this.#data) !== method &&
          ` 브라우저는 본문이 있는 ${withObject(method)} 보낼 수 없어 같은 요청을 ${withMeans(sentMethod(this.#data))} 보냅니다.`,
      ),
      make("div", { class: "sides" }, form, this.#place),
    );
  }

  /** Puts what a scenario asks for into the request, and takes out what the former one has put there. */
  #ask({ put, app }: Asked): void {
    if (app !== undefined) this.#app.choose(app);
    for (const part of ["parameters", "body"] as const) {
      const view = part === "body" ? this.#body?.view : this.#parameters;
      const former = this.#put[part];
      const wanted = isObject(put) ? put[part] : undefined;
      if (view === undefined || (former === undefined && wanted === undefined)) continue;
      const read = view.read();
      if (read === undefined) continue;
      const value = former === undefined ? read.value : exchanged(read.value, former.now, former.before);
      this.#put[part] = wanted === undefined ? undefined : { now: wanted, before: value };
      view.fill(wanted === undefined ? value : merged(value, wanted));
    }
    this.#showHeaders();
  }

  /** undefined where something typed cannot be read, which is told beside it. */
  #draft(): Draft | undefined {
    const parameters = this.#parameters?.read();
    const body = this.#body?.text();
    if (
      (this.#parameters !== undefined && parameters === undefined) ||
      (this.#body !== undefined && body === undefined)
    )
      return undefined;
    return {
      credentials: this.#app.credentials,
      parameters: (parameters?.value ?? {}) as Draft["parameters"],
      body,
      prefer: this.#scenarios.prefer,
    };
  }

  #showHeaders(): void {
    const draft = {
      credentials: this.#app.credentials,
      parameters: {},
      body: undefined,
      prefer: this.#scenarios.prefer,
    };
    const made = requestOf({ ...this.#data, path: "/" }, draft);
    this.#headers.textContent =
      "request" in made
        ? Object.entries(made.request.headers)
            .map((pair) => pair.join(": "))
            .join("\n")
        : made.problem;
  }

  async #submit(): Promise<void> {
    const draft = this.#draft();
    if (draft === undefined) return;
    this.#waiting?.abort();
    const made = requestOf(this.#data, draft);
    if ("problem" in made) return void this.#status.replaceChildren(made.problem);
    const waiting = new AbortController();
    this.#waiting = waiting;
    await this.#await(made.request, waiting);
  }

  async #await(request: ExampleRequest, waiting: AbortController): Promise<void> {
    const timeout = patience + this.#scenarios.delay;
    this.#cancel.hidden = false;
    this.#status.textContent = `응답을 기다립니다. ${timeout / 1000}초 안에 오지 않으면 중단합니다.`;
    this.#answer.replaceChildren();
    // On a narrow screen it stands below the form.
    if (this.#place.getBoundingClientRect().top > innerHeight) this.#place.scrollIntoView({ block: "start" });
    const outcome = await send(request, timeout, waiting.signal);
    // A newer request has taken the place.
    if (this.#waiting !== waiting) return;
    this.#waiting = undefined;
    this.#cancel.hidden = true;
    this.#status.textContent = summaryOf(outcome);
    this.#answer.replaceChildren(...answerView(this.#data, this.#catalogue, request, outcome));
  }
}

/** A value with parts of another put over it; lists whole. */
function merged(value: unknown, put: unknown): unknown {
  if (!isObject(value) || !isObject(put)) return put;
  return { ...value, ...Object.fromEntries(Object.entries(put).map(([key, one]) => [key, merged(value[key], one)])) };
}

/** A value with the parts that still are as one value says as they are in another. */
function exchanged(value: unknown, now: unknown, before: unknown): unknown {
  if (isObject(value) && isObject(now)) {
    const was = isObject(before) ? before : {};
    return {
      ...value,
      ...Object.fromEntries(Object.entries(now).map(([key, one]) => [key, exchanged(value[key], one, was[key])])),
    };
  }
  return JSON.stringify(value) === JSON.stringify(now) ? before : value;
}

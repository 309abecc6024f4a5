import type { ConsoleData } from "../../console-data.ts";
import type { Catalogue, RegisteredAnswer } from "./catalogue.ts";
import { choice, labelled, make, type Option } from "./elements.ts";

/** What a chosen scenario asks of the request. */
export interface Asked {
  /** The example or code of the Prefer header. */
  prefer?: string;
  /** Values to put into the request: keys from `parameters` or `body`. */
  put?: unknown;
  /** Name or key of the app that must call. */
  app?: string;
  /** What else must hold, in Korean sentences. */
  note: string;
}

/** The lists of scenarios: the answer, the fault, the delay. */
export class ScenarioChoice {
  readonly elements: HTMLElement[];
  readonly #answer: HTMLSelectElement;
  readonly #fault: HTMLSelectElement;
  readonly #delay: HTMLInputElement;
  readonly #note = make("p", { class: "hint" });
  readonly #asked = new Map<string, Asked>();

  /** @param onAnswer called with what another chosen answer asks of the request */
  constructor(data: ConsoleData, catalogue: Catalogue, onAnswer: (asked: Asked) => void) {
    const id = (part: string): string => `console-${data.operationId}-${part}`;
    this.#answer = choice(id("scenario"), this.#groups(data, catalogue));
    this.#note.id = id("scenario-note");
    this.#fault = choice(id("fault"), [
      { value: "", text: "없음" },
      ...Object.entries(catalogue.faults).map(([name, does]) => ({ value: `fault=${name}`, text: `${name}: ${does}` })),
    ]);
    this.#delay = make("input", {
      ...{ id: id("delay"), type: "number", min: 0, max: 60_000, step: 100, inputmode: "numeric", autocomplete: "off" },
      placeholder: "0",
    });
    this.#answer.addEventListener("change", () => {
      const asked = this.#asked.get(this.#answer.value) ?? { note: "" };
      this.#note.textContent = asked.note;
      onAnswer(asked);
    });
    this.elements = [
      labelled("시나리오", this.#answer, this.#note),
      make("div", { class: "pair" }, labelled("장애", this.#fault), labelled("지연(밀리초)", this.#delay)),
    ];
  }

  /** The Prefer header that says what was chosen; empty where nothing was. */
  get prefer(): string {
    const delay = this.#delay.value.trim();
    return [this.#asked.get(this.#answer.value)?.prefer ?? "", this.#fault.value, delay === "" ? "" : `delay=${delay}`]
      .filter((part) => part !== "")
      .join(", ");
  }

  /** Milliseconds that the answer is asked to wait. */
  get delay(): number {
    return Number(this.#delay.value) || 0;
  }

  #groups(data: ConsoleData, { operations, errors, registered }: Catalogue): Parameters<typeof choice>[1] {
    const { examples = {} } = operations.find(({ operationId }) => operationId === data.operationId) ?? {};
    // An answer for one method of a path is given to the others too.
    const ofPath = operations.filter(({ path }) => path === data.path).map(({ operationId }) => operationId);
    const option = (text: string, asked: Asked): Option => {
      const value = String(this.#asked.size);
      this.#asked.set(value, asked);
      return { value, text };
    };
    const groups = [
      {
        label: "예제",
        options: Object.entries(examples)
          .filter(([, [status = 0]]) => status < 300)
          .map(([name]) => option(name, { prefer: `example=${name}`, note: "" })),
      },
      {
        label: "오류 코드",
        options: errors.map(({ code, meaning, action }) =>
          option(`${code} ${meaning}`, { prefer: `example=${code}`, note: action }),
        ),
      },
      {
        label: "입력값",
        options: data.inputs.flatMap(({ path, code, name, values }) =>
          Object.entries(values).map(([value, means]) =>
            option(`${code} = ${value}`, {
              put: path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value),
              note: `${name} 필드에 이 값을 넣은 응답은 다음 Prefer 헤더의 응답과 같습니다: ${means}`,
            }),
          ),
        ),
      },
      {
        label: "등록한 응답정보",
        options: registered
          .filter(({ operation }) => ofPath.includes(operation))
          .map((one) => option(one.name, askedBy(one))),
      },
    ];
    return [{ value: "", text: "기본 응답" }, ...groups.filter(({ options }) => options.length > 0)];
  }
}

/** What a registered answer asks for. */
function askedBy({ app, when = {} }: RegisteredAnswer): Asked {
  const { customer, body, parameters, call, time } = when;
  const conditions = [
    ...(customer === undefined ? [] : [`고객 ${customer}의 액세스 토큰이 필요합니다.`]),
    ...(call === undefined
      ? []
      : [typeof call === "number" ? `${call}번째 호출에만 응답합니다.` : `${call.from}번째 호출부터 응답합니다.`]),
    ...(time === undefined ? [] : [`한국 시각 ${time.from}부터 ${time.to}까지 응답합니다.`]),
  ];
  const put = { ...(body === undefined ? {} : { body }), ...(parameters === undefined ? {} : { parameters }) };
  const isPut = app !== undefined || Object.keys(put).length > 0;
  return {
    put,
    ...(app === undefined ? {} : { app }),
    note: [...(isPut ? ["응답정보의 조건에 있는 앱과 입력값을 아래에 넣었습니다."] : []), ...conditions].join(" "),
  };
}

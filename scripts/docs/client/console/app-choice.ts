import { credentialHeader, credentialPrefix } from "../../../bundle/security.ts";
import type { ConsoleData } from "../../console-data.ts";
import { type Catalogue, type CatalogueApp, isMasked, shownKey } from "./catalogue.ts";
import { choice, labelled, make } from "./elements.ts";
import { isDemanded, schemesOf } from "./request.ts";

const names: Readonly<Record<string, string>> = { appKey: "앱 키", secretKey: "시크릿 키", bearer: "액세스 토큰" };

/** The app that calls, and its keys as they are sent. */
export class AppChoice {
  readonly elements: HTMLElement[];
  readonly #data: ConsoleData;
  readonly #catalogue: Catalogue;
  readonly #app: HTMLSelectElement;
  readonly #note: HTMLElement;
  readonly #keys: ReadonlyMap<string, HTMLInputElement>;
  readonly #tokens: HTMLDataListElement;

  constructor(data: ConsoleData, catalogue: Catalogue, onChange: () => void) {
    this.#data = data;
    this.#catalogue = catalogue;
    const id = (part: string): string => `console-${data.operationId}-${part}`;
    this.#app = choice(
      id("app"),
      catalogue.apps.map(({ name, state, stateName }, index) => ({
        value: String(index),
        text: state === "in-service" ? name : `${name} (${stateName})`,
      })),
    );
    this.#note = make("p", { class: "hint", id: id("app-note") });
    this.#tokens = make("datalist", { id: id("tokens") });
    this.#keys = new Map(
      schemesOf(data).map((scheme) => [
        scheme,
        make("input", {
          ...{ id: id(scheme), type: "text", autocomplete: "off", spellcheck: "false" },
          list: scheme === "bearer" ? id("tokens") : undefined,
        }),
      ]),
    );
    this.#app.addEventListener("change", () => {
      this.#fill();
      onChange();
    });
    const { securitySchemes } = data.components;
    this.elements = [
      labelled("앱", this.#app, this.#note),
      make(
        "div",
        { class: "parts" },
        ...[...this.#keys].map(([scheme, input]) =>
          labelled(
            [
              `${names[scheme] ?? scheme} `,
              make(
                "code",
                {},
                [credentialHeader(securitySchemes, scheme), credentialPrefix(securitySchemes, scheme).trim()]
                  .filter((part) => part !== "")
                  .join(": "),
              ),
              make("span", { class: "required" }, isDemanded(data, scheme) ? " 필수" : " 선택"),
            ],
            input,
          ),
        ),
      ),
      this.#tokens,
    ];
    this.#fill();
  }

  /** What is sent, by security scheme. */
  get credentials(): Record<string, string> {
    return Object.fromEntries([...this.#keys].map(([scheme, { value }]) => [scheme, value.trim()]));
  }

  /** Chooses an app by its name or key. */
  choose(app: string): void {
    const index = this.#catalogue.apps.findIndex(({ name, appKey }) => name === app || appKey === app);
    if (index === -1) return;
    this.#app.value = String(index);
    this.#fill();
  }

  #fill(): void {
    const app = this.#catalogue.apps[Number(this.#app.value)];
    const tokens = Object.entries(app?.tokens ?? {}).filter(([token]) => !isMasked(token));
    const keys: Record<string, string> = {
      appKey: shownKey(app?.appKey),
      secretKey: shownKey(app?.secretKey),
      bearer: isDemanded(this.#data, "bearer") ? (tokens[0]?.[0] ?? "") : "",
    };
    for (const [scheme, input] of this.#keys) input.value = keys[scheme] ?? "";
    this.#tokens.replaceChildren(
      ...tokens.map(([token, state]) => make("option", { value: token }, state === "valid" ? "유효" : "만료")),
    );
    this.#note.replaceChildren(...(app !== undefined && isMasked(app.appKey) ? this.#whereKeysAre(app) : []));
  }

  /** The sandbox shows no keys of a team's own apps. */
  #whereKeysAre({ id, source }: CatalogueApp): (Node | string)[] {
    const { portal } = this.#catalogue;
    const inPortal =
      portal === undefined || id === undefined
        ? undefined
        : make("a", { href: `${portal}apps/${id}` }, "포털의 앱 상세조회");
    if (inPortal === undefined) return ["이 앱의 키는 표시하지 않습니다. 앱 파일(--apps)에서 확인해 입력하십시오."];
    return [
      "이 앱의 키는 표시하지 않습니다. ",
      ...(source === "file" ? ["앱 파일(--apps)이나 "] : []),
      inPortal,
      "에서 확인해 입력하십시오.",
    ];
  }
}

import { curl, type ExampleRequest } from "../../../bundle/example-request.ts";
import { withMeans, withObject } from "../../../client/particles.ts";
import type { ConsoleData } from "../../console-data.ts";
import type { Catalogue } from "./catalogue.ts";
import { make } from "./elements.ts";
import { prettyJson } from "./pretty-json.ts";
import { wireText } from "./request.ts";
import type { Outcome } from "./send.ts";

/** The longest body that is coloured, in characters. */
const longestColoured = 200_000;

/** The answer of a request, and below it the request as it was sent. */
export function answerView(
  data: ConsoleData,
  catalogue: Catalogue,
  request: ExampleRequest,
  outcome: Outcome,
): HTMLElement[] {
  return [
    ...(outcome.kind === "answer" ? answered(data, catalogue, outcome) : [make("p", {}, noAnswer(outcome))]),
    ...sent(data, request),
  ];
}

/** What came of a request, in a few words. */
export function summaryOf(outcome: Outcome): string {
  const time = `${outcome.duration.toFixed(0)}ms`;
  if (outcome.kind === "none") return `응답 없음 · ${time}`;
  const { status, statusText, size } = outcome;
  return `${status} ${statusText}`.trim() + ` · ${time} · ${size.toLocaleString("ko")}바이트`;
}

function noAnswer({ reason, duration }: Extract<Outcome, { kind: "none" }>): string {
  switch (reason) {
    case "cancelled":
      return "요청을 취소했습니다. 샌드박스에서는 처리되었을 수 있습니다.";
    case "timeout":
      return `${Math.round(duration / 1000)}초 안에 응답이 오지 않아 중단했습니다. 시간 초과를 처리하는 코드가 이런 응답을 받습니다.`;
    default:
      return "응답이 오기 전에 연결이 끊겼습니다. 샌드박스가 실행 중인지 확인하십시오. 장애를 선택했다면 선택한 대로 끊긴 것입니다.";
  }
}

function answered(
  { roles }: ConsoleData,
  { errors, portal }: Catalogue,
  { headers, text, isCut }: Extract<Outcome, { kind: "answer" }>,
): HTMLElement[] {
  const type = headers.find(([name]) => name === "content-type")?.[1] ?? "";
  const tokens = text.length <= longestColoured ? prettyJson(text) : undefined;
  const value = tokens === undefined ? undefined : (JSON.parse(text) as unknown);
  const codes = valuesUnder(value, [...(roles.errorCode ?? []), ...(roles.listCode ?? [])]);
  const found = errors.filter(({ code }) => codes.includes(code));
  const [globalId] = valuesUnder(value, roles.globalId ?? []);
  const [businessError] = found.length > 0 ? [] : valuesUnder(value, roles.businessError ?? []);
  return [
    ...found.map(({ code, meaning, action }) =>
      make(
        "p",
        { class: "advice" },
        make("a", { href: `errors.html#error-${code}` }, `${code} ${meaning}`),
        ` ${action}`,
      ),
    ),
    ...(businessError === undefined ? [] : [make("p", { class: "advice" }, `업무 오류입니다: ${businessError}`)]),
    ...(isCut
      ? [make("p", { class: "advice" }, "본문을 받는 중에 연결이 끊겼습니다. 아래는 그때까지 받은 본문입니다.")]
      : text !== "" && !type.includes("json")
        ? [
            make(
              "p",
              { class: "advice" },
              `JSON이 아닌 본문(${type === "" ? "Content-Type 없음" : type})입니다. 은행 앞의 게이트웨이도 이렇게 응답할 수 있습니다.`,
            ),
          ]
        : []),
    ...(globalId === undefined
      ? []
      : [
          make(
            "p",
            {},
            "GLBL_ID ",
            make("code", {}, globalId),
            portal !== undefined && " · ",
            portal !== undefined &&
              make("a", { href: `${portal}requests#request-${encodeURIComponent(globalId)}` }, "포털의 요청 기록"),
          ),
        ]),
    text === ""
      ? make("p", {}, "본문이 없습니다.")
      : make(
          "pre",
          { tabindex: 0, "data-part": "body", "aria-label": "응답 본문" },
          make(
            "code",
            {},
            ...(tokens?.map(({ kind, text: piece }) =>
              kind === "mark" ? piece : make("span", { class: kind }, piece),
            ) ?? [text]),
          ),
        ),
    make(
      "details",
      {},
      make("summary", {}, `응답 헤더 ${headers.length}개`),
      make(
        "pre",
        { tabindex: 0, "aria-label": "응답 헤더" },
        make("code", {}, headers.map((pair) => pair.join(": ")).join("\n")),
      ),
    ),
  ];
}

function sent({ method }: ConsoleData, request: ExampleRequest): HTMLElement[] {
  const command = curl(location.origin, request);
  const shown = make(
    "pre",
    { tabindex: 0, "data-part": "curl", "aria-label": "curl 명령", hidden: true },
    make("code", {}, command),
  );
  const copy = make("button", { type: "button" }, "curl로 복사");
  const told = make("span", { role: "status" });
  copy.addEventListener("click", () => {
    // Without https and localhost there is no clipboard.
    const copied = "clipboard" in navigator ? navigator.clipboard.writeText(command) : Promise.reject(new Error());
    void copied.then(
      () => (told.textContent = "복사했습니다."),
      () => {
        shown.hidden = false;
        told.textContent = "복사하지 못했습니다. 아래의 명령을 선택해 복사하십시오.";
      },
    );
  });
  return [
    make("h3", {}, "보낸 요청"),
    ...(request.method === method
      ? []
      : [
          make(
            "p",
            { class: "hint" },
            `브라우저는 본문이 있는 ${withObject(method)} 보낼 수 없어 같은 요청을 ${withMeans(request.method)} 보냈습니다.`,
          ),
        ]),
    make("p", { class: "row-of" }, copy, told),
    shown,
    make(
      "pre",
      { tabindex: 0, "data-part": "request", "aria-label": "보낸 요청" },
      make("code", {}, wireText(request)),
    ),
  ];
}

/** The texts under some keys of a value, at any depth; empty ones are none. */
function valuesUnder(value: unknown, keys: readonly string[]): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    keys.includes(key) && typeof inner === "string" && inner !== "" ? [inner] : valuesUnder(inner, keys),
  );
}

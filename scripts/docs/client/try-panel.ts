/** What /__sandbox/scenarios answers, as far as the panels read it. */
interface Catalogue {
  operations: {
    operationId: string;
    method: string;
    path: string;
    /** The example's path and query. */
    target: string;
    examples: Record<string, number[]>;
    contentType?: string;
    body?: string;
  }[];
  errors: { code: string; meaning: string }[];
  faults: Record<string, string>;
  apps: { name: string; appKey: string; secretKey?: string; tokens: Record<string, string> }[];
}

const timeoutMs = 10_000;

/**
 * Turns the placeholder of each operation into a panel that sends requests to the sandbox which serves this page. Where none
 * does (the page was opened from a disk, or from another server), the placeholder says what to do.
 */
export async function tryPanels(): Promise<void> {
  const places = [...document.querySelectorAll<HTMLElement>(".try[data-operation]")];
  const catalogue = location.protocol.startsWith("http") ? await readCatalogue() : undefined;
  for (const place of places) {
    place.hidden = false;
    const operation = catalogue?.operations.find(({ operationId }) => operationId === place.dataset["operation"]);
    if (catalogue === undefined || operation === undefined)
      place.append(
        Object.assign(document.createElement("h4"), { textContent: "보내 보기" }),
        paragraph(
          "이 파일에서는 요청을 보낼 수 없습니다. 샌드박스(npm start, 패키지에서는 npx woori-openapi sandbox)를 열고 http://127.0.0.1:4010/docs/에서 이 문서를 열면 보내 볼 수 있습니다.",
        ),
      );
    else panel(place, catalogue, operation);
  }
}

async function readCatalogue(): Promise<Catalogue | undefined> {
  try {
    const answer = await fetch("/__sandbox/scenarios");
    return answer.ok ? ((await answer.json()) as Catalogue) : undefined;
  } catch {
    return undefined;
  }
}

function panel(
  place: HTMLElement,
  { errors, faults, apps }: Catalogue,
  operation: Catalogue["operations"][number],
): void {
  const { operationId, method, path, target, body, contentType } = operation;
  // A browser's fetch refuses a body with GET; the same call goes out by POST.
  const sent = method === "GET" && body !== undefined ? "POST" : method;
  const id = (part: string): string => `try-${operationId}-${part}`;
  const scenario = select(id("scenario"), [
    ["", "기본 응답"],
    ...Object.entries(operation.examples)
      .filter(([, [status = 0]]) => status < 300)
      .map(([name]): [string, string] => [`example=${name}`, `예제 ${name}`]),
    ...errors.map(({ code, meaning }): [string, string] => [`example=${code}`, `${code} ${meaning}`]),
    ...Object.entries(faults).map(([name, does]): [string, string] => [`fault=${name}`, `장애 ${name}: ${does}`]),
  ]);
  const app = select(
    id("app"),
    apps.map(({ name }, index) => [String(index), name]),
  );
  const keys = { appKey: field(id("app-key")), secretKey: field(id("secret-key")), token: field(id("token")) };
  const address = field(id("target"));
  address.value = target;
  const content = document.createElement("textarea");
  Object.assign(content, {
    id: id("body"),
    rows: 12,
    spellcheck: false,
    value: body === undefined ? "" : JSON.stringify(JSON.parse(body), null, 2),
  });
  const send = document.createElement("button");
  Object.assign(send, { type: "submit", textContent: "샌드박스로 보내기" });
  const output = document.createElement("div");
  output.setAttribute("aria-live", "polite");
  const fill = (): void => {
    const chosen = apps[Number(app.value)];
    fillKey(keys.appKey, chosen?.appKey);
    fillKey(keys.secretKey, chosen?.secretKey);
    fillKey(keys.token, Object.keys(chosen?.tokens ?? {})[0]);
  };
  fill();
  app.addEventListener("change", fill);
  const form = document.createElement("form");
  const title = document.createElement("h4");
  title.textContent = "보내 보기";
  form.append(
    title,
    paragraph(
      `이 샌드박스에만 보내며 은행에는 연결하지 않습니다. 실제 키와 개인정보를 적지 않습니다.${sent === method ? "" : " 브라우저는 본문이 있는 GET을 보낼 수 없으므로 같은 요청을 POST로 보냅니다."}`,
    ),
    labelled("시나리오", scenario),
    labelled("앱", app),
    labelled("appKey", keys.appKey),
    labelled("secretKey", keys.secretKey),
    labelled("액세스 토큰", keys.token),
    ...(target === path ? [] : [labelled("주소", address)]),
    ...(body === undefined ? [] : [labelled("본문", content)]),
    send,
    output,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const headers: Record<string, string> = {
      ...(keys.appKey.value === "" ? {} : { appKey: keys.appKey.value }),
      ...(keys.secretKey.value === "" ? {} : { secretKey: keys.secretKey.value }),
      ...(keys.token.value === "" ? {} : { Authorization: `Bearer ${keys.token.value}` }),
      ...(contentType === undefined ? {} : { "Content-Type": contentType }),
      ...(scenario.value === "" ? {} : { Prefer: scenario.value }),
    };
    const text = body === undefined ? undefined : content.value;
    const lines = [
      `${sent} ${address.value} HTTP/1.1`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      ...(text === undefined ? [] : ["", text]),
    ];
    if (send.getAttribute("aria-disabled") === "true") return;
    // Not disabled: the focus would be lost.
    send.setAttribute("aria-disabled", "true");
    const request = [heading("보낸 요청"), block(lines.join("\n")), heading("받은 응답")];
    output.replaceChildren(
      ...request,
      paragraph(`응답을 기다립니다. ${timeoutMs / 1000}초 동안 오지 않으면 그만둡니다.`),
    );
    void sendRequest(sent, address.value, headers, text).then((answer) => {
      output.replaceChildren(...request, block(answer));
      send.removeAttribute("aria-disabled");
    });
  });
  place.append(form);
}

async function sendRequest(
  method: string,
  path: string,
  headers: Record<string, string>,
  body: string | undefined,
): Promise<string> {
  try {
    const answer = await fetch(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await answer.text();
    const shown = answer.headers.get("content-type")?.includes("json") === true ? pretty(text) : text;
    return [
      `HTTP ${answer.status} ${answer.statusText}`,
      ...[...answer.headers].map(([name, value]) => `${name}: ${value}`),
      "",
      shown,
    ].join("\n");
  } catch (error) {
    return (error as Error).name === "TimeoutError"
      ? `${timeoutMs / 1000}초 안에 응답이 오지 않아 그만두었습니다.`
      : "응답을 받지 못했습니다. 연결이 끊겼거나 요청에 쓸 수 없는 문자가 있습니다.";
  }
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** The sandbox masks the keys of a team's own file of apps; they are typed in. */
function fillKey(field: HTMLInputElement, key: string | undefined): void {
  const isMasked = key === "[마스킹]";
  field.value = isMasked ? "" : (key ?? "");
  field.placeholder = isMasked ? "앱 파일에 있는 값을 적습니다." : "";
}

function paragraph(text: string): HTMLParagraphElement {
  return Object.assign(document.createElement("p"), { textContent: text });
}

function heading(text: string): HTMLHeadingElement {
  return Object.assign(document.createElement("h5"), { textContent: text });
}

function block(text: string): HTMLPreElement {
  const pre = document.createElement("pre");
  pre.tabIndex = 0;
  pre.append(Object.assign(document.createElement("code"), { textContent: text }));
  return pre;
}

function field(id: string): HTMLInputElement {
  return Object.assign(document.createElement("input"), { id, type: "text", autocomplete: "off", spellcheck: false });
}

function select(id: string, options: [value: string, text: string][]): HTMLSelectElement {
  const control = Object.assign(document.createElement("select"), { id });
  control.append(
    ...options.map(([value, text]) => Object.assign(document.createElement("option"), { value, textContent: text })),
  );
  return control;
}

function labelled(text: string, control: HTMLElement): HTMLElement {
  const label = Object.assign(document.createElement("label"), { textContent: text });
  label.htmlFor = control.id;
  const row = document.createElement("div");
  row.className = "row";
  row.append(label, control);
  return row;
}

import { deref, type Example, type OpenApi, operationsOf } from "../../bundle/openapi.ts";
import { rules } from "../../sandbox/answered-by.ts";
import { code, html, prose, table } from "../html.ts";
import type { MakePage } from "../docs-page.ts";

/** Customers and answers of one's own: how they are given, and which answers. */
export const ownAnswers: MakePage = ({ api, apps }) => {
  const shown = exampleOf(api);
  const app = apps[0]?.name ?? "앱 이름";
  const { operationId, field } = shown;
  return html`
<p>고객은 샌드박스에만 있는 가상의 사람이며 앱 하나에 속합니다. 고객마다 오퍼레이션의 응답을 정하면, 그 고객의 액세스 토큰으로 보낸 호출에 그 응답이 옵니다. 응답정보(시나리오)는 조건이 맞는 호출에 줄 응답입니다. 둘 다 <a href="#portal-sandbox">포털</a>에서, 파일로, HTTP로, 테스트 코드에서 정할 수 있습니다.</p>
<h2 id="own-answers-order">응답의 우선순위</h2>
<p>위에서부터 확인해 처음으로 조건이 맞는 것으로 응답합니다. 무엇이 응답을 정했는지는 요청 기록의 "응답을 정한 것"에 있습니다.</p>
${table(
  "응답을 정하는 순서",
  ["순서", "정하는 것", "내용"],
  rules.map(({ name, means }, index) => ({ cells: [index + 1, name, means] })),
)}
<h2 id="own-answers-files">파일</h2>
<p><code>npm start -- --scenarios FILE</code>에 파일(.yaml, .yml, .json)이나 폴더를 지정합니다. 파일이 바뀌면 바로 다시 읽습니다. 파일에 잘못이 있으면 줄과 이유를 표시하고 그 파일만 제외합니다.</p>
${code(exampleFile(app, shown), "yaml")}
${table(
  "고객의 키",
  ["키", "내용"],
  customerItems.map(([name, means]) => ({ cells: [html`<code>${name}</code>`, prose(means)] })),
)}
${table(
  "응답정보의 키",
  ["키", "내용"],
  items.map(([name, means]) => ({ cells: [html`<code>${name}</code>`, prose(means)] })),
)}
<p>본문은 읽을 때 명세와 비교합니다. <code>npm run proxy -- --upstream URL --record DIR</code>은 오간 호출을 이 형식의 파일로 기록합니다. 기록한 파일에는 앱이 없으므로, 다시 재생할 때는 그 샌드박스에 있는 앱의 키로 호출합니다.</p>
<h2 id="own-answers-http">HTTP</h2>
<p>샌드박스의 주소이며 은행의 주소가 아닙니다. 본문은 파일과 같은 키를 가진 JSON이고, 이름은 주소에 지정합니다. 이름에 공백 같은 문자가 있으면 URL 인코딩하십시오.</p>
${code(examplePut(shown), "sh")}
${table(
  "고객과 응답정보의 주소",
  ["요청", "동작"],
  endpoints.map(([request, does]) => ({ cells: [html`<code>${request}</code>`, does] })),
)}
<h2 id="own-answers-tests">테스트 코드</h2>
${code(
  `const sandbox = await startSandbox({ scenarios: "test/scenarios" });

using refused = sandbox.use("${operationId}", {
  response: { change: { dataBody: { ${field}: ${JSON.stringify(shown.value)} } } },
});
// 앱을 실행합니다.
await sandbox.waitForRequests("${operationId}");
refused.answered(); // 1
sandbox.count("${operationId}"); // 1
sandbox.requests({ reveal: true }); // 보낸 그대로`,
  "ts",
)}
<p><code>use</code>는 오퍼레이션마다 본문의 타입을 확인하고, 등록할 때 명세와 비교합니다. <code>reset()</code>은 <code>use</code>와 <code>PUT</code>으로 등록한 것을 지웁니다. <code>reveal: true</code>는 키와 개인정보까지 표시하므로 이 프로세스에서만 쓸 수 있습니다.</p>
`;
};

const items: readonly (readonly [name: string, means: string])[] = [
  ["name", "이름입니다. 파일과 폴더 안에서 하나뿐이어야 합니다."],
  ["app", "앱의 이름이나 앱 키입니다. 없으면 모든 앱의 호출에 응답합니다."],
  ["operation", "operationId입니다. 같은 경로에서 같은 응답을 주는 다른 메서드의 호출에도 응답합니다."],
  ["when.customer", "호출한 고객의 아이디입니다. 액세스 토큰의 고객이며, 토큰이 없으면 앱의 기본 고객입니다."],
  [
    "when.body, when.parameters",
    "요청의 본문과 파라미터(`path`, `query`, `header`)에 있어야 하는 값입니다. 객체는 정의한 키만, 목록은 전체를 비교합니다.",
  ],
  [
    "when.call",
    "몇 번째 호출인지입니다. `3`은 세 번째만, `{ from: 3 }`은 세 번째부터입니다. 다른 조건이 모두 맞는 호출을 앱마다 셉니다.",
  ],
  ["when.time", '한국 시각의 하루 가운데 언제인지입니다. `{ from: "23:30", to: "00:30" }`처럼 지정합니다.'],
  ["response.body, response.contentType", "본문 전체와 미디어 타입입니다."],
  ["response.example, response.status", "명세의 예제 이름이나 오류 코드, 상태 코드입니다."],
  ["response.change", "예제나 고객의 응답에서 바꿀 필드입니다."],
  [
    "response.delay, response.fault",
    "응답을 늦출 시간(밀리초)과 일으킬 장애입니다. 이름은 시나리오의 장애와 지연에 있습니다.",
  ],
  ["response.deviates", "일부러 명세와 다르게 응답하려면 `true`를 지정합니다. 그때는 본문을 명세와 비교하지 않습니다."],
];

const customerItems: readonly (readonly [name: string, means: string])[] = [
  ["app", "고객이 속한 앱의 이름이나 앱 키입니다. 다른 앱의 호출에는 이 고객의 응답을 주지 않습니다."],
  ["login, name", "로그인할 때 입력하는 고객 아이디와, 고객의 이름입니다. 비밀번호는 샌드박스의 기본 비밀번호입니다."],
  ["default", "`true`면 고객의 토큰이 없는 호출에도 이 고객의 응답을 줍니다. 앱마다 한 명입니다."],
  [
    "tokens",
    "로그인하지 않는 테스트에 쓸, 만료되지 않는 액세스 토큰입니다. 실제 토큰을 넣지 말고 가짜 값을 지정하십시오.",
  ],
  ["answers", "operationId마다, 첫 번째 정상 예제에서 바꿀 필드입니다. 목록은 전체를 바꿉니다."],
];

const endpoints: readonly (readonly [request: string, does: string])[] = [
  ["PUT /__sandbox/scenarios/이름", "응답정보를 등록하거나 바꿉니다. 파일과 포털의 응답정보보다 우선합니다."],
  ["DELETE /__sandbox/scenarios/이름", "HTTP로 등록한 응답정보를 지웁니다. 이름을 지정하지 않으면 모두 지웁니다."],
  ["GET /__sandbox/scenarios", "등록된 응답정보와 명세의 시나리오를 모두 표시합니다."],
  ["PUT /__sandbox/customers/고객 아이디", "고객을 등록하거나 바꿉니다."],
  ["DELETE /__sandbox/customers/고객 아이디?app=앱", "HTTP로 등록한 고객을 지웁니다."],
  ["GET /__sandbox/customers", "모든 고객을 표시합니다."],
];

/** The first operation that has a success to change, and a field of it. */
function exampleOf(api: OpenApi): { operationId: string; field: string; value: unknown } {
  const [first] = operationsOf(api);
  for (const { operation } of operationsOf(api)) {
    const [status = ""] = Object.keys(operation.responses).filter((one) => one.startsWith("2"));
    const response = operation.responses[status];
    const content = response === undefined ? {} : deref(api, response).content;
    const [example] = Object.values(content["application/json"]?.examples ?? {});
    const { dataBody = {} } = (example === undefined ? {} : deref<Example>(api, example).value) as {
      dataBody?: Record<string, unknown>;
    };
    const [entry] = Object.entries(dataBody);
    if (entry !== undefined) return { operationId: operation.operationId, field: entry[0], value: entry[1] };
  }
  return { operationId: first?.operation.operationId ?? "operationId", field: "CODE", value: "" };
}

/** Puts a scenario by HTTP. */
function examplePut({ operationId, field, value }: ReturnType<typeof exampleOf>): string {
  const response = { change: { dataBody: { [field]: value } } };
  return `curl -sS -X PUT http://127.0.0.1:4010/__sandbox/scenarios/my-answer \\
  -d '${JSON.stringify({ operation: operationId, response })}'`;
}

/** A file of a customer and a scenario. */
function exampleFile(app: string, { operationId, field, value }: ReturnType<typeof exampleOf>): string {
  const part = `{ dataBody: { ${field}: ${JSON.stringify(value)} } }`;
  return `customers:
  - app: ${app}
    login: hong
    name: 홍길동
    default: true # 토큰이 없는 호출에도 이 고객의 응답을 줍니다
    answers:
      ${operationId}: ${part}
scenarios:
  - name: 두 번째 호출부터 늦게 응답하기
    operation: ${operationId}
    when: { call: { from: 2 } }
    response: { delay: 500 }
  - name: 홍길동의 세 번째 호출에는 다른 값으로 응답하기
    operation: ${operationId}
    when: { customer: hong, call: 3 }
    response: { change: ${part} }`;
}

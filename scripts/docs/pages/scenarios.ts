import { inputScenarios } from "../../bundle/example-request.ts";
import { deref, type Example } from "../../bundle/openapi.ts";
import { faults } from "../../sandbox/faults.ts";
import { appMachine } from "../../sandbox/store/states.ts";
import { html, table } from "../html.ts";
import { answersOf } from "../model.ts";
import { erratumLink, type MakePage } from "../docs-page.ts";
import { groupBy } from "../../lib/group-by.ts";

/** The scenarios of the sandbox. */
export const scenarios: MakePage = (model) => {
  const { api, operations, apps } = model;
  const named = operations.flatMap((at) =>
    answersOf(api, at)
      .filter(({ status }) => status < 300)
      .flatMap(({ status, response }) =>
        Object.values(response.content).flatMap(({ examples = {} }) =>
          Object.entries(examples).map(([name, reference]) => ({
            at,
            status,
            name,
            summary: deref<Example>(api, reference).summary,
          })),
        ),
      ),
  );
  const inputs = inputScenarios(api);
  const sharing = groupBy(inputs, ({ code }) => code);
  return html`
<p>샌드박스는 요청의 <code>Prefer</code> 헤더(RFC 7240)로 시나리오를 선택합니다. 헤더를 더할 수 없으면 입력값으로 선택하며, 둘 다 있으면 헤더가 우선합니다. 오류 코드는 <code>Prefer: example=SYSCD01002</code>처럼 지정하거나 <a href="#errors">재현하는 방법</a>대로 일으킵니다.</p>
<h2 id="scenarios-examples">정상 응답</h2>
${table(
  "정상 응답의 시나리오",
  ["Prefer", "오퍼레이션", "내용"],
  named.map(({ at, name, summary }) => ({
    cells: [
      html`<code>example=${name}</code>`,
      html`<a href="#op-${at.operation.operationId}">${at.operation.operationId}</a>`,
      summary,
    ],
  })),
)}
<h2 id="scenarios-inputs">입력값</h2>
${inputs.map(({ code, name, values, operations: ids }) =>
  table(
    // Two fields may share a code.
    `${code}(${name})의 값${(sharing.get(code)?.length ?? 0) > 1 ? `: ${ids.join(", ")}` : ""}`,
    ["값", "같은 Prefer"],
    Object.entries(values).map(([value, scenario]) => ({
      cells: [html`<code>${value}</code>`, html`<code>${scenario}</code>`],
    })),
  ),
)}
<h2 id="scenarios-faults">장애와 지연</h2>
<p>은행의 다른 파일과 공개된 클라이언트에서 확인한 차이를 일으킵니다. 여러분의 클라이언트가 이런 응답에도 올바르게 동작하는지 확인하십시오.</p>
${table("장애와 지연", ["Prefer", "동작"], [...Object.entries(faults).map(([name, does]) => ({ cells: [html`<code>fault=${name}</code>`, does] })), { cells: [html`<code>delay=2000</code>`, "지정한 시간(밀리초)만큼 늦게 응답합니다."] }])}
<h2 id="scenarios-apps">샌드박스의 앱</h2>
<p>시크릿 키를 확인하지 않는 앱은 샌드박스에만 있습니다. 명세에서는 두 키가 모두 필수이지만, <code>appKey</code>만 보내는 클라이언트도 이 앱으로 시험할 수 있습니다(원문과 다른 점: ${erratumLink(model, "both-keys")}). <code>--apps</code>의 파일에서는 앱의 <code>secretKey</code>를 지정하지 않으면 됩니다.</p>
${table(
  "샌드박스에 등록된 앱",
  ["앱", "상태", "앱 키", "시크릿 키", "플랜과 토큰"],
  apps.map(({ name, state, appKey, secretKey, plan, tokens = {}, apis }) => ({
    cells: [
      name,
      appMachine.states[state].name,
      html`<code>${appKey}</code>`,
      secretKey === undefined ? "확인하지 않음" : html`<code>${secretKey}</code>`,
      html`${[
        ...(plan?.perSecond === undefined ? [] : [`초당 ${plan.perSecond}건`]),
        ...(plan?.total === undefined ? [] : [`전체 ${plan.total}건`]),
        ...(apis === undefined ? [] : [`API: ${apis.join(", ")}`]),
      ].join(
        ", ",
      )} ${Object.entries(tokens).map(([token, tokenState]) => html`<code>${token}</code>(${tokenState === "valid" ? "유효" : "만료"}) `)}`,
    ],
  })),
)}
`;
};

import { resendLabels } from "../../bundle/labels.ts";
import { sentTexts, transportErrors } from "../../client/late-messages.ts";
import { callOf } from "../../generate/client/samples.ts";
import { erratumLink, type MakePage } from "../docs-page.ts";
import { code, html, table } from "../html.ts";
import type { Model } from "../model.ts";

/** A call with an expired token, by the first operation that cannot do without a token. */
const errorSample = (
  model: Model,
  at: Model["operations"][number],
): string => `import { createWooriClient, WooriError } from "./woori/client.ts";

const woori = createWooriClient({
  baseUrl: "${model.url}",
  appKey: "SANDBOX-APP-KEY",
  secretKey: "SANDBOX-SECRET-KEY",
  accessToken: "SANDBOX-EXPIRED-TOKEN", // 만료된 토큰
});
try {
  await woori.${callOf(model.api, at)};
} catch (error) {
  if (!(error instanceof WooriError)) throw error;
  if (error.kind === "input") console.log("보내지 않음", error.problems.length);
  if (error.kind === "transport") console.log("응답 없음", error.code);
  if (error.kind === "api") console.log("은행이 거부함", error.status, error.code, error.advice, error.resend);
}
woori.close();`;

/** What a call throws, what to do about it, and when to send again. */
export const errorHandling: MakePage = (model) => {
  const { operations, fields } = model;
  const [first] = operations;
  const withToken = operations.find(({ operation }) => operation.security.every((names) => "bearer" in names)) ?? first;
  const business = fields.find(({ schema }) => schema["x-role"] === "businessError");
  if (withToken === undefined) throw new Error("the bundle has no operation");
  return html`
<p>클라이언트의 호출은 결과를 돌려주거나 세 가지 오류 가운데 하나를 던집니다. 오류에는 키와 개인정보가 들어가지 않습니다.</p>
<h2 id="error-handling-kinds">세 가지 오류</h2>
<ul>
<li><code>input</code>: 요청이 명세와 맞지 않아 보내지 않았습니다. 필드마다 이유가 <code>problems</code>에 있습니다.</li>
<li><code>transport</code>: 쓸 수 있는 응답을 받지 못했습니다. 시간 초과, 끊긴 연결, HTML 화면 등입니다. 요청이 나갔는지는 <code>sent</code>로 확인합니다.</li>
<li><code>api</code>: 은행이 거부했습니다. <code>code</code>, <code>advice</code>, <code>resend</code>를 확인합니다.</li>
</ul>
${code(errorSample(model, withToken), "ts", "ts")}
<h2 id="error-handling-business">업무 오류</h2>
${business !== undefined && html`<p>은행은 200 응답 안에 업무 오류를 담아 보낼 수 있습니다. <a href="#${business.id}">${business.code}</a>(${business.name})가 비어 있지 않으면 결과에 <code>data</code> 대신 <code>businessError</code>가 있습니다. 확인하지 않고 <code>data</code>를 읽으면 TypeScript가 알려 줍니다.</p>`}
<h2 id="error-handling-issues">명세와 다른 응답</h2>
<p>읽을 수 있지만 명세와 다른 응답은 오류로 처리하지 않고 결과의 <code>issues</code>에 다른 점을 담습니다. 숫자로 온 금액은 자릿수 그대로 문자열로, 빈 문자열로 온 목록은 빈 배열로 읽습니다. 운영 초기에는 <code>issues</code>를 로그에 남겨 은행의 실제 응답과 명세를 비교하십시오.</p>
<h2 id="production-resend">다시 보내도 되는 오류</h2>
<p>클라이언트는 같은 요청을 스스로 다시 보내지 않습니다. 405나 501로 거부된 GET을 POST로 바꾸는 한 번만 예외입니다. 호출이 은행에 무엇을 남기는지 알 수 없기 때문입니다(원문과 다른 점: ${erratumLink(model, "side-effects")}). 모든 오류에는 요청이 나갔는지를 나타내는 <code>sent</code>와, 다시 보내려면 먼저 할 일인 <code>resend</code>가 있습니다. <code>isSafeToRetry(error)</code>는 <code>resend</code>가 <code>afterWait</code>인 오류에만 true입니다.</p>
${table(
  "resend의 값",
  ["값", "뜻"],
  Object.entries(resendLabels).map(([value, { meaning }]) => ({ cells: [html`<code>${value}</code>`, meaning] })),
)}
<p>은행의 오류 코드마다의 값은 <a href="#errors">오류 코드</a>에 있습니다. 응답을 받지 못한 오류(<code>kind</code>가 <code>transport</code>)는 <code>sent</code>가 <code>no</code>일 때만 다음 표를 따르고, <code>maybe</code>나 <code>yes</code>이면 언제나 <code>afterChecking</code>입니다. ${sentTexts.maybe}</p>
${table(
  "응답을 받지 못한 오류",
  ["code", "뜻", "나가지 않았을 때"],
  Object.entries(transportErrors).map(([name, { text, needsChange }]) => ({
    cells: [
      html`<code>${name}</code>`,
      text.replace("{host}", "주소"),
      resendLabels[needsChange === true ? "afterChange" : "afterWait"].label,
    ],
  })),
)}
`;
};

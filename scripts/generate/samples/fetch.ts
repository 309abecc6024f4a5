import { literal, propertyName } from "../source-text.ts";
import { redirectComment, type SampleRequest } from "./sample-request.ts";

/** A request by fetch, which sends no GET with a body (Fetch Standard, 5.4). */
export function fetchSample(
  { origin, method, path, headers, body, errorCode }: SampleRequest,
  standsIn: boolean,
): string {
  const fields = Object.entries(headers).map(([name, value]) => `    ${propertyName(name)}: ${literal(value)},\n`);
  const code = errorCode.map((key) => `?.${key}`).join("");
  return `${standsIn ? "// fetch는 본문이 있는 GET을 보낼 수 없으므로 POST로 보냅니다.\n" : ""}const response = await fetch(${literal(origin + path)}, {
  method: ${literal(method)},
  headers: {
${fields.join("")}  },
${body === undefined ? "" : `  body: JSON.stringify(${literal(JSON.parse(body), "  ")}),\n`}  ${redirectComment}
  redirect: "error",
  signal: AbortSignal.timeout(10_000),
});
const answer = await response.json();
if (!response.ok) throw new Error(\`\${response.status} \${answer${code}}\`);
console.log(answer);`;
}

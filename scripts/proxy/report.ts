import { describeProblem } from "../server/describe-problem.ts";
import type { Exchange } from "./exchange.ts";
import type { Finding } from "./findings.ts";

/** One exchange for a terminal: a line, and beneath it one for each finding. */
export function exchangeLines({
  time,
  method,
  path,
  status,
  code,
  answeredByProxy,
  duration,
  deviations,
  notes,
}: Exchange): string {
  const parts = [
    time.slice(11, 23),
    status === 0 ? "---" : status,
    method.padEnd(4),
    path,
    code,
    answeredByProxy ? "[프록시가 답함]" : undefined,
    `${duration.toFixed(1)}ms`,
    countOf(deviations.length, notes.length),
  ];
  return [
    parts.filter((part) => part !== undefined).join(" "),
    ...deviations.map((one) => `  ${findingLine(one, false)}`),
    ...notes.map((one) => `  ${findingLine(one, true)}`),
  ].join("\n");
}

/** One exchange for a program: a JSON object without line breaks. */
export function exchangeJson(exchange: Exchange): string {
  return JSON.stringify({ ...exchange, duration: Number(exchange.duration.toFixed(1)) });
}

/** One finding in a line. */
export function findingLine(finding: Finding, isNote: boolean): string {
  return `${finding.side === "request" ? "요청" : "응답"}${isNote ? " 참고" : ""} ${describeProblem(finding, true, finding.side === "response")}`;
}

function countOf(deviations: number, notes: number): string {
  return `다른 점 ${deviations}개${notes === 0 ? "" : `, 참고 ${notes}개`}`;
}

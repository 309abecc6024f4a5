import { describeProblem } from "../server/describe-problem.ts";
import type { Exchange } from "./exchange.ts";
import type { Finding } from "./findings.ts";
import * as say from "./messages.ts";

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
    answeredByProxy ? say.answeredByProxy : undefined,
    `${duration.toFixed(1)}ms`,
    say.counts(deviations.length, notes.length),
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
  return `${finding.side === "request" ? say.requestSide : say.answerSide}${isNote ? " 참고" : ""} ${describeProblem(finding, true, finding.side === "response")}`;
}

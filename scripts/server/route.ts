import { problemAbout } from "../client/problem.ts";
import { describeProblem } from "./describe-problem.ts";
import type { CheckedOperation, Methods, OperationTable } from "./checked-operation.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** The operation of a path and a method. */
export function route(table: OperationTable, path: string, method: string): CheckedOperation | Refusal {
  const { methods } = table.at(path) ?? {};
  if (methods === undefined)
    return refuse("SYSCD02901", 404, [
      "경로: 명세에 없는 주소입니다. 쓸 수 있는 주소는 /__sandbox/scenarios에 있습니다.",
    ]);
  const operation = methods.get(method);
  if (operation !== undefined) return operation;
  const headers = allowHeader(methods);
  return refuse("SYSCD02901", 405, [describeProblem(problemAbout("HTTP Method", "method", headers.allow, method))], {
    headers,
  });
}

/** What a 405 must carry (RFC 9110, 15.5.6). */
export function allowHeader(methods: Methods = new Map()): { allow: string } {
  return { allow: [...methods.keys()].join(", ") };
}

import type { FieldNode } from "../../client/contract.ts";
import type { CheckedOperation } from "../../server/checked-operation.ts";
import { type Fault, formFaults, under } from "../data-faults.ts";
import { partFaults } from "./part-faults.ts";
import type { Conditions } from "./scenario.ts";

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with the conditions of an operation's calls. */
export function conditionFaults(operation: CheckedOperation, { body, parameters, call, time }: Conditions): Fault[] {
  const found: Fault[] = [];
  const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 1;
  if (call !== undefined && !isCount(call) && !(isFrom(call) && isCount(call.from)))
    found.push({
      path: ["call"],
      text: "몇 번째 호출인지 1 이상의 정수로 지정하십시오. 그 뒤의 호출까지면 { from: 2 }처럼 지정하십시오.",
    });
  if (time !== undefined && time.from === time.to)
    found.push({ path: ["time"], text: "from과 to가 같아 답할 시각이 없습니다. 언제나 답하려면 time을 지우십시오." });
  for (const key of ["from", "to"] as const)
    if (time !== undefined && !clock.test(time[key]))
      found.push({ path: ["time", key], text: "시각을 00:00부터 23:59까지 HH:MM으로 지정하십시오. 한국 시각입니다." });
  const types = Object.values(operation.requestTypes);
  if (body !== undefined && types.length === 0)
    found.push({ path: ["body"], text: "본문을 받지 않는 오퍼레이션입니다. body 조건을 지우십시오." });
  if (body !== undefined && types[0] !== undefined)
    found.push(...under(["body"], impossible(operation.treeOf(types[0]), body)));
  if (operation.parameters === undefined && Object.values(parameters ?? {}).some((one) => Object.keys(one).length > 0))
    found.push({ path: ["parameters"], text: "파라미터를 받지 않는 오퍼레이션입니다. parameters 조건을 지우십시오." });
  if (parameters !== undefined) found.push(...under(["parameters"], impossible(operation.parameterTree, parameters)));
  return found;
}

function isFrom(value: unknown): value is { from: unknown } {
  return typeof value === "object" && value !== null && Object.keys(value).join() === "from";
}

/** The parts of a condition that no request can have; null stands for a part that is missing. */
function impossible(node: FieldNode, value: unknown): Fault[] {
  return partFaults(node, value, "이 오퍼레이션의 요청에 없는 항목입니다.", (leaf, one) =>
    one === null ? [] : formFaults(leaf, one).slice(0, 1),
  );
}

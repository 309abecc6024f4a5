import type { FieldNode } from "../../client/contract.ts";
import type { CheckedOperation } from "../../server/checked-operation.ts";
import { type Fault, formFaults, under } from "../data-faults.ts";
import { partFaults } from "./part-faults.ts";
import type { Conditions } from "./scenario.ts";
import * as say from "./messages.ts";

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with the conditions of an operation's calls. */
export function conditionFaults(operation: CheckedOperation, { body, parameters, call, time }: Conditions): Fault[] {
  const found: Fault[] = [];
  const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 1;
  if (call !== undefined && !isCount(call) && !(isFrom(call) && isCount(call.from)))
    found.push({ path: ["call"], text: say.badCall });
  if (time !== undefined && time.from === time.to) found.push({ path: ["time"], text: say.noTime });
  for (const key of ["from", "to"] as const)
    if (time !== undefined && !clock.test(time[key])) found.push({ path: ["time", key], text: say.badTime });
  const types = Object.values(operation.requestTypes);
  if (body !== undefined && types.length === 0) found.push({ path: ["body"], text: say.takesNoBody });
  if (body !== undefined && types[0] !== undefined)
    found.push(...under(["body"], impossible(operation.treeOf(types[0]), body)));
  if (operation.parameters === undefined && Object.values(parameters ?? {}).some((one) => Object.keys(one).length > 0))
    found.push({ path: ["parameters"], text: say.takesNoParameters });
  if (parameters !== undefined) found.push(...under(["parameters"], impossible(operation.parameterTree, parameters)));
  return found;
}

function isFrom(value: unknown): value is { from: unknown } {
  return typeof value === "object" && value !== null && Object.keys(value).join() === "from";
}

/** The parts of a condition that no request can have; null stands for a part that is missing. */
function impossible(node: FieldNode, value: unknown): Fault[] {
  return partFaults(node, value, say.notInRequest, (leaf, one) =>
    one === null ? [] : formFaults(leaf, one).slice(0, 1),
  );
}

import { UserError } from "../../lib/user-error.ts";
import { type Fault, labelOf } from "../data-faults.ts";
import { fileForm } from "./check.ts";
import * as say from "./messages.ts";

/** @throws {UserError} for the faults, if there are any */
export function refuseFaults(faults: readonly Fault[], at: readonly string[]): void {
  if (faults.length === 0) return;
  const told = faults.map(({ path, text }) => {
    const label = labelOf(fileForm, [...at, ...path]).replace(
      /^(scenarios|customers)\[0\]\.?/,
      at.length === 0 ? "$&" : "",
    );
    return `${label === "" ? say.scenario : label}: ${text}`;
  });
  throw new UserError(told.join("\n"));
}

import type { ClientOperation } from "./operations.ts";

/** The parameters of an operation's function behind the connection. */
export function signature(one: ClientOperation): string {
  const input = inputType(one);
  const first = input === undefined ? "" : `input${input.isOptional ? "?" : ""}: ${input.type}, `;
  return `${first}options?: CallOptions`;
}

/** Whether an operation has parameters or a body. */
export function takesInput({ parameters, requestSchema }: ClientOperation): boolean {
  return parameters !== undefined || requestSchema !== undefined;
}

/** What a call gives. */
export function resultType(one: ClientOperation): string {
  return `${resultName(one)}<types.${capitalized(one.id)}Response>`;
}

/** The type of a call's result: only an answer that has a place for a business error can be one. */
export function resultName({ mayFail }: ClientOperation): "CallResult" | "CallSuccess" {
  return mayFail ? "CallResult" : "CallSuccess";
}

/** What a call takes: the body, and beside its parts the parameters by place. */
function inputType({
  id,
  parameters,
  requestSchema,
}: ClientOperation): { type: string; isOptional: boolean } | undefined {
  const name = `types.${capitalized(id)}`;
  const { properties = {}, required = [] } = parameters ?? {};
  const groups = Object.keys(properties).map(
    (place) => `${place}${required.includes(place) ? "" : "?"}: ${name}${capitalized(place)}`,
  );
  const parts = [
    ...(requestSchema === undefined ? [] : [`ClientInput<${name}Request>`]),
    ...(groups.length === 0 ? [] : [`{ ${groups.join("; ")} }`]),
  ];
  if (parts.length === 0) return undefined;
  return { type: parts.join(" & "), isOptional: requestSchema === undefined && required.length === 0 };
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

// npm run generate. 직접 수정하지 마십시오.
import type { FieldNode, Role } from "./contract.ts";

/** The node under a key of an object, or an index of a list; undefined where the spec has none. */
export function childOf(node: FieldNode | undefined, key: string): FieldNode | undefined {
  if (node === undefined || node.kind === "list") return node?.item;
  const { fields = {} } = node;
  if (Object.hasOwn(fields, key)) return fields[key];
  return Object.values(fields).find(({ aliases }) => aliases?.includes(key));
}

/** The keys under which an object may hold a role: codes first, each followed by its aliases. */
export function keysOf(node: FieldNode | undefined, role: Role): string[] {
  return Object.entries(node?.fields ?? {}).flatMap(([code, field]) =>
    field.role === role ? [code, ...(field.aliases ?? [])] : [],
  );
}

/** The text that an object holds under a role; "" where there is none. */
export function pick(node: FieldNode | undefined, value: unknown, role: Role): string {
  if (typeof value !== "object" || value === null) return "";
  const found = keysOf(node, role)
    .map((key) => (Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined))
    .find((one) => (typeof one === "string" && one !== "") || typeof one === "number");
  return found === undefined ? "" : String(found);
}

/** Every string and number at a sensitive or unknown place of a value. */
export function personalValues(node: FieldNode | undefined, value: unknown): string[] {
  const isPersonal = node === undefined || node.sensitive === true;
  if (typeof value === "string" || typeof value === "number") return isPersonal ? [String(value)] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    personalValues(isPersonal ? undefined : childOf(node, key), child),
  );
}

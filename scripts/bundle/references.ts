import { isObject } from "../lib/is-object.ts";
import { type Path, pathOf, segmentsOf } from "./form.ts";
import { nodeAt, type OpenApi, toPointer } from "./openapi.ts";
import type { Unsupported } from "./parameters.ts";

/** The most components that follow from one another: code that follows them calls itself for each. */
const longest = 100;

/** The most components that one stands for when all that it refers to is followed: some tools walk each time. */
const mostFollowed = 20_000;

/** Keys under which data stands, in which a `$ref` means nothing. */
const ofData = ["value", "example", "default", "const", "enum", "x-error-catalogue"];

interface Reference {
  pointer: string;
  /** `kind/name` of the component. */
  to: string;
}

/** The references of a bundle that lead nowhere, out of the components, or round, by place. */
export function referenceProblems(api: OpenApi): Unsupported[] {
  const found: Unsupported[] = [];
  const references = new Map<string, Reference[]>();
  const collect = (node: unknown, path: Path, own: Reference[], isSchema: boolean): void => {
    if (Array.isArray(node)) node.forEach((item, index) => collect(item, { key: index, parent: path }, own, isSchema));
    if (!isObject(node)) return;
    // Under `properties` a key is the name of a field.
    const isOfNames = path?.key === "properties";
    if (!isOfNames && Object.hasOwn(node, "$ref")) {
      const pointer = toPointer(segmentsOf({ key: "$ref", parent: path }));
      const to = targetOf(api, node["$ref"], isSchema);
      if (to === undefined) found.push({ pointer, message: `$ref: ${nowhere}` });
      else own.push({ pointer, to });
    }
    for (const [key, value] of Object.entries(node)) {
      if (typeof value !== "object" || value === null) continue;
      if (!isOfNames && (ofData.includes(key) || (key === "examples" && isSchema))) continue;
      collect(value, { key, parent: path }, own, isSchema || key === "schema");
    }
  };
  const { components, ...rest } = api;
  collect(rest, undefined, [], false);
  for (const [kind, parts] of Object.entries(components))
    for (const [name, part] of Object.entries(parts)) {
      const own: Reference[] = [];
      collect(part, pathOf(["components", kind, name]), own, kind === "schemas");
      references.set(`${kind}/${name}`, own);
    }
  return [...found, ...circles(references)];
}

const nowhere =
  'components에 있는 것을 가리키지 않습니다. "#/components/종류/이름"으로 이 문서에 있는 컴포넌트를 가리키십시오.';

/** The component that a reference leads to, as `kind/name`. */
function targetOf(api: OpenApi, ref: unknown, isSchema: boolean): string | undefined {
  const [, kind = "", name = ""] = /^#\/components\/(\w+)\/([\w.-]+)$/.exec(String(ref)) ?? [];
  if (typeof ref !== "string" || (isSchema && kind !== "schemas")) return undefined;
  return isObject(nodeAt(api, ["components", kind, name])) ? `${kind}/${name}` : undefined;
}

/** The references that close a circle or a chain that is too long. Each component is walked once. */
function circles(references: ReadonlyMap<string, readonly Reference[]>): Unsupported[] {
  const found: Unsupported[] = [];
  const heights = new Map<string, number>();
  const sizes = new Map<string, number>();
  const open: string[] = [];
  const heightOf = (name: string, pointer: string): number => {
    const known = heights.get(name);
    if (open.includes(name)) {
      const way = [...open.slice(open.indexOf(name)), name].map((one) => one.split("/")[1]);
      found.push({
        pointer,
        message: `$ref가 자기 자신으로 돌아옵니다: ${way.join(" → ")}. 순환하는 $ref는 지원하지 않습니다. 한 곳의 $ref를 지우십시오.`,
      });
      return 0;
    }
    if (open.length + (known ?? 0) > longest) {
      found.push({ pointer, message: `$ref가 ${longest}번 넘게 이어집니다. 스키마를 합치거나 나누십시오.` });
      return 0;
    }
    if (known !== undefined) return known;
    open.push(name);
    const height = 1 + Math.max(0, ...(references.get(name) ?? []).map(({ to, pointer: at }) => heightOf(to, at)));
    open.pop();
    heights.set(name, height);
    const size = (references.get(name) ?? []).reduce((sum, { to }) => sum + (sizes.get(to) ?? 0), 1);
    // Whatever refers to it would be told again.
    sizes.set(name, size > mostFollowed ? 1 : size);
    if (size > mostFollowed)
      found.push({
        pointer: `/components/${name}`,
        message: `$ref를 따라가면 컴포넌트가 ${mostFollowed}개를 넘습니다. 반복해서 가리키는 $ref를 줄이십시오.`,
      });
    return height;
  };
  for (const name of references.keys()) heightOf(name, "");
  return found;
}

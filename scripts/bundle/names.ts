import { Script } from "node:vm";
import { type OpenApi, operationsOf, toPointer } from "./openapi.ts";
import type { Unsupported } from "./parameters.ts";

/** Names of operations become names of functions and files, and every file system takes names of this length. */
const longest = 100;
/** Device names, which are no file names on Windows whatever their extension. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name of an operation or schema, and where it stands in the bundle. */
export interface Named {
  kind: "operationId" | "스키마";
  name: string;
  pointer: string;
}

/** The operationIds and the schemas of a bundle. */
export function namesOf(api: OpenApi): Named[] {
  return [
    ...operationsOf(api).map(({ path, method, operation }): Named => {
      // A hand-written document may hold anything there.
      const id: unknown = operation.operationId;
      const pointer = toPointer(["paths", path, method, ...(id === undefined ? [] : ["operationId"])]);
      return { kind: "operationId", name: typeof id === "string" ? id : "", pointer };
    }),
    ...Object.keys(api.components.schemas ?? {}).map((name): Named => ({
      kind: "스키마",
      name,
      pointer: toPointer(["components", "schemas", name]),
    })),
  ];
}

/** The names that cannot be those of functions, types, files and properties, by place, with what to do. */
export function unsupportedNames(api: OpenApi): Unsupported[] {
  const names = namesOf(api);
  const reserved = reservedWords(names.flatMap(({ name }) => (isWellFormed("operationId", name) ? [name] : [])));
  const known = new Map<string, Named>();
  const found = names.flatMap((one): Unsupported[] => {
    const { kind, name, pointer } = one;
    const problem = problemOf(one, reserved);
    const key = `${kind} ${name.toLowerCase()}`;
    const twin = known.get(key);
    known.set(key, twin ?? one);
    if (problem !== undefined) return [{ pointer, message: `${kind} ${shownName(name)}: ${problem}` }];
    if (twin === undefined) return [];
    const how = twin.name === name ? "이름이 두 번 있습니다" : `${shownName(twin.name)}와(과) 대소문자만 다릅니다`;
    return [{ pointer, message: `${kind} ${shownName(name)}: ${how}. 다른 이름으로 바꾸십시오.` }];
  });
  return [...found, ...unsupportedCodes(api)];
}

/** A name in a message: short, and without characters that a terminal acts on. */
export function shownName(name: string): string {
  const short = name.length > 40 ? `${name.slice(0, 40)}…` : name;
  return /^[\w$.…-]+$/.test(short) ? short : JSON.stringify(short).replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, "?");
}

function isWellFormed(kind: Named["kind"], name: string): boolean {
  return (kind === "operationId" ? /^[a-z][A-Za-z0-9]*$/ : /^[A-Z][A-Za-z0-9]*$/).test(name);
}

function problemOf({ kind, name }: Named, reserved: ReadonlySet<string>): string | undefined {
  if (name === "") return "이름이 없습니다. 영문 소문자로 시작하는 camelCase 이름을 지정하십시오.";
  if (!isWellFormed(kind, name))
    return kind === "operationId"
      ? "함수와 파일의 이름이 되므로 영문자와 숫자만 사용할 수 있습니다. 영문 소문자로 시작하는 camelCase로 바꾸십시오."
      : "타입의 이름이 되므로 영문자와 숫자만 사용할 수 있습니다. 영문 대문자로 시작하는 PascalCase로 바꾸십시오.";
  if (name.length > longest) return `이름이 ${name.length}자입니다. ${longest}자 이하로 줄이십시오.`;
  if (devices.test(name)) return "Windows에서 파일 이름으로 사용할 수 없습니다. 다른 이름으로 바꾸십시오.";
  if (kind === "operationId" && reserved.has(name))
    return "JavaScript의 예약어여서 함수의 이름이 될 수 없습니다. 다른 이름으로 바꾸십시오.";
  return undefined;
}

/** Those of well-formed names that no function of a module may have; the engine knows which (ECMA-262, 12.7.2). */
function reservedWords(names: readonly string[]): Set<string> {
  const isReserved = (candidates: readonly string[]): boolean => {
    try {
      new Script(`"use strict"; async () => { ${candidates.map((name) => `{ let ${name}; }`).join(" ")} }`);
      return false;
    } catch {
      return true;
    }
  };
  return new Set(isReserved(names) ? names.filter((name) => isReserved([name])) : []);
}

const prototypeKey = "__proto__";
const prototypeMessage = `${prototypeKey}: JavaScript에서 객체의 프로토타입을 바꾸는 이름이어서 사용할 수 없습니다. 다른 이름으로 바꾸십시오.`;

/** The error codes that the examples of error responses cannot be named by. */
function unsupportedCodes(api: OpenApi): Unsupported[] {
  return (api["x-error-catalogue"]?.codes ?? []).flatMap(({ code }, index) =>
    code === prototypeKey
      ? [{ pointer: toPointer(["x-error-catalogue", "codes", index, "code"]), message: prototypeMessage }]
      : [],
  );
}

/** The keys of a document that would set an object's prototype where they are assigned. */
export function unsupportedKeys(document: unknown): Unsupported[] {
  if (!holdsPrototypeKey(document)) return [];
  const found: Unsupported[] = [];
  const visit = (node: unknown, segments: readonly (string | number)[]): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      const inner = [...segments, key];
      if (key === prototypeKey) found.push({ pointer: toPointer(inner), message: prototypeMessage });
      visit(value, inner);
    }
  };
  visit(document, []);
  return found;
}

/** The answer for nearly every document, without a path for each of its nodes. */
function holdsPrototypeKey(node: unknown): boolean {
  if (typeof node !== "object" || node === null) return false;
  return Object.hasOwn(node, prototypeKey) || Object.values(node).some(holdsPrototypeKey);
}

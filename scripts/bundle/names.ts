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
    const how =
      twin.name === name ? "이름이 두 번 있습니다" : `다음 이름과 대소문자만 다릅니다(${shownName(twin.name)})`;
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

const loneSurrogate =
  "유니코드 문자가 아닌 코드(짝이 없는 서로게이트)가 있어 UTF-8로 쓸 수 없습니다. \\uD800부터 \\uDFFF까지의 표기를 지우거나 짝을 맞추십시오.";

/** Why a text cannot be a key, in Korean: objects without such a key have a `constructor`, too. */
function keyProblem(key: string): string | undefined {
  if (key in Object.prototype)
    return `${key}: 모든 JavaScript 객체가 가진 이름이어서 키나 코드로 사용할 수 없습니다. 다른 이름으로 바꾸십시오.`;
  return key.isWellFormed() ? undefined : loneSurrogate;
}

/** The error codes that the examples of error responses cannot be named by. */
function unsupportedCodes(api: OpenApi): Unsupported[] {
  return (api["x-error-catalogue"]?.codes ?? []).flatMap(({ code }, index) => {
    const message = code in Object.prototype ? keyProblem(code) : undefined;
    return message === undefined
      ? []
      : [{ pointer: toPointer(["x-error-catalogue", "codes", index, "code"]), message }];
  });
}

/** The keys and texts of a document that not every tool can hold. */
export function unsupportedTexts(document: unknown): Unsupported[] {
  if (isSound(document)) return [];
  const found: Unsupported[] = [];
  const seen = new Set<object>();
  const visit = (node: unknown, segments: readonly (string | number)[]): void => {
    if (typeof node === "string" && !node.isWellFormed())
      found.push({ pointer: toPointer(segments), message: loneSurrogate });
    // What YAML writes once and refers to is told once.
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    for (const [key, value] of Object.entries(node)) {
      const inner = [...segments, key];
      const message = keyProblem(key);
      // The key's own place may be no pointer.
      if (message !== undefined) found.push({ pointer: toPointer(key.isWellFormed() ? inner : segments), message });
      visit(value, inner);
    }
  };
  visit(document, []);
  return found.filter(({ pointer }) => pointer.isWellFormed());
}

/** The answer for nearly every document, without a path for each of its nodes. */
function isSound(node: unknown): boolean {
  if (typeof node === "string") return node.isWellFormed();
  if (typeof node !== "object" || node === null) return true;
  if (!Array.isArray(node) && Object.keys(node).some((key) => keyProblem(key) !== undefined)) return false;
  return Object.values(node).every(isSound);
}

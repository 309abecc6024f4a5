import { existsSync, realpathSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { mayBacktrack } from "../../bundle/backtracking.ts";
import { formProblems } from "../../bundle/bundle-form.ts";
import { unsupportedTexts } from "../../bundle/names.ts";
import { nodeAt, pointerSegments, toPointer } from "../../bundle/openapi.ts";
import { backtracks, suspectPatterns } from "../../bundle/patterns.ts";
import { SpecFile } from "../../bundle/spec-files.ts";
import type { DataProblem } from "../../lib/data-problem.ts";
import { isObject } from "../../lib/is-object.ts";
import { pathFromFolder } from "../../lib/paths.ts";
import { readJson } from "../../lib/read-json.ts";
import { readText } from "../../lib/read-text.ts";
import { readYaml } from "../../lib/read-yaml.ts";
import type { Finding } from "./finding.ts";

const fixes = {
  openapi: "JSON이나 YAML 1.2로 작성한 OpenAPI 3 문서여야 검사할 수 있습니다. 그 줄과 앞줄을 고치십시오.",
  reference: "$ref는 문서가 있는 폴더 안의 파일만 가리킬 수 있습니다. 파일을 폴더 안에 두고 상대 경로로 가리키십시오.",
  catalogue: "오류 코드표를 npm run generate가 만든 openapi.json에 있는 대로 두십시오.",
  names: "도구가 키로 객체를 만듭니다. 모든 객체에 있는 이름을 사용하지 마십시오.",
  patterns: "도구는 예제에 정규식을 실행합니다. 문자열이 길어도 판정이 끝나는 정규식만 사용하십시오.",
};

const uncommon = "다른 YAML 도구가 읽지 못하는 표기가 있습니다. 태그(!)를 지우고 값을 따옴표로 묶으십시오.";

/** The most that a document may grow when its references are followed: the tools walk each place that refers to a part. */
const mostNodes = 1_000_000;

interface Reference {
  pointer: string;
  ref: string;
}

interface DocumentFile {
  path: string;
  text: string;
  value: unknown;
  references: Reference[];
}

/**
 * What keeps the tools from checking a document or one of the files that it refers to: what they could not read, would read
 * outside of its folder, or would never have done with.
 *
 * @param path of the document
 * @param base the folder that findings name files from
 */
export function obstacles(path: string, text: string, base: string): Finding[] {
  const files = new Map<string, DocumentFile>();
  const findings: Finding[] = [];
  const folder = realpathSync(dirname(path));
  const tell = (file: string, line: number, rule: string, message: string, fix: string): void =>
    void findings.push({ rule, file: pathFromFolder(base, file), line, message, fix });
  const add = (file: string, content: string): void => {
    const isOfJson = isJson(file, content);
    const read: ReturnType<typeof readYaml> = isOfJson ? readAsYaml(content) : readYaml(content);
    if ("problem" in read) return tellProblem(file, isOfJson ? "json" : "yaml", read.problem);
    const uncommonLine = "uncommonLine" in read ? read.uncommonLine : undefined;
    if (uncommonLine !== undefined) return tellProblem(file, "yaml", { line: uncommonLine, reason: uncommon });
    files.set(file, { path: file, text: content, value: read.value, references: referencesIn(read.value) });
  };
  const tellProblem = (file: string, rule: string, { line = 1, reason }: DataProblem): void =>
    tell(file, line, rule, reason, fixes.openapi);
  const tellAt = (
    { path: file, text: content }: DocumentFile,
    pointer: string,
    rest: [string, string, string],
  ): void => {
    const parsed = SpecFile.parse(file, content);
    tell(file, parsed instanceof SpecFile ? parsed.lineOf(pointer) : 1, ...rest);
  };

  add(path, text);
  const document = files.get(path);
  if (document === undefined) return findings;
  if (!isObject(document.value) || !/^3\./.test(String(document.value["openapi"]))) {
    const message = "OpenAPI 3 문서가 아닙니다. 최상위의 openapi에 3.x 버전을 지정하십시오.";
    return [{ rule: "openapi", file: pathFromFolder(base, path), line: 1, message, fix: fixes.openapi }];
  }
  // A map that grows while it is walked: each file once.
  for (const file of files.values()) {
    for (const { pointer, ref } of file.references) {
      const target = targetOf(file.path, ref);
      // The tools refuse what is on the internet, and say so.
      if (target === undefined || files.has(target)) continue;
      if (!isInside(folder, target)) {
        const message = `$ref ${JSON.stringify(ref)}: 문서의 폴더 밖을 가리켜 읽지 않았습니다. 파일을 폴더 안으로 옮기십시오.`;
        tellAt(file, pointer, ["local-ref", message, fixes.reference]);
      } else if (existsSync(target)) {
        const content = readText(target);
        if ("problem" in content) tellProblem(target, "yaml", content.problem);
        else add(target, content.value);
      }
    }
  }
  for (const file of files.values()) {
    for (const { pointer, message } of unsupportedTexts(file.value))
      tellAt(file, pointer, ["name-support", message, fixes.names]);
    for (const [pattern, pointer] of suspectPatterns(file.value))
      if (findings.length < 50 && mayBacktrack(pattern))
        tellAt(file, pointer, ["pattern-support", `pattern: ${backtracks}`, fixes.patterns]);
  }
  // The tools know nothing of what only our documents have.
  if (Object.hasOwn(document.value, "x-error-catalogue"))
    for (const { pointer, message } of formProblems(document.value, "compare"))
      if (pointer.startsWith("/x-error-catalogue"))
        tellAt(document, pointer, ["source-form", `${pointer} ${message}`, fixes.catalogue]);
  for (const { file, pointer, message } of roundabouts(files))
    tellAt(file, pointer, ["local-ref", message, fixes.reference]);
  if (findings.length === 0 && expandedSize(files, path) > mostNodes) {
    const message = "$ref를 따라가면 문서가 너무 커집니다. 반복해서 가리키는 $ref를 줄이십시오.";
    tell(path, 1, "local-ref", message, fixes.reference);
  }
  return findings;
}

function readAsYaml(text: string): ReturnType<typeof readYaml> {
  const read = readJson(text);
  return "problem" in read ? read : { ...read, isCommon: true };
}

function isJson(path: string, text: string): boolean {
  return /\.json$/i.test(path) || (/^\s*\{/.test(text) && !/\.ya?ml$/i.test(path));
}

/** Every reference of a file, also where the tools may take data for one. */
function referencesIn(value: unknown): Reference[] {
  const found: Reference[] = [];
  const seen = new Set<object>();
  const visit = (node: unknown, segments: readonly (string | number)[]): void => {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    for (const [key, part] of Object.entries(node)) {
      if (["$ref", "externalValue"].includes(key) && typeof part === "string")
        found.push({ pointer: toPointer([...segments, key]), ref: part });
      visit(part, [...segments, key]);
    }
  };
  visit(value, []);
  return found;
}

/** The file that a reference leads to; undefined for what is on the internet. */
function targetOf(from: string, ref: string): string | undefined {
  const [path = ""] = ref.split("#");
  if (/^(https?:)?\/\//i.test(path)) return undefined;
  return path === "" ? from : resolve(dirname(from), path);
}

/** Whether a path, as it stands and decoded, leads into a folder, also through links; a scheme such as file: does not. */
function isInside(folder: string, path: string): boolean {
  return [path, decoded(path)].every((one) => {
    if (/^[a-z][\w+.-]+:/i.test(relative(folder, one)) || /[\0\\]/.test(one)) return false;
    const real = existsSync(one) ? realpathSync(one) : one;
    return real.startsWith(folder + sep) || resolve(real).startsWith(folder + sep);
  });
}

function decoded(path: string): string {
  try {
    return resolve(decodeURIComponent(path));
  } catch {
    return path;
  }
}

type Files = ReadonlyMap<string, DocumentFile>;

/** The node that a reference leads to, and its file. */
function follow(files: Files, from: DocumentFile, ref: string): { file: DocumentFile; node: unknown } | undefined {
  const target = targetOf(from.path, ref);
  const file = target === undefined ? undefined : files.get(target);
  const [, fragment = ""] = ref.split("#");
  return file && { file, node: nodeAt(file.value, pointerSegments(fragment)) };
}

/** The references that lead to references alone, and so round. */
function roundabouts(files: Files): { file: DocumentFile; pointer: string; message: string }[] {
  const ends = new Set<unknown>();
  return [...files.values()].flatMap((file) =>
    file.references.flatMap(({ pointer, ref }) => {
      const way = new Set<unknown>();
      let at = follow(files, file, ref);
      while (at !== undefined && isObject(at.node) && typeof at.node["$ref"] === "string" && !ends.has(at.node)) {
        if (way.has(at.node)) {
          for (const node of way) ends.add(node);
          const message = `$ref ${JSON.stringify(ref)}: $ref를 따라가면 자기 자신으로 돌아옵니다. 한 곳의 $ref를 값으로 바꾸십시오.`;
          return [{ file, pointer, message }];
        }
        way.add(at.node);
        at = follow(files, at.file, at.node["$ref"]);
      }
      for (const node of way) ends.add(node);
      return [];
    }),
  );
}

/** The nodes of a document whose references are followed, each part's counted once; what contains itself ends there. */
function expandedSize(files: Files, path: string): number {
  const sizes = new Map<object, number>();
  const sizeOf = (node: unknown, file: DocumentFile): number => {
    if (typeof node !== "object" || node === null) return 1;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    sizes.set(node, 0);
    const ref = isObject(node) && typeof node["$ref"] === "string" ? node["$ref"] : undefined;
    const target = ref === undefined ? undefined : follow(files, file, ref);
    let size = target === undefined ? 1 : 1 + sizeOf(target.node, target.file);
    for (const part of Object.values(node)) size += sizeOf(part, file);
    sizes.set(node, size);
    return size;
  };
  const file = files.get(path);
  return file === undefined ? 0 : sizeOf(file.value, file);
}

import { existsSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { isAlias, isMap, isNode, isPair, isSeq, LineCounter, parseDocument, type Document } from "yaml";
import { pathFromFolder, pathFromHere, root } from "../lib/paths.ts";
import { UserError } from "../lib/user-error.ts";
import { readYaml } from "../lib/read-yaml.ts";
import type { DataProblem } from "../lib/data-problem.ts";
import { problemAt, readText } from "../lib/read-text.ts";
import { nodeAt, pointerSegments, toPointer } from "./openapi.ts";
import { type FieldTable, type PrintedTable, printedTables } from "./source.ts";

/** A hand-written file that is not YAML, and why. */
interface UnreadableFile extends DataProblem {
  /** As the spec's `nameOf` gives it. */
  file: string;
}

/** A spec with files that are not YAML, which nothing can read before they are. */
export class UnreadableSpecError extends UserError {
  readonly files: readonly UnreadableFile[];

  constructor(files: readonly UnreadableFile[]) {
    super(files.map(({ file, ...problem }) => problemAt(file, problem)).join("\n"));
    this.files = files;
  }
}

/** A text with the places of its nodes. */
interface Parsed {
  document: Document;
  lines: LineCounter;
}

function parse(text: string): Parsed {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines }), lines };
}

/** One hand-written YAML file: its data, and the line each part of it stands on. */
export class SpecFile {
  readonly path: string;
  readonly data: unknown;
  /** Whether other readers of YAML, Redocly's among them, accept the text too. */
  readonly isCommon: boolean;
  readonly #text: string;
  #parsed: Parsed | undefined;

  private constructor(path: string, data: unknown, isCommon: boolean, text: string) {
    this.path = path;
    this.data = data;
    this.isCommon = isCommon;
    this.#text = text;
  }

  /**
   * @param path relative to the spec folder, with forward slashes
   * @returns the problem where the text is not YAML 1.2
   */
  static parse(path: string, text: string): SpecFile | DataProblem {
    const read = readYaml(text);
    return "problem" in read ? read.problem : new SpecFile(path, read.value, read.isCommon, text);
  }

  /** The same file with other data; its line numbers stay. */
  holding(data: unknown): SpecFile {
    return new SpecFile(this.path, data, this.isCommon, this.#text);
  }

  /** The 1-based line where a JSON Pointer leads; where it leads nowhere, that of its nearest ancestor. */
  lineOf(pointer: string): number {
    const { document, lines } = (this.#parsed ??= parse(this.#text));
    let node: unknown = document.contents;
    let offset = 0;
    for (const segment of pointerSegments(pointer)) {
      if (isAlias(node)) node = node.resolve(document);
      if (isMap(node)) {
        const pair = node.items.find((item) => isPair(item) && String(item.key) === segment);
        if (pair === undefined) break;
        if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(segment)];
        if (!isNode(node)) break;
        offset = node.range?.[0] ?? offset;
      } else break;
    }
    return lines.linePos(offset).line;
  }
}

/** A place in the spec: a file and a JSON Pointer into it. */
export interface Place {
  file: string;
  pointer: string;
}

/** The hand-written spec as files. */
export class Spec {
  readonly dir: string;
  readonly files: ReadonlyMap<string, SpecFile>;
  #tables: readonly PrintedTable[] | undefined;

  /** @param files by path relative to the spec folder */
  constructor(dir: string, files: ReadonlyMap<string, SpecFile>) {
    this.dir = dir;
    this.files = files;
  }

  /** @throws {UserError} when there is no such file */
  file(path: string): SpecFile {
    const file = this.files.get(path);
    if (file === undefined) throw new UserError(`${this.nameOf(path)} 파일이 없습니다. 파일을 만드십시오.`);
    return file;
  }

  /** A file's path as messages show it. */
  nameOf(path: string): string {
    return shownPath(this.dir, path);
  }

  /** Data of a file under spec/source/. */
  source<T>(name: string): T {
    return this.file(`source/${name}`).data as T;
  }

  /** The document's field tables as it prints them. */
  get tables(): readonly PrintedTable[] {
    return (this.#tables ??= printedTables(this.source<FieldTable[]>("fields.yaml")));
  }

  /** The OpenAPI files: all but spec/source/. */
  get openapiFiles(): SpecFile[] {
    return [...this.files.values()].filter((file) => !file.path.startsWith("source/"));
  }

  /** What a place holds, or undefined. */
  at({ file, pointer }: Place): unknown {
    return nodeAt(this.files.get(file)?.data, pointerSegments(pointer));
  }

  /** Follows `$ref`s from a place to the node that is meant. References to missing files, or to themselves, end at a place that holds nothing. */
  resolve(place: Place): Place & { node: unknown } {
    const seen = new Set<unknown>();
    let at = place;
    let node = this.at(at);
    while (typeof node === "object" && node !== null && "$ref" in node) {
      if (seen.has(node)) return { ...at, node: undefined };
      seen.add(node);
      at = refTarget(at.file, String(node.$ref));
      node = this.at(at);
    }
    return { ...at, node };
  }
}

/** Where a `$ref` written in a file leads. */
export function refTarget(fromFile: string, ref: string): Place {
  const [path = "", fragment = ""] = ref.split("#");
  return { file: path === "" ? fromFile : posix.join(posix.dirname(fromFile), path), pointer: fragment };
}

/**
 * Reads every YAML file under a spec folder.
 *
 * @throws {UserError} when there is no such folder
 * @throws {UnreadableSpecError} when files are not YAML, telling of all of them
 */
export function loadSpec(dir: string): Spec {
  const files = new Map<string, SpecFile>();
  const unreadable: UnreadableFile[] = [];
  for (const path of yamlFiles(dir)) {
    const text = readText(join(dir, path));
    const file = "problem" in text ? text.problem : SpecFile.parse(path, text.value);
    if (file instanceof SpecFile) files.set(path, file);
    else unreadable.push({ file: shownPath(dir, path), ...file });
  }
  if (unreadable.length > 0) throw new UnreadableSpecError(unreadable);
  return new Spec(dir, files);
}

function yamlFiles(dir: string): string[] {
  // The package carries the source alone.
  if (!existsSync(join(dir, "openapi.yaml")) && !existsSync(join(dir, "source")))
    throw new UserError(`${pathFromHere(dir)}에 openapi.yaml이 없습니다. 명세의 폴더를 지정하십시오.`);
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".yaml"))
    .sort();
}

/** From the repository's folder; from the file system's root for a spec elsewhere. */
function shownPath(dir: string, path: string): string {
  return pathFromFolder(root, join(dir, path));
}

/** Visits every object of a YAML file, outermost first, except example values. */
export function walk(
  file: SpecFile,
  visit: (node: Record<string, unknown>, pointer: string, key: string | undefined) => void,
): void {
  const step = (node: unknown, segments: string[]): void => {
    if (Array.isArray(node)) node.forEach((item, index) => step(item, [...segments, String(index)]));
    else if (typeof node === "object" && node !== null) {
      visit(node as Record<string, unknown>, toPointer(segments), segments.at(-1));
      for (const [key, value] of Object.entries(node)) if (key !== "value") step(value, [...segments, key]);
    }
  };
  step(file.data, []);
}

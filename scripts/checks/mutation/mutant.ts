import { pointerSegments, toPointer } from "../../bundle/openapi.ts";
import { Spec, type SpecFile } from "../../bundle/spec-files.ts";

/** What a mutant does to the spec, and how the report calls it. */
export const kinds = {
  "required-dropped": "필수 항목을 선택으로",
  "required-added": "선택 항목을 필수로",
  length: "최대 길이",
  values: "최소 길이, 패턴, 허용 값",
  type: "타입",
  property: "항목의 이름과 존재",
  openness: "객체의 열림과 닫힘",
  array: "배열",
  reference: "참조 대상",
  status: "상태 코드",
  "media-type": "미디어 타입",
  security: "보안 요구",
  header: "헤더",
  example: "예제",
  method: "HTTP Method와 경로",
  title: "항목의 이름(title)",
  "error-code": "오류 코드",
  mark: "x-* 표시",
  server: "서버",
  keyword: "조건과 조합",
  prose: "설명 문장",
  erratum: "정오표",
} as const;
export type Kind = keyof typeof kinds;

/** JSON data that is broken on purpose: no type holds for it. */
export type Data = any;

/** One change of one place of the hand-written spec. */
export interface Mutant {
  kind: Kind;
  /** Relative to the spec folder. */
  file: string;
  /** The place that is changed, as a JSON Pointer (RFC 6901) into the file. */
  pointer: string;
  /** Korean: what is changed into what. With kind, file and pointer it names the mutant. */
  what: string;
  /** Changes the data of the file, in which no two places share an object. */
  change: (data: Data) => void;
}

/** Makes the mutants of one file. */
export type Operator = (file: SpecFile, spec: Spec) => Mutant[];

/** The name of a mutant: the same as long as its place and its change are. */
export function nameOf({ kind, file, pointer, what }: Pick<Mutant, "kind" | "file" | "pointer" | "what">): string {
  return `${kind} ${file}#${pointer} ${what}`;
}

/** The spec with one mutant in it. */
export function mutate(spec: Spec, { file, change }: Mutant): Spec {
  const before = spec.file(file);
  // By way of text: YAML anchors make places share an object, and a change of one is not to change the other.
  const data: unknown = JSON.parse(JSON.stringify(before.data));
  change(data);
  return new Spec(spec.dir, new Map([...spec.files, [file, before.holding(data)]]));
}

/** What a pointer leads to. */
export function nodeAt(data: Data, pointer: string): Data {
  return pointerSegments(pointer).reduce<Data>((node, segment) => node[segment], data);
}

/** A mutant that changes the node at a pointer in place. */
export function changeAt(
  kind: Kind,
  file: SpecFile,
  pointer: string,
  what: string,
  change: (node: Data) => void,
): Mutant {
  return { kind, file: file.path, pointer, what, change: (data) => change(nodeAt(data, pointer)) };
}

/** A mutant that gives a key of the object at a pointer another value; without a value, takes the key away. It is named after the key's place. */
export function setKey(kind: Kind, file: SpecFile, pointer: string, key: string | number, value?: unknown): Mutant {
  const what = value === undefined ? `${key} 삭제` : `${key}: ${JSON.stringify(value)}`;
  const set = (node: Data): void => {
    if (value !== undefined) node[key] = structuredClone(value);
    else if (Array.isArray(node)) node.splice(Number(key), 1);
    else delete node[key];
  };
  return { ...changeAt(kind, file, pointer, what, set), pointer: pointer + toPointer([key]) };
}

/** A mutant that renames a key of the object at a pointer, which keeps its position. */
export function renameKey(kind: Kind, file: SpecFile, pointer: string, from: string, to: string): Mutant {
  const mutant = changeAt(kind, file, pointer, `${from} → ${to}`, (node: Data) => {
    const entries = Object.entries(node as Record<string, Data>);
    for (const key of Object.keys(node as object)) delete node[key];
    for (const [key, value] of entries) node[key === from ? to : key] = value;
  });
  return { ...mutant, pointer: pointer + toPointer([from]) };
}

import { posix } from "node:path";
import { isObject } from "../../../lib/is-object.ts";
import { closestWord } from "../../../lib/closest-word.ts";
import { refTarget, type Spec, walk } from "../../../bundle/spec-files.ts";
import type { Report, SpecRule } from "../rule.ts";

export const localRef: SpecRule = {
  id: "local-ref",
  description:
    "인터넷이 없는 곳에서도 같은 결과가 나와야 합니다. $ref는 spec 안에 있는 파일 하나 전체를 상대 경로로 가리키십시오.",
  check(spec, report) {
    const references = new Map<string, { to: string; pointer: string }[]>();
    for (const file of spec.openapiFiles) {
      references.set(file.path, []);
      walk(file, (node, pointer) => {
        if (!("$ref" in node)) return;
        const ref = node["$ref"];
        const place = { file: file.path, pointer: `${pointer}/$ref` };
        const problem = problemOf(spec, file.path, ref);
        if (problem !== undefined) report(place, `$ref ${String(ref)}: ${problem}`);
        else references.get(file.path)?.push({ to: refTarget(file.path, String(ref)).file, pointer: place.pointer });
      });
    }
    reportSourceReferences(spec, report);
    for (const { from, pointer, way } of circles(references))
      report(
        { file: from, pointer },
        `$ref가 자기 자신으로 돌아옵니다: ${way.join(" → ")}. 순환하는 $ref는 지원하지 않습니다. 한 곳의 $ref를 지우십시오.`,
      );
  },
};

function problemOf(spec: Spec, from: string, ref: unknown): string | undefined {
  if (typeof ref !== "string" || ref === "")
    return "파일을 가리키는 문자열이 아닙니다. ./로 시작하는 경로를 지정하십시오.";
  if (/^\w+:\/\//.test(ref))
    return "인터넷의 문서는 가져오지 않습니다. 파일을 spec 안에 두고 상대 경로로 가리키십시오.";
  const { file, pointer } = refTarget(from, ref);
  if (ref.includes("#") && (pointer !== "" || ref.startsWith("#")))
    return "파일의 일부를 가리킵니다. 그 부분을 파일 하나로 나누고 파일 전체를 가리키십시오.";
  if (spec.files.has(file)) {
    if (file.startsWith("source/")) return "source/의 파일은 OpenAPI가 아닙니다. 스키마나 예제의 파일을 가리키십시오.";
    return /^\.\.?\//.test(ref) ? undefined : `./나 ../로 시작하지 않습니다. ./${ref}처럼 지정하십시오.`;
  }
  const likely = likelyFile(spec, file);
  if (likely === undefined) return "가리키는 파일이 없습니다. 파일의 이름과 폴더를 확인하십시오.";
  const path = posix.relative(posix.dirname(from), likely);
  return `가리키는 파일이 없습니다. ${path.startsWith(".") ? path : `./${path}`}의 오타인지 확인하십시오.`;
}

/** The places that the document's tables and the errata register name are there. */
function reportSourceReferences(spec: Spec, report: Report): void {
  const list = (name: string, key: string): [string, unknown][] => {
    const entries = spec.files.get(`source/${name}`)?.data;
    return (Array.isArray(entries) ? entries : []).map((entry: unknown, index) => [
      `/${index}/${key}`,
      isObject(entry) ? entry[key] : undefined,
    ]);
  };
  for (const [pointer, schema] of list("fields.yaml", "schema")) {
    if (typeof schema !== "string" || spec.files.has(schema)) continue;
    report({ file: "source/fields.yaml", pointer }, `schema ${schema}: 파일이 없습니다.${likelyAdvice(spec, schema)}`);
  }
  for (const [pointer, places] of list("errata.yaml", "places")) {
    for (const [position, place] of (Array.isArray(places) ? places : []).entries()) {
      const at = isObject(place) ? place["at"] : undefined;
      if (typeof at !== "string") continue;
      const [file = "", inside = ""] = at.split("#");
      const problem = !spec.files.has(file)
        ? `파일이 없습니다.${likelyAdvice(spec, file)}`
        : spec.at({ file, pointer: inside }) === undefined
          ? `${spec.nameOf(file)}에 ${inside} 자리가 없습니다. 이름을 확인하십시오.`
          : undefined;
      if (problem !== undefined)
        report({ file: "source/errata.yaml", pointer: `${pointer}/${position}/at` }, `at ${at}: ${problem}`);
    }
  }
}

function likelyAdvice(spec: Spec, file: string): string {
  const likely = likelyFile(spec, file);
  return likely === undefined ? " 이름을 확인하십시오." : ` ${likely}의 오타인지 확인하십시오.`;
}

/** The file of that name in another folder, or the one whose path is closest. */
function likelyFile(spec: Spec, path: string): string | undefined {
  const paths = spec.openapiFiles.map((file) => file.path);
  const namesake = paths.filter((one) => posix.basename(one) === posix.basename(path));
  if (namesake.length === 1) return namesake[0];
  const neighbours = paths.filter((one) => posix.dirname(one) === posix.dirname(path));
  const name = closestWord(
    posix.basename(path),
    neighbours.map((one) => posix.basename(one)),
  );
  return name === undefined ? closestWord(path, paths) : posix.join(posix.dirname(path), name);
}

/** The references that close a circle of files, one for each circle. */
function circles(
  references: ReadonlyMap<string, readonly { to: string; pointer: string }[]>,
): { from: string; pointer: string; way: string[] }[] {
  const found: { from: string; pointer: string; way: string[] }[] = [];
  const done = new Set<string>();
  const follow = (from: string, around: readonly string[]): void => {
    if (done.has(from)) return;
    const way = [...around, from];
    for (const { to, pointer } of references.get(from) ?? []) {
      if (way.includes(to)) found.push({ from, pointer, way: [...way.slice(way.indexOf(to)), to] });
      else follow(to, way);
    }
    done.add(from);
  };
  for (const file of references.keys()) follow(file, []);
  return found;
}

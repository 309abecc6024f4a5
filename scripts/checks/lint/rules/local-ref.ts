import { posix } from "node:path";
import { refTarget, type Spec, walk } from "../../../bundle/spec-files.ts";
import { likelyFile } from "../references.ts";
import type { SpecRule } from "../rule.ts";

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

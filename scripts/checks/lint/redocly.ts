import { symlinkSync } from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";
import { UserError } from "../../lib/user-error.ts";
import { closestWord } from "../../lib/closest-word.ts";
import { inTemporaryFolder } from "../../lib/temporary-folder.ts";
import { pathFromFolder, root } from "../../lib/paths.ts";
import { redocly } from "../../bundle/redocly.ts";
import type { Finding } from "./finding.ts";
import { redoclyInKorean } from "./messages.ts";

interface RedoclyProblem {
  ruleId: string;
  message: string;
  suggest: string[];
  location: { source: { ref: string }; start?: { line: number }; pointer?: string }[];
}

/** Redocly's rules about the form of a document, without which its others, and ours, mean little. */
export function isAboutForm({ rule }: Finding): boolean {
  return rule === "redocly/struct" || rule === "redocly/no-unresolved-refs";
}

/**
 * Checks the structure of an OpenAPI document with Redocly and this repository's redocly.yaml.
 *
 * @param document path of the document, hand-written or bundled
 * @param base the folder that findings name files from
 * @throws {UserError} when Redocly itself fails
 */
export async function lintStructure(document: string, base = root): Promise<Finding[]> {
  if (!misread.test(dirname(document))) return lintAt(document, document, base);
  return inTemporaryFolder((folder) => {
    const link = join(folder, "document");
    symlinkSync(dirname(document), link, "junction");
    return lintAt(join(link, basename(document)), document, base);
  });
}

/** What Redocly takes in a path for a pattern or a fragment; it then looks through a link. */
const misread = /[#?*[\]{}()!%]/;

/** @param document where Redocly reads what stands at `original` */
async function lintAt(document: string, original: string, base: string): Promise<Finding[]> {
  const { exitCode, stdout } = await redocly("lint", document, "--format", "json", "--max-problems", "1000");
  const start = stdout.indexOf("{");
  // What it prints may quote the document.
  if (start === -1)
    throw new UserError(
      `redocly lint가 구조를 검사하지 못했습니다(종료 코드 ${exitCode}). ${pathFromFolder(base, original)} 문서를 다른 도구로도 읽을 수 있는지 확인하십시오.`,
    );
  const { problems } = JSON.parse(stdout.slice(start)) as { problems: RedoclyProblem[] };
  return withoutEchoes(problems).map(({ ruleId, message, suggest, location: [place] }) => {
    const [read = document, folder] = [place?.source.ref, dirname(document)];
    const path = isAbsolute(read) ? read : join(root, read);
    const real = path.startsWith(`${folder}/`) ? join(dirname(original), path.slice(folder.length)) : path;
    return {
      rule: `redocly/${ruleId}`,
      file: pathFromFolder(base, real),
      line: place?.start?.line ?? 1,
      message: redoclyInKorean(message, suggest).replaceAll(folder, dirname(original)).replaceAll(`${base}/`, ""),
      fix: "OpenAPI의 구조에 관한 규칙입니다. 문제에 있는 키와 값을 OpenAPI 3.1의 형식으로 고치십시오.",
    };
  });
}

/** Reports each mistake once: a misspelt key is not also missing, and an unreadable file is not also a bad reference. */
function withoutEchoes(problems: readonly RedoclyProblem[]): RedoclyProblem[] {
  const placeOf = ({ location: [place] }: RedoclyProblem): string => `${place?.source.ref}${place?.pointer}`;
  const unexpected = problems.flatMap((problem) => {
    const [, key] = /^Property `(.+)` is not expected here\.$/.exec(problem.message) ?? [];
    return key === undefined ? [] : [{ key, parent: placeOf(problem).replace(/\/[^/]*$/, "") }];
  });
  const unknown = problems.flatMap((problem) => {
    const [, key] = /must NOT have (?:additional|unevaluated) properties `(.+?)`/.exec(problem.message) ?? [];
    return key === undefined ? [] : [{ key, parent: placeOf(problem).replace(/\/[^/]*$/, "") }];
  });
  const unparsed = problems.flatMap(({ message }) => /^Failed to parse: (.*)$/s.exec(message)?.[1] ?? []);
  return problems.filter((problem) => {
    const [, absent] = /^The field `(.+)` must be present/.exec(problem.message) ?? [];
    if (absent !== undefined)
      return !unexpected.some(
        ({ key, parent }) => parent === placeOf(problem) && closestWord(key, [absent]) === absent,
      );
    const [, lacking] = /must have required property '(.+)'/.exec(problem.message) ?? [];
    if (lacking !== undefined)
      return !unknown.some(({ key, parent }) => parent === placeOf(problem) && closestWord(key, [lacking]) === lacking);
    return !unparsed.some((why) => problem.message === `Can't resolve $ref: ${why}`);
  });
}

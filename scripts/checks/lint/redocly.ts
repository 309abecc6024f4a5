import { isAbsolute, join, relative } from "node:path";
import { UserError } from "../../lib/user-error.ts";
import { root } from "../../lib/paths.ts";
import { redocly } from "../../bundle/redocly.ts";
import type { Finding } from "./finding.ts";

interface RedoclyProblem {
  ruleId: string;
  message: string;
  location: { source: { ref: string }; start?: { line: number }; pointer?: string }[];
}

/**
 * Checks the structure of an OpenAPI document with Redocly and this repository's redocly.yaml.
 *
 * @param document path of the document, hand-written or bundled
 * @param base the folder that findings name files from
 * @throws {UserError} when Redocly itself fails
 */
export async function lintStructure(document: string, base = root): Promise<Finding[]> {
  const { exitCode, stdout, stderr } = await redocly("lint", document, "--format", "json", "--max-problems", "1000");
  const start = stdout.indexOf("{");
  if (start === -1) throw new UserError(`redocly lint가 ${exitCode}로 끝났습니다.\n${stderr.trim()}`);
  const { problems } = JSON.parse(stdout.slice(start)) as { problems: RedoclyProblem[] };
  return problems.map(({ ruleId, message, location: [place] }) => {
    const ref = place?.source.ref ?? document;
    return {
      rule: `redocly/${ruleId}`,
      file: relative(base, isAbsolute(ref) ? ref : join(root, ref)),
      line: place?.start?.line ?? 1,
      message,
      cure: "OpenAPI의 구조에 관한 규칙입니다. Redocly의 설명대로 고치십시오.",
    };
  });
}

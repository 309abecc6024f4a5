import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withObject } from "../../client/particles.ts";
import type { Finding } from "../lint/finding.ts";
import { readGlossary, type Term } from "./glossary.ts";
import { wrongParticles } from "./particles.ts";
import { filesToRead } from "./passages.ts";

const glossaryFile = "CONTRIBUTING.md";
const wordFix = `한 가지를 한 낱말로 부릅니다. 쓰는 말과 쓰지 않는 말은 ${glossaryFile}의 용어에 있습니다.`;
const particleFix = "조사는 앞말의 받침에 맞추고, 두 가지를 함께 보여 주지 않습니다.";

/** A place in a text and what is wrong there. */
type Hit = Pick<Finding, "rule" | "message" | "fix"> & { index: number };

/**
 * Finds what users read that is not in the words of the glossary, and particles that are wrong.
 *
 * @param dir a repository's folder, whose CONTRIBUTING.md has the glossary
 */
export async function lintWords(dir: string): Promise<Finding[]> {
  const terms = readGlossary(readFileSync(join(dir, glossaryFile), "utf8"));
  const findings: Finding[] = [];
  for (const { name: file, text, passages } of filesToRead(dir)) {
    if (hitsIn(text, terms).length === 0) continue;
    for (const passage of await passages())
      for (const { index, ...hit } of hitsIn(passage.text, terms))
        findings.push({ ...hit, file, line: text.slice(0, passage.start + index).split("\n").length });
  }
  return findings;
}

function hitsIn(text: string, terms: readonly Term[]): Hit[] {
  return [
    ...terms.flatMap(({ use, banned }) =>
      [...text.matchAll(banned)].map(({ index, 0: found }) => ({
        index,
        rule: "word",
        message: `"${found}" 대신 ${withObject(`"${use}"`)} 사용하십시오.`,
        fix: wordFix,
      })),
    ),
    ...wrongParticles(text).map(({ index, found, advice }) => ({
      index,
      rule: "particle",
      message: `"${found}": ${advice}`,
      fix: particleFix,
    })),
  ];
}

import { isDeepStrictEqual } from "node:util";
import { bundle } from "../bundle/bundle.ts";
import { readArgs, runCommand } from "./command-line.ts";
import { UserError } from "../lib/user-error.ts";
import { specDir } from "../lib/paths.ts";
import { loadSpec, type Spec } from "../bundle/spec-files.ts";
import { assemble } from "../checks/mutation/assemble.ts";
import { findEquivalents, loadEquivalents, refuseNoticed } from "../checks/mutation/equivalents.ts";
import { openJudge } from "../checks/mutation/judge.ts";
import { kinds } from "../checks/mutation/mutant.ts";
import { mutantsOf } from "../checks/mutation/mutants.ts";
import { formatReport, type Outcome, scoreOf } from "../checks/mutation/report.ts";
import { judgeAll } from "../checks/mutation/run.ts";

const usage = `사용법: npm run test:mutation [-- --kind KIND]

명세를 한 곳씩 바꾸어 보고, 그때마다 계약 검사(npm run lint와 tests/checks/contract의 검사)가 알아채는지 셉니다.
아무 검사도 알아채지 못한 변경의 자리를 표시하며, 하나라도 있으면 종료 코드 1로 끝납니다.
  --kind KIND   한 종류만 실행합니다: ${Object.keys(kinds).join(", ")}`;

await runCommand(async () => {
  const { kind } = readArgs(usage, { kind: { type: "string" } });
  if (kind !== undefined && !Object.hasOwn(kinds, kind))
    throw new UserError(`--kind ${kind}: 없는 종류입니다.\n\n${usage}`);
  const started = performance.now();
  const spec = loadSpec(specDir);
  const mutants = mutantsOf(spec);
  const equivalents = findEquivalents(loadEquivalents(), mutants);
  await checkUnchanged(spec);
  const indices = mutants.flatMap((mutant, index) => (kind === undefined || mutant.kind === kind ? [index] : []));
  console.error(`변이 ${indices.length}개를 판정합니다.`);
  const killers = new Map<number, string | undefined>();
  await judgeAll(specDir, indices, ({ index, killer }) => {
    killers.set(index, killer);
    if (killers.size % 500 === 0)
      console.error(`  ${killers.size}/${indices.length}  ${((performance.now() - started) / 1000).toFixed(0)}초`);
  });
  const outcomes = indices.map((index): Outcome => ({
    mutant: mutants[index]!,
    killer: killers.get(index),
    equivalent: equivalents.get(index),
  }));
  refuseNoticed(outcomes);
  console.log(formatReport(spec, outcomes, (performance.now() - started) / 1000));
  const { killed, total } = scoreOf(outcomes);
  return killed === total ? 0 : 1;
});

/** Makes sure that verdicts mean something: the spec as it is passes, and is bundled here as `npm run generate` does it. */
async function checkUnchanged(spec: Spec): Promise<void> {
  const { judge, close } = await openJudge();
  try {
    const [killer, api] = await Promise.all([judge(spec), bundle(specDir)]);
    if (killer !== undefined)
      throw new UserError(`바꾸지 않은 명세에서 ${killer} 검사가 문제를 찾았습니다. npm test를 먼저 통과시키십시오.`);
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(assemble(spec))), api))
      throw new Error("assemble() and Redocly bundle this spec differently");
  } finally {
    close();
  }
}

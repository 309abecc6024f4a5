import { availableParallelism } from "node:os";
import { type Call, npmScript, readArgs, runCommand } from "./command-line.ts";
import { readBundle } from "../bundle/bundle-file.ts";
import { wholeNumber } from "../lib/option-values.ts";
import { bundleFile } from "../lib/paths.ts";
import { splitInto, inWorkers } from "../checks/workers.ts";
import type { Chunk, Disagreement, Outcome } from "../checks/differential/cases.ts";
import { openCommitted } from "../checks/differential/committed.ts";
import { checkKnown, loadKnown } from "../checks/differential/known.ts";
import { compareChoices, type OtherChoice } from "../checks/differential/choices.ts";
import { print, printError } from "../lib/print.ts";

/** Cases that one seed makes. Each chunk can be run again by itself. */
const chunkSize = 1000;

const usage = `사용법: npm run test:differential [-- --cases N --seed S]

모든 오퍼레이션의 요청과 응답 본문을 명세에서 만들어 세 구현의 판정이 같은지 확인합니다: 생성된 검증기(없는 본문은 Ajv), 독립된
JSON Schema 2020-12 구현(Hyperjump), HTTP로 호출하는 Prism(요청은 mock, 응답은 proxy). 판정이 다르면 가장 작은 본문을 표시합니다.
샌드박스가 선택하는 응답이 Prism의 선택과 같은지도 모든 오퍼레이션, 상태 코드, 예제, Accept 헤더에 대해 확인합니다.
  --cases N   본문의 수입니다. 기본값은 2000입니다.
  --seed S    본문을 만드는 시드입니다. 같은 수로는 같은 본문을 만듭니다. 기본값은 1입니다.

종료 코드: 0 정상, 1 불일치 발견, 2 실행 실패`;

/** Compares what three implementations say of bodies made of the spec. */
export async function differential(call: Call): Promise<number> {
  const args = readArgs(
    usage,
    { cases: { type: "string", default: "2000" }, seed: { type: "string", default: "1" } },
    call.args,
  );
  const cases = wholeNumber("--cases", args.cases, 1, 99_999_999);
  const seed = wholeNumber("--seed", args.seed, 1, 99_999_999);
  const started = performance.now();
  const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(0)}초`;
  const known = loadKnown();
  await validateKnown(known);
  const { choices, others } = await compareChoices(await readBundle(bundleFile));
  const chunks = Array.from({ length: Math.ceil(cases / chunkSize) }, (_, index): Chunk => ({
    seed: seed + index,
    cases: Math.min(chunkSize, cases - index * chunkSize),
  }));
  const totals = { valid: 0, invalid: 0, chunks: 0 };
  const disagreements: Disagreement[] = [];
  printError(`본문 ${cases}개를 판정합니다.`);
  await inWorkers(
    new URL("../checks/differential/worker.ts", import.meta.url),
    splitInto(chunks, availableParallelism()),
    ({ valid, invalid, disagreement }: Outcome) => {
      totals.valid += valid;
      totals.invalid += invalid;
      totals.chunks += 1;
      if (disagreement !== undefined) disagreements.push(disagreement);
      if (totals.chunks % 5 === 0)
        printError(`  ${totals.chunks * chunkSize}/${cases}  불일치 ${disagreements.length}건  ${seconds()}`);
    },
  );
  for (const one of disagreements) print(`${format(one)}\n`);
  for (const one of others) print(`${formatChoice(one)}\n`);
  print(`유효 ${totals.valid}개, 무효 ${totals.invalid}개, 알려진 차이 ${known.length}건, ${seconds()}`);
  print(`응답 선택 ${choices}개, 그 가운데 Prism과 다른 선택 ${others.length}개`);
  print(`disagreements: ${disagreements.length} (${cases} cases, seed ${seed})`);
  return disagreements.length + others.length === 0 ? 0 : 1;
}

async function validateKnown(known: ReturnType<typeof loadKnown>): Promise<void> {
  const { implementations } = await openCommitted();
  try {
    await checkKnown(implementations, known);
  } finally {
    await implementations.close();
  }
}

function format({ target, text, verdicts, seed, cases }: Disagreement): string {
  return [
    `불일치: ${target}`,
    ...Object.entries(verdicts).map(([implementation, verdict]) => `  ${implementation.padEnd(12)}${verdict}`),
    `  본문        ${text.length > 2000 ? `${text.slice(0, 2000)}… (${text.length}자)` : text}`,
    `  다시 실행   npm run test:differential -- --seed ${seed} --cases ${cases}`,
  ].join("\n");
}

function formatChoice({ operationId, choice, sandbox, prism }: OtherChoice): string {
  return [
    `응답 선택이 다릅니다: ${operationId} ${JSON.stringify(choice)}`,
    `  샌드박스  ${sandbox.slice(0, 2000)}`,
    `  Prism     ${prism.slice(0, 2000)}`,
  ].join("\n");
}

if (import.meta.main) await runCommand(() => differential(npmScript("npm run test:differential --")));

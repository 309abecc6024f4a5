import { relative } from "node:path";
import { npmScript, readArgs, runCommand } from "./command-line.ts";
import { inTemporaryFolder } from "../lib/temporary-folder.ts";
import { oneOf } from "../lib/option-values.ts";
import { pathFromHere, root } from "../lib/paths.ts";
import { replaceFiles } from "../lib/write-files.ts";
import { type GroupName, groupNames, groups } from "../bench/groups.ts";
import { peerVersion, requirePeers } from "../bench/peers.ts";
import { benchmarks, goalTable, section, summary } from "../bench/report.ts";
import { benchmarksFile, machine, readResults, type Results, resultsFile, writeResults } from "../bench/results.ts";
import { newRun } from "../bench/run.ts";
import { print, printError } from "../lib/print.ts";

const usage = `사용법: npm run bench [-- --only 묶음 --quick]

같은 일을 하는 비교 대상과 번갈아 재고 표를 표시합니다. 잰 값은 ${pathFromHere(resultsFile)}에, 문서는 ${pathFromHere(benchmarksFile)}에 씁니다.
  --only 묶음   이 묶음만 다시 재고 다른 묶음은 전에 잰 값을 둡니다: ${groupNames.join(", ")}
  --quick       라운드를 줄이고 오퍼레이션 100개까지만 잽니다. 결과를 표시만 하고 파일에 쓰지 않습니다.

값은 기기에 따라 다르므로 비율만 비교하십시오. 다른 일을 하지 않는 기기에서 실행하십시오. 전부 재는 데 한 시간 안팎이 걸립니다.
비교 대상은 처음 한 번 npm ci --prefix scripts/bench --ignore-scripts로 설치합니다.
종료 코드: 0 정상(목표에 미달해도 0), 2 실행 실패`;

await runCommand(async () => {
  const { only, quick } = readArgs(
    usage,
    { only: { type: "string" }, quick: { type: "boolean", default: false } },
    npmScript("npm run bench --").args,
  );
  const chosen: readonly GroupName[] = only === undefined ? groupNames : [oneOf("--only", only, groupNames)];
  requirePeers();
  const results: Results = quick ? {} : readResults();
  await inTemporaryFolder(async (dir) => {
    const run = newRun(dir, quick, (what) => printError(`bench: ${what}`));
    for (const name of chosen) {
      const { peers, measure } = groups[name];
      const versions = Object.fromEntries(peers.map((peer) => [peer, peerVersion(peer)]));
      results[name] = { machine: machine(), peers: versions, ...(await measure(run)) };
      print(`${section(name, results).join("\n\n")}\n`);
      // What was measured is kept if a later group fails.
      if (!quick) await writeResults(results);
    }
  });
  print(`${goalTable(results)}\n\n${summary(results)}`);
  if (!quick) {
    // The file holds rounded figures.
    await replaceFiles(root, new Map([[relative(root, benchmarksFile), benchmarks(readResults())]]));
    print(`쓴 파일: ${pathFromHere(benchmarksFile)}, ${pathFromHere(resultsFile)}`);
  }
});

import { readArgs, runCommand } from "./command-line.ts";
import { commandTimes } from "../bench/commands.ts";
import { serverFigures } from "../bench/servers/throughput.ts";
import type { Figure } from "../bench/figure.ts";
import { requirePeers } from "../bench/peers.ts";
import { bundleSizes } from "../bench/sizes.ts";
import { coldStarts, validationTimes } from "../bench/validation.ts";

const usage = `사용법: npm run bench

클라이언트의 크기, 요청 검증의 속도, 명령의 실행 시간, 샌드박스의 처리량을 한 번에 재고 비교 대상과의 비율을 표시합니다.
값은 기기에 따라 다르므로 비율만 비교하십시오.
비교 대상은 처음 한 번 npm ci --prefix scripts/bench --ignore-scripts로 설치합니다.`;

await runCommand(async () => {
  readArgs(usage, {});
  requirePeers();
  print("브라우저 번들, min+gzip(바이트)", await bundleSizes());
  print("요청 하나의 검증(나노초, 중앙값)", await validationTimes());
  print("검증기를 불러 처음 검증할 때까지(밀리초, 새 프로세스, 중앙값)", await coldStarts());
  print("명령의 실행 시간(밀리초, 중앙값)", await commandTimes());
  await printServers();
});

async function printServers(): Promise<void> {
  console.log("\n오퍼레이션 수에 따른 서버(연결 32개, 3초)");
  console.log("  오퍼레이션  열림(ms)  첫 응답(ms)  요청/초  p99(ms)  node:http에 대한 비율");
  const figures = await serverFigures();
  for (const { name, operations, listening, firstAnswer, requestsPerSecond, p99 } of figures) {
    const bare = figures.findLast((one) => one.operations === operations)?.requestsPerSecond ?? Number.NaN;
    const cells = [
      operations,
      listening.toFixed(0),
      firstAnswer.toFixed(0),
      requestsPerSecond.toFixed(0),
      p99.toFixed(1),
      (requestsPerSecond / bare).toFixed(3),
    ];
    console.log(`  ${cells.map((cell) => String(cell).padStart(9)).join(" ")}  ${name}`);
  }
}

function print(title: string, figures: Figure[]): void {
  const [own] = figures;
  console.log(`\n${title}`);
  for (const { name, value } of figures) {
    console.log(
      `  ${value.toFixed(value < 100 ? 1 : 0).padStart(8)}  ${`× ${(value / (own?.value ?? 1)).toFixed(2)}`.padEnd(9)}  ${name}`,
    );
  }
}

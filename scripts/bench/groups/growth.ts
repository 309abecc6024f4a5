import { join } from "node:path";
import type { Group } from "../group.ts";
import { type Contender, interleaved, joined } from "../interleave.ts";
import type { Findings } from "../measurement.ts";
import { contentOf, emptied, type Run, sizesOf } from "../run.ts";
import { timed } from "../run-process.ts";
import { makeServed, open, sandbox } from "../servers/open.ts";

/** The platforms on which growth is measured; beyond the first, whose cost counts as fixed. */
export const growthSizes = [10, 100, 300, 1000] as const;

/** Our commands on ever larger platforms. */
export const growth: Group = {
  title: "오퍼레이션 수에 따른 증가",
  about: `우리 명령을 오퍼레이션 ${growthSizes.join(", ")}개의 명세에서 실행합니다. diff는 길이 하나가 다른 커밋과, release:check는 버전만 다른 배포와 비교하고, 샌드박스는 첫 응답을 보내고 끝날 때까지입니다. 지수는 오퍼레이션이 ${growthSizes[0]}개일 때의 값을 고정 비용으로 빼고 남은 값을 늘어난 오퍼레이션 수와 로그로 견준 기울기(최소제곱)이며 1이면 정비례입니다. 시간의 지수는 다른 일의 영향을 덜 받는 CPU 시간으로 구합니다. '하나에'는 늘어난 오퍼레이션 하나에 늘어난 바이트입니다.`,
  metrics: {
    wall: { label: "시간", unit: "s" },
    cpu: { label: "CPU", unit: "s" },
    peak: { label: "최고 메모리", unit: "MB" },
    bytes: { label: "쓴 양", unit: "KB" },
  },
  peers: [],
  measure: async (run) => {
    const all: Findings[] = [];
    for (const operations of sizesOf(run, growthSizes)) {
      run.tell(`growth: 오퍼레이션 ${operations}개`);
      const contenders = await contendersOf(run, operations);
      all.push(await interleaved(contenders, run.quick || operations > 100 ? 1 : 3, operations));
    }
    return joined(all);
  },
};

async function contendersOf(run: Run, operations: number): Promise<Contender[]> {
  const cwd = await run.project(operations);
  const served = await makeServed(run, operations);
  const checking = (subject: string, file: string, args: string[] = [], accepts = [0]): Contender => ({
    subject,
    measure: () => timed({ cwd, args: [`scripts/cli/${file}.ts`, ...args], accepts }),
  });
  const writing = (subject: string, file: string): Contender => ({
    subject,
    measure: async () => {
      const out = emptied(join(run.dir, "growth"));
      const used = await timed({ cwd, args: [`scripts/cli/${file}.ts`, "--out", out] });
      return { ...used, bytes: contentOf(out).bytes / 1000 };
    },
  });
  return [
    writing("generate", "generate"),
    checking("lint", "lint"),
    // A difference that breaks has no line in the CHANGELOG.
    checking("diff", "diff", ["HEAD"], [0, 1]),
    checking("release:check", "release", ["--check"]),
    writing("docs", "docs"),
    writing("package", "package"),
    {
      subject: "샌드박스의 첫 응답",
      measure: async () => {
        const { process, first } = await open(sandbox, served);
        return { wall: first / 1000, ...(await process.end("SIGTERM")) };
      },
    },
  ];
}

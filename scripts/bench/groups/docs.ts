import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { join } from "node:path";
import type { Group } from "../group.ts";
import { interleaved, joined } from "../interleave.ts";
import { type Findings, own } from "../measurement.ts";
import { ofProject } from "../peers.ts";
import { contentOf, emptied, roundsOf, sizesOf } from "../run.ts";
import { type Command, timed } from "../run-process.ts";

/** Making pages to read. */
export const docs: Group = {
  title: "문서 사이트",
  about:
    "새 프로세스에서 빈 폴더에 사이트를 쓰고 끝날 때까지 쟀습니다. 우리는 npm run docs -- --out DIR이고 비교 대상은 redocly build-docs입니다. 우리 사이트는 인터넷 없이 열리지만 build-docs의 페이지는 Redoc 스크립트를 인터넷에서 가져오므로 그 크기가 들어 있지 않습니다. '가장 큰 페이지'는 HTML 파일 하나를 gzip(9)한 크기입니다.",
  metrics: {
    wall: { label: "시간", unit: "s" },
    cpu: { label: "CPU", unit: "s" },
    peak: { label: "최고 메모리", unit: "MB" },
    bytes: { label: "쓴 양", unit: "KB" },
    files: { label: "파일", unit: "개" },
    largest: { label: "가장 큰 페이지", unit: "KB gz" },
  },
  peers: ["@redocly/cli"],
  measure: async (run) => {
    const all: Findings[] = [];
    for (const operations of sizesOf(run, [1, 100, 1000])) {
      run.tell(`docs: 오퍼레이션 ${operations}개`);
      const project = await run.project(operations);
      const bundle = join(project, "generated/openapi.json");
      const subjects: [string, (out: string) => Command][] = [
        [own, (out) => ({ cwd: project, args: ["scripts/cli/docs.ts", "--out", out] })],
        [
          "Redocly build-docs",
          (out) => ({
            cwd: out,
            args: [ofProject("@redocly/cli/bin/cli.js"), "build-docs", bundle, "-o", "index.html"],
          }),
        ],
      ];
      const contenders = subjects.map(([subject, command]) => ({
        subject,
        measure: async () => {
          const out = emptied(join(run.dir, "docs"));
          const used = await timed(command(out));
          const { bytes, files } = contentOf(out);
          return { ...used, bytes: bytes / 1000, files, largest: largestPage(out) };
        },
      }));
      all.push(await interleaved(contenders, roundsOf(run, operations), operations));
    }
    return joined(all);
  },
};

/** Kilobytes of the largest page, gzipped. */
function largestPage(dir: string): number {
  const pages = readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
  return Math.max(...pages.map((file) => gzipSync(readFileSync(join(dir, file)), { level: 9 }).length)) / 1000;
}

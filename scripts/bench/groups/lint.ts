import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Group } from "../group.ts";
import { interleaved, joined } from "../interleave.ts";
import { type Findings, own } from "../measurement.ts";
import { ofPeer, ofProject } from "../peers.ts";
import { emptied, roundsOf, sizesOf } from "../run.ts";
import { limitSeconds, timed } from "../run-process.ts";

/** Spectral with its own rules for OpenAPI, the peer of the goal. */
export const spectral = "Spectral(spectral:oas)";

/** Checking one description. */
export const lint: Group = {
  title: "lint",
  about: `새 프로세스에서 검사를 마칠 때까지 쟀습니다. 우리는 npm run lint로 YAML 명세와 원문, 묶은 문서를 함께 검사하고(Redocly와 Spectral의 규칙도 그 안에 있습니다), 비교 대상은 묶은 openapi.json만 검사합니다. 문제를 찾아 종료 코드가 1인 것도 마친 것입니다. ${limitSeconds}초를 넘긴 것은 멈추었습니다.`,
  metrics: {
    wall: { label: "시간", unit: "s" },
    cpu: { label: "CPU", unit: "s" },
    peak: { label: "최고 메모리", unit: "MB" },
  },
  peers: ["@stoplight/spectral-cli", "@redocly/cli"],
  measure: async (run) => {
    const all: Findings[] = [];
    for (const operations of sizesOf(run, [1, 100, 1000])) {
      run.tell(`lint: 오퍼레이션 ${operations}개`);
      const project = await run.project(operations);
      const bundle = join(project, "generated/openapi.json");
      const cwd = emptied(join(run.dir, "lint"));
      writeFileSync(join(cwd, "oas.yaml"), "extends: ['spectral:oas']\n");
      const accepts = [0, 1];
      const commands = [
        { subject: own, command: { cwd: project, args: ["scripts/cli/lint.ts"] } },
        {
          subject: spectral,
          command: {
            cwd,
            accepts,
            args: [ofPeer("@stoplight/spectral-cli/dist/index.js"), "lint", bundle, "--ruleset", "oas.yaml"],
          },
        },
        {
          subject: "Redocly lint(recommended)",
          command: {
            cwd,
            accepts,
            args: [ofProject("@redocly/cli/bin/cli.js"), "lint", bundle, "--extends", "recommended"],
          },
        },
      ];
      const contenders = commands.map(({ subject, command }) => ({ subject, measure: () => timed(command) }));
      all.push(await interleaved(contenders, roundsOf(run, operations), operations));
    }
    return joined(all);
  },
};

import { generateWith, generators } from "../generators.ts";
import type { Group } from "../group.ts";
import { interleaved, joined } from "../interleave.ts";
import type { Findings } from "../measurement.ts";
import { limitSeconds } from "../run-process.ts";
import { contentOf, roundsOf, sizesOf } from "../run.ts";

/** Generating types, client and validators from one document. */
export const generate: Group = {
  title: "생성",
  about: `새 프로세스에서 빈 폴더에 쓰고 끝날 때까지 쟀습니다. 우리는 npm run generate -- --out DIR로 YAML 명세를 묶는 일부터 하고, 비교 대상은 우리가 묶은 openapi.json을 읽습니다. openapi-typescript는 타입만 만들고 나머지는 타입, 클라이언트, 검증기를 만듭니다. 메모리는 명령이 띄운 Node 프로세스의 최고 상주 메모리를 더한 값입니다. ${limitSeconds}초를 넘긴 것은 멈추고, 한 번에 60초를 넘긴 것은 한 번만 쟀습니다. kubb의 명령은 레지스트리에서 새 버전을 확인하므로 같은 일을 하는 @kubb/core의 build로 쟀습니다.`,
  metrics: {
    wall: { label: "시간", unit: "s" },
    cpu: { label: "CPU", unit: "s" },
    peak: { label: "최고 메모리", unit: "MB" },
    bytes: { label: "쓴 양", unit: "KB" },
    files: { label: "파일", unit: "개" },
  },
  peers: ["@hey-api/openapi-ts", "orval", "@kubb/core", "@kubb/plugin-zod", "zod", "openapi-typescript"],
  measure: async (run) => {
    const all: Findings[] = [];
    for (const operations of sizesOf(run, [1, 100, 1000])) {
      run.tell(`generate: 오퍼레이션 ${operations}개`);
      const contenders = generators.map((generator) => ({
        subject: generator.subject,
        measure: async () => {
          const { out, wall, cpu, peak } = await generateWith(run, generator, operations);
          const { bytes, files } = contentOf(out);
          return { wall, cpu, peak, bytes: bytes / 1000, files };
        },
      }));
      all.push(await interleaved(contenders, roundsOf(run, operations), operations));
    }
    return joined(all);
  },
};

import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { build } from "esbuild";
import { appOf } from "../app.ts";
import { generatedBy } from "../generators.ts";
import type { Group } from "../group.ts";
import { interleaved, joined } from "../interleave.ts";
import { type Findings, own } from "../measurement.ts";
import { ofPeer } from "../peers.ts";

/** The row of a program with all operations. */
export const wholeClient = `${own}(createWooriClient, 모든 오퍼레이션)`;

const use = "globalThis.result =";
const input = "globalThis.input";

/** A program that calls the loan operation by what a generator made, with its validation. */
const programs: Record<string, string> = {
  "hey-api + zod": `import { client } from "./client.gen.ts"; import { postCreditLoanBasicInfo } from "./sdk.gen.ts"; client.setConfig(globalThis.options); ${use} postCreditLoanBasicInfo(${input});`,
  "orval + zod": `import { postCreditLoanBasicInfo } from "./api.ts"; import { PostCreditLoanBasicInfoBody, PostCreditLoanBasicInfoResponse } from "./zod.ts"; ${use} postCreditLoanBasicInfo(PostCreditLoanBasicInfoBody.parse(${input}), globalThis.options).then(({ data }) => PostCreditLoanBasicInfoResponse.parse(data));`,
  "kubb + zod": `import { postCreditLoanBasicInfo } from "./clients/postCreditLoanBasicInfo.ts"; ${use} postCreditLoanBasicInfo(${input}, globalThis.options);`,
};

const ownPrograms: Record<string, string> = {
  [own]: `import { createWooriConnection, getCreditLoanBasicInfo } from "woori-openapi/operations"; ${use} getCreditLoanBasicInfo(createWooriConnection(globalThis.options), ${input});`,
  [wholeClient]: `import { createWooriClient } from "woori-openapi"; ${use} createWooriClient(globalThis.options).getCreditLoanBasicInfo(${input});`,
};

/** What a browser loads for a program. */
export const size: Group = {
  title: "클라이언트의 크기",
  about:
    "오퍼레이션 하나를 검증과 함께 호출하는 프로그램을 esbuild로 브라우저용으로 묶고(코드 분할, 압축) 파일마다 gzip(9)한 크기입니다. 우리 것은 npm run package로 만든 패키지를 설치해 묶었으므로 package.json의 imports(browser 조건)가 적용됩니다. '처음'은 실행에 필요한 파일, '나중'은 오류가 났을 때처럼 필요할 때 불러오는 파일입니다. 우리 것의 '처음'에는 요청과 응답의 검증, 설정의 검사, 은행의 거부를 읽는 코드가 들어 있고, 어긋난 항목의 설명, 전송 오류의 문장, 가리기, 오류 코드표는 '나중'에 있습니다.",
  metrics: { entry: { label: "처음", unit: "KB gz" }, late: { label: "나중", unit: "KB gz" } },
  peers: ["@hey-api/openapi-ts", "orval", "@kubb/core", "@kubb/plugin-zod", "zod", "esbuild"],
  measure: async (run) => {
    const all: Findings[] = [];
    for (const operations of run.quick ? [1, 100] : [1, 1000]) {
      run.tell(`size: 오퍼레이션 ${operations}개`);
      const contenders = [
        ...Object.entries(ownPrograms).map(([subject, program]) => ({
          subject,
          measure: async () => bundled(program, await appOf(run, operations)),
        })),
        ...Object.entries(programs).map(([subject, program]) => ({
          subject,
          measure: async () => bundled(program, await generatedBy(run, subject, operations)),
        })),
      ];
      all.push(await interleaved(contenders, 1, operations));
    }
    return joined(all);
  },
};

/** Kilobytes of a program's chunks: those that it starts with, and those that it may load later. */
async function bundled(contents: string, resolveDir: string): Promise<{ entry: number; late: number }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir, loader: "ts" },
    absWorkingDir: resolveDir,
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "browser",
    charset: "utf8",
    outdir: "out",
    metafile: true,
    write: false,
    nodePaths: [ofPeer("")],
  });
  const first = new Set<string>();
  const visit = (path: string): void => {
    if (first.has(path)) return;
    first.add(path);
    for (const { path: imported, kind } of metafile.outputs[path]?.imports ?? [])
      if (kind === "import-statement") visit(imported);
  };
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) if (entryPoint === "<stdin>") visit(path);
  const sizes = { entry: 0, late: 0 };
  for (const path of Object.keys(metafile.outputs)) {
    const file = outputFiles.find((one) => one.path === join(resolveDir, path));
    sizes[first.has(path) ? "entry" : "late"] += gzipSync(file?.contents ?? "", { level: 9 }).length / 1000;
  }
  return sizes;
}

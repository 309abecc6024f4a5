import type { Figure } from "./figure.ts";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { generatedDir } from "../lib/paths.ts";

const parts = {
  "모두: 호출 하나를 하는 프로그램": `import { createWooriClient } from "./client.ts"; const woori = createWooriClient(globalThis.options); globalThis.result = woori.getCreditLoanBasicInfo(globalThis.input);`,
  "openapi-fetch만(검증 없음)": `import createClient from "openapi-fetch"; globalThis.result = createClient(globalThis.options).POST("/p", globalThis.input);`,
  "컴파일된 검증기": `export * from "./validators.ts";`,
  "오류와 한국어 안내": `export * from "./runtime/errors.ts";`,
  "오류 코드표와 항목 이름": `import { contract } from "./contract.ts"; export const data = { ...contract, operations: {} };`,
};

/** Bytes of browser bundles, minified by esbuild and gzipped at level 9; the parts overlap, so they do not add up. */
export async function bundleSizes(): Promise<Figure[]> {
  return Promise.all(
    Object.entries(parts).map(async ([name, contents]) => {
      const { outputFiles } = await build({
        stdin: { contents, resolveDir: generatedDir, loader: "ts" },
        bundle: true,
        minify: true,
        format: "esm",
        platform: "browser",
        charset: "utf8",
        write: false,
      });
      return { name, value: gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length };
    }),
  );
}

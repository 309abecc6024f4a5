import { oneOf } from "../lib/option-values.ts";

/** The option's lines of a usage. */
export const importExtensionUsage = `  --import-extension ts|js
              파일이 서로를 import할 때의 확장자입니다. 기본값 ts는 Node 24와 번들러가 그대로 읽습니다. tsc가 TS5097 오류를 내는
              프로젝트에서는 js를 지정하면 "./client.js"처럼 import하며, 설정을 바꾸지 않아도 컴파일됩니다.`;

/** A relative import by the name of the TypeScript file. */
const relativeImport = /(\b(?:from|import\() ?"\.\.?\/[^"]+)\.ts"/g;

/** TypeScript or declarations whose imports name the compiled modules, as a compiler without further options wants it. */
export function withJavaScriptImports(text: string): string {
  return text.replaceAll(relativeImport, '$1.js"');
}

/**
 * Generated files with the imports that --import-extension asks for.
 *
 * @throws {UserError} for an extension that is none
 */
export function withImportExtension(files: ReadonlyMap<string, string>, extension: string): Map<string, string> {
  const isJs = oneOf("--import-extension", extension, ["ts", "js"]) === "js";
  return new Map(
    [...files].map(([file, text]) => [file, isJs && file.endsWith(".ts") ? withJavaScriptImports(text) : text]),
  );
}

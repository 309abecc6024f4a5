import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { isJson } from "../lib/is-json.ts";
import { UserError } from "../lib/user-error.ts";
import { refusal } from "./messages.ts";

/**
 * Parses generated files where they lie.
 *
 * @param folder of the files
 * @param files by path in the folder; those that are neither TypeScript nor JSON are passed over
 * @throws {UserError} naming file and line of what does not parse: the generator is wrong, whatever the spec says
 */
export function checkSyntax(folder: string, files: readonly string[]): void {
  const broken = files.flatMap((file) => {
    const problem = problemOf(file, () => readFileSync(join(folder, file), "utf8"));
    return problem === undefined ? [] : [`  ${problem}`];
  });
  if (broken.length > 0) throw new UserError(refusal.broken(broken));
}

function problemOf(file: string, read: () => string): string | undefined {
  if (file.endsWith(".json")) return isJson(read()) ? undefined : file;
  if (!file.endsWith(".ts")) return undefined;
  // Without parents and JSDoc, the parser takes half the time.
  const options = { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  const source = ts.createSourceFile(file, read(), options, false, ts.ScriptKind.TS);
  // A program gives them too, but keeps every tree.
  const [first] = (source as unknown as { parseDiagnostics: ts.DiagnosticWithLocation[] }).parseDiagnostics;
  if (first === undefined) return undefined;
  const { line } = ts.getLineAndCharacterOfPosition(source, first.start);
  return `${file}:${line + 1}  TS${first.code}`;
}

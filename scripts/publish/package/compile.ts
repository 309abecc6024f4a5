import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";
import { withJavaScriptImports } from "../../generate/import-extension.ts";
import { root } from "../../lib/paths.ts";

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
};

/**
 * TypeScript modules as JavaScript with their declarations: `client.ts` becomes `client.js` and `client.d.ts`. Types are
 * checked elsewhere, by npm run typecheck.
 *
 * @throws {Error} where an export has no type of its own to declare
 */
export function compile(modules: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...modules].flatMap(([file, text]): [string, string][] => [
      [
        file.replace(/ts$/, "js"),
        withJavaScriptImports(ts.transpileModule(text, { fileName: file, compilerOptions }).outputText),
      ],
      [file.replace(/ts$/, "d.ts"), declaration(file, text)],
    ]),
  );
}

/**
 * The declarations that a module of scripts/ and those it refers to are made of.
 *
 * @param module path in scripts/; so are the names of the declarations
 */
export function declarationsOf(module: string, found = new Map<string, string>()): Map<string, string> {
  const text = declaration(module, readFileSync(join(root, "scripts", module), "utf8"));
  found.set(module.replace(/ts$/, "d.ts"), text);
  for (const [, name = ""] of text.matchAll(/\bfrom "(\.\.?\/[^"]+)\.js"/g)) {
    const other = posix.join(posix.dirname(module), name);
    if (!found.has(`${other}.d.ts`)) declarationsOf(`${other}.ts`, found);
  }
  return found;
}

function declaration(file: string, text: string): string {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(text, {
    fileName: file,
    compilerOptions,
    reportDiagnostics: true,
  });
  if (diagnostics.length > 0)
    throw new Error(
      ts.formatDiagnostics(diagnostics, {
        getCurrentDirectory: () => root,
        getCanonicalFileName: (name) => name,
        getNewLine: () => "\n",
      }),
    );
  return withJavaScriptImports(withHangul(outputText));
}

/** TypeScript declares the value of a constant with its Hangul syllables escaped; readers of an editor see the declaration. */
function withHangul(text: string): string {
  return text.replaceAll(/\\u(A[C-F]..|[BC]...|D[0-7]..)/g, (escape, code: string) => {
    const syllable = String.fromCharCode(parseInt(code, 16));
    return /[\uAC00-\uD7A3]/.test(syllable) ? syllable : escape;
  });
}

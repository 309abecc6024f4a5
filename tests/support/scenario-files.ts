import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { startSandbox } from "../../scripts/docs/sandbox.ts";
import { successBody } from "./client.ts";
import { callLoan } from "./loan.ts";
import { temporaryFolder } from "./project.ts";

/** A file of one scenario that answers with an amount. */
export const scenario = (name: string, amount: string): string => `scenarios:
  - name: ${name}
    operation: getCreditLoanBasicInfo
    response: { change: { dataBody: { LN_AVL_AM: "${amount}" } } }
`;

/** The amount that the loan operation answers. */
export const amountAt = async (url: string, headers = {}): Promise<unknown> =>
  ((await callLoan(url, { headers })).json() as ReturnType<typeof successBody>).dataBody["LN_AVL_AM"];

/** The amount of the spec's example. */
export const usual = successBody().dataBody["LN_AVL_AM"];

/** A folder with files by name. */
export function folderWith(files: Record<string, string>): string {
  const dir = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(dir, name, ".."), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return dir;
}

/** A sandbox with the files of a folder, and what was told of them. */
export async function opened(scenarios: string): Promise<{ url: string; problems: string[] }> {
  const problems: string[] = [];
  const sandbox = await startSandbox({
    scenarios,
    onScenarios: (read) => problems.push(...read.problems, ...read.notes),
  });
  onTestFinished(() => sandbox.close());
  return { url: sandbox.url, problems };
}

import { type OpenApi, operationsOf } from "../../bundle/openapi.ts";
import type { Choice, ChosenAnswer } from "../../sandbox/choice.ts";
import { Chooser } from "../../sandbox/chooser.ts";
import { PrismChooser } from "../../sandbox/prism-chooser.ts";
import { type CheckedOperation, OperationTable } from "../../server/checked-operation.ts";

/** A choice on which the sandbox's chooser and Prism differ. */
export interface OtherChoice {
  operationId: string;
  choice: Choice;
  sandbox: string;
  prism: string;
}

/** Accept headers (RFC 9110, 12.5.1) that clients send, and some that none should. */
const accepts = [
  undefined,
  "",
  "*/*",
  "application/json",
  "text/html",
  "application/json, text/plain, */*",
  "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
  "text/*;q=0.4, application/*;q=0.4",
  "*/*;q=0.1, text/html;q=0",
  "application/json;q=0, text/html",
  "TEXT/HTML, APPLICATION/JSON;q=1.000",
  "application/*;q=0.9, application/json;q=0.1, text/html;q=0.5",
  "text/html, application/json, text/html",
  "application/xml",
  "*/*;q=0",
  "a/b;c=d, text/html;level=1",
  "garbage, /, ;q=1",
];

/** The choices that can be asked of an operation: every status and one it lacks, every example and one it lacks. */
function choicesOf(operation: CheckedOperation, moreAccepts: readonly string[]): Choice[] {
  const statuses = [...Object.keys(operation.operation.responses).map(Number), 418];
  const names = new Set(
    statuses.flatMap((status) =>
      Object.values(operation.responseTypes(status) ?? {}).flatMap(({ examples = {} }) => Object.keys(examples)),
    ),
  );
  return statuses.flatMap((status) =>
    [undefined, ...names, "noSuchExample"].flatMap((example) =>
      [...accepts, ...moreAccepts].map((accept) => ({ status, example, accept })),
    ),
  );
}

/**
 * Asks the sandbox's chooser and Prism for every answer of every operation.
 *
 * @param moreAccepts further Accept headers to ask with
 * @returns how many choices were made, and those on which the two differ
 */
export async function compareChoices(
  api: OpenApi,
  moreAccepts: readonly string[] = [],
): Promise<{ choices: number; others: OtherChoice[] }> {
  const table = new OperationTable(api);
  const [chooser, prismChooser] = [new Chooser(api), new PrismChooser(api)];
  const others: OtherChoice[] = [];
  let choices = 0;
  for (const { path, method, operation } of operationsOf(api)) {
    const checked = table.at(path)?.methods.get(method.toUpperCase());
    if (checked === undefined) continue;
    for (const choice of choicesOf(checked, moreAccepts)) {
      choices += 1;
      const [sandbox, prism] = await Promise.all([
        told(() => chooser.choose(checked, choice)),
        told(() => prismChooser.choose(checked, choice)),
      ]);
      if (sandbox !== prism) others.push({ operationId: operation.operationId, choice, sandbox, prism });
    }
  }
  return { choices, others };
}

/** An answer as text that can be compared; one that is refused is one, too. */
async function told(choose: () => ChosenAnswer | Promise<ChosenAnswer>): Promise<string> {
  try {
    return JSON.stringify(await choose());
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
}

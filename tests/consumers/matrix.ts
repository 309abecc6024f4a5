import type { Reporter, TestCase, TestModule } from "vitest/node";

/**
 * Prints, for each describe block, a table of what its tests found. A test's name is "row · column"; a note that it made
 * stands in its cell.
 */
export class MatrixReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const byFile = modules.toSorted((a, b) => a.moduleId.localeCompare(b.moduleId));
    for (const module of byFile)
      for (const suite of module.children.suites()) console.log(`\n${table(suite.name, [...suite.children.tests()])}`);
  }
}

function table(title: string, tests: readonly TestCase[]): string {
  const cells = new Map(tests.map((test) => [test.name, cellOf(test)]));
  const [rows, columns] = [0, 1].map((part) => [
    ...new Set(tests.map(({ name }) => name.split(" · ")[part] ?? "")),
  ]) as [string[], string[]];
  return [
    [title, ...columns],
    ["---", ...columns.map(() => "---")],
    ...rows.map((row) => [row, ...columns.map((column) => cells.get(`${row} · ${column}`) ?? "")]),
  ]
    .map((line) => `| ${line.join(" | ")} |`)
    .join("\n");
}

function cellOf(test: TestCase): string {
  const { state } = test.result();
  if (state !== "passed") return state === "failed" ? "실패" : "실행하지 않음";
  return test.annotations()[0]?.message ?? "통과";
}

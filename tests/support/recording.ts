import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Scenario } from "../../scripts/sandbox/scenarios/scenario.ts";
import { readYaml } from "../../scripts/lib/read-yaml.ts";
import { loanPath, sampleRequest } from "./bundle.ts";
import { exchangeRaw, goodHeaders, type TestProxy } from "./proxy.ts";

/** The files of a recording by name, with their texts; those that no reader looks at too. */
export function filesOf(dir: string): Map<string, string> {
  return new Map(readdirSync(dir).map((name) => [name, readFileSync(join(dir, name), "utf8")]));
}

/** The scenarios of a recording. Each file must be whole. */
export function scenariosOf(dir: string): Scenario[] {
  return [...filesOf(dir)]
    .filter(([name]) => !name.startsWith("."))
    .flatMap(([name, text]) => {
      expect(name).toMatch(/^\w+-\d{3}-[\da-f]{8}\.yaml$/);
      const { value } = readYaml(text) as { value: { scenarios: Scenario[] } };
      expect(value.scenarios.map((one) => `${one.name}.yaml`)).toEqual([name]);
      return value.scenarios;
    });
}

/** Sends the loan request, as a test changes it, through a proxy, and waits until it has been recorded. */
export async function callThrough(
  { url, next }: TestProxy,
  change: {
    headers?: Record<string, string>;
    path?: string;
    edit?: (body: ReturnType<typeof sampleRequest>) => void;
  } = {},
): Promise<void> {
  const body = sampleRequest();
  change.edit?.(body);
  await exchangeRaw(url + (change.path ?? loanPath), {
    method: "POST",
    headers: { ...goodHeaders, ...change.headers },
    body: JSON.stringify(body),
  });
  await next();
}

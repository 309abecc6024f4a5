import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { execute } from "../support/execute.ts";
import { judgeScript } from "./toolchain.ts";

interface Judgement {
  messages: unknown[];
  types: unknown;
  problems: { kind: string; resolutionKind?: string }[];
}

test("the package · publint, Are the types wrong?", async () => {
  const vendor = join(inject("folder"), "vendor");
  const tarball = readdirSync(vendor).find((name) => name.startsWith("woori-openapi-")) ?? "";
  const { stdout, stderr } = await execute("node", [judgeScript, join(vendor, tarball)], vendor);
  expect(stderr).toBe("");
  const { messages, types, problems } = JSON.parse(stdout) as Judgement;
  expect(messages).toEqual([]);
  expect(types).toEqual({ kind: "included" });
  // node10 knows no exports; a CommonJS module gets an ES module, by dynamic import, as the README says.
  expect(
    problems.filter(({ kind, resolutionKind }) => resolutionKind !== "node10" && kind !== "CJSResolvesToESM"),
  ).toEqual([]);
});

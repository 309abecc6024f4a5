import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { diff } from "../../scripts/cli/diff.ts";
import { lintFile } from "../../scripts/cli/lint-file.ts";
import { call, callFrom } from "../support/in-process.ts";
import { copyPapers, editor, temporaryFolder } from "../support/project.ts";
import { gitIn } from "../support/repository.ts";

/** A repository with a folder whose name GitHub's commands have to escape. */
async function monorepo() {
  const top = temporaryFolder();
  const folder = "apps/우리, [api] 100%:1";
  mkdirSync(join(top, folder), { recursive: true });
  await gitIn(top)("init", "--quiet");
  return { top, dir: join(top, folder), named: "apps/우리%2C [api] 100%25%3A1" };
}

test("the annotations of diff name files from the repository's topmost folder", async () => {
  const { top, dir, named } = await monorepo();
  cpSync(copyPapers().dir, dir, { recursive: true });
  await gitIn(top)("add", "--all");
  await gitIn(top)("commit", "--quiet", "--message=base");
  editor(dir)("spec/common/schemas/RequestDataHeader.yaml", "maxLength: 39", "maxLength: 38");
  const { output } = await call((how) => diff(how, dir), "HEAD", "--format", "github");
  expect(output).toContain(`::error file=${named}/spec/common/schemas/RequestDataHeader.yaml,line=`);
});

test("so do those of lint FILE, of a file in the folder and of one beside it", async () => {
  const { top, dir, named } = await monorepo();
  for (const file of [join(dir, "own.yaml"), join(top, "beside.yaml")]) writeFileSync(file, "openapi: [");
  const lint = async (file: string): Promise<string> =>
    (await callFrom(dir, lintFile, file, "--format", "github")).output;
  expect(await lint("own.yaml")).toContain(`::error file=${named}/own.yaml,line=1,`);
  expect(await lint("../../beside.yaml")).toContain("::error file=beside.yaml,line=1,");
});

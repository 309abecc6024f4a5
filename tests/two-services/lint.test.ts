import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lint } from "../../scripts/cli/lint.ts";
import { call } from "../support/in-process.ts";
import { temporaryFolder } from "../support/project.ts";
import { specDir } from "../support/two-services.ts";

test("npm run lint finds nothing", async () => {
  expect(await call(lint, "--spec", specDir)).toEqual({ exitCode: 0, output: "lint: 문제가 없습니다.\n" });
});

test("two schemas of one name in two folders are refused at the second, with the first", async () => {
  const dir = join(temporaryFolder(), "spec");
  cpSync(specDir, dir, { recursive: true });
  cpSync(join(dir, "limit/schemas/LimitAccount.yaml"), join(dir, "account/schemas/LimitAccount.yaml"));
  const { exitCode, output } = await call(lint, "--quick", "--spec", dir);
  expect(exitCode).toBe(1);
  expect(output).toContain(
    `${join(dir, "limit/schemas/LimitAccount.yaml")}:1  file-name  파일 이름 LimitAccount: ${join(dir, "account/schemas/LimitAccount.yaml")}에도 있습니다. 서로 다른 이름을 지정하십시오.`,
  );
});

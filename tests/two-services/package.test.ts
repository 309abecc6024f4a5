import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildPackage } from "../../scripts/publish/package/pack.ts";
import { projectWith } from "../support/package.ts";
import { run, temporaryFolder } from "../support/project.ts";
import { generated } from "../support/two-services.ts";

const main = `
import { createWooriClient } from "woori-openapi";
import * as validators from "woori-openapi/validators";
const woori = createWooriClient({ baseUrl: "http://127.0.0.1:1", appKey: "a", secretKey: "b" });
console.log(Object.keys(woori).filter((name) => /^(get|register)/.test(name)).sort().join());
console.log(typeof validators.getAccountParameters);
await woori.registerAccount({ dataBody: { CUS_USG_ACNO: "1".repeat(21), CNT: "1" }, dataHeader: {} }).catch(({ problems }) =>
  console.log(problems.filter(({ code }) => code === "CUS_USG_ACNO").map(({ name }) => name).join()));
woori.close();
`;

test("the package has the operations of both services, and names each field where it stands", async () => {
  const dir = projectWith(await buildPackage(temporaryFolder(), generated));
  writeFileSync(join(dir, "main.js"), main);
  expect(await run(dir, "main.js")).toEqual({
    exitCode: 0,
    output: "getAccount,getLimit,registerAccount\nfunction\n화면표시번호\n",
  });
});

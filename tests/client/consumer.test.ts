import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { consumerSet } from "../../scripts/generate/consumer-set.ts";
import { write } from "../../scripts/generate/write.ts";
import { root } from "../../scripts/lib/paths.ts";
import { run, temporaryFolder } from "../support/project.ts";
import { successBody } from "../support/client.ts";
import { useSandbox } from "../support/servers.ts";

const sandbox = useSandbox();

const main = `import { createWooriClient, WooriApiError, WooriInputError } from "./woori/client.ts";

const woori = createWooriClient({ baseUrl: String(process.argv[2]), appKey: "SANDBOX-APP-KEY", secretKey: "SANDBOX-SECRET-KEY" });
const { data } = await woori.getCreditLoanBasicInfo(JSON.parse(String(process.argv[3])));
const refused = await woori.getCreditLoanBasicInfo({ dataBody: {} as never }).catch((error: unknown) => error);
console.log(JSON.stringify({ data, input: refused instanceof WooriInputError, api: refused instanceof WooriApiError }));
woori.close();
`;

const types = `import { createWooriClient, type CallResult, type GetCreditLoanBasicInfoResponse, WooriError } from "./woori/client.ts";

const woori = createWooriClient({ baseUrl: "https://bank.example", appKey: "", secretKey: "", dataHeader: { UTZ_MCHR_OS_DSCD: "1" } });
const consents = { CRINF_INQ_AGR_YN: "Y", CRINF_UTZ_OFR_YN: "Y", CRINF_OFR_AGR_YN: "Y", CUS_IDF_INF_AGR_YN: "N" } as const;

export async function use(): Promise<string> {
  const result: CallResult<GetCreditLoanBasicInfoResponse> = await woori.getCreditLoanBasicInfo({ dataBody: consents }, { timeout: 1000 });
  await woori.checkToken({ signal: AbortSignal.timeout(1000) });
  // @ts-expect-error -- a consent is missing
  await woori.getCreditLoanBasicInfo({ dataBody: { CRINF_INQ_AGR_YN: "Y" } });
  // @ts-expect-error -- no such dataHeader field
  await woori.getCreditLoanBasicInfo({ dataBody: consents, dataHeader: { UTZ: "" } });
  // @ts-expect-error -- checkToken takes no body
  await woori.checkToken({}, {});
  // @ts-expect-error -- misspelt
  result.data?.dataBody.LN_AVL_AMM;
  // @ts-expect-error -- there is no data where the bank refused the business
  result.data.dataBody;
  const { data, businessError } = result;
  if (businessError !== undefined) return businessError.message + businessError.body.dataBody.ERR_TXT;
  const amount: string = data.dataBody.LN_AVL_AM;
  return amount;
}

export function tell(error: unknown): string {
  if (!(error instanceof WooriError)) return "";
  switch (error.kind) {
    case "input":
      return error.problems.join();
    case "api":
      return error.advice;
    case "transport":
      // @ts-expect-error -- of the bank's refusal alone
      error.advice;
      return error.code;
  }
}

// @ts-expect-error -- the secret key is missing
createWooriClient({ baseUrl: "https://bank.example", appKey: "" });
// @ts-expect-error -- no such method
createWooriClient({ baseUrl: "https://bank.example", appKey: "", secretKey: "", method: "PUT" });
`;

/** The strictest settings, without @types/node, as a project for browsers has them. */
const compilerOptions = {
  target: "es2022",
  lib: ["es2022", "dom"],
  module: "nodenext",
  types: [],
  skipLibCheck: false,
  noEmit: true,
  allowImportingTsExtensions: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noFallthroughCasesInSwitch: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noPropertyAccessFromIndexSignature: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  isolatedModules: true,
  verbatimModuleSyntax: true,
};

/** The client as npm run generate -- --out writes it for a consumer. */
let generated: string;
beforeAll(async () => {
  generated = mkdtempSync(join(tmpdir(), "woori-consumer-"));
  await write(join(generated, "src/woori"), consumerSet());
});
afterAll(() => rmSync(generated, { recursive: true }));

/** A project elsewhere with the generated client in it and openapi-fetch, its one dependency, copied beside it. */
function project(files: Record<string, string>, options: object): string {
  const dir = temporaryFolder();
  cpSync(generated, dir, { recursive: true });
  for (const name of ["openapi-fetch", "openapi-typescript-helpers"])
    cpSync(join(root, "node_modules", name), join(dir, "node_modules", name), { recursive: true });
  writeFileSync(
    join(dir, "package.json"),
    JSON.stringify({ type: "module", private: true, dependencies: { "openapi-fetch": "0.17.0" } }),
  );
  writeFileSync(
    join(dir, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { ...compilerOptions, ...options }, include: ["src"] }),
  );
  for (const [file, text] of Object.entries(files)) writeFileSync(join(dir, "src", file), text);
  return dir;
}

const tsc = (name: string): string => join(root, "node_modules", name, "bin/tsc");

describe("a consumer's project", () => {
  // The newest; the consumers' toolchain has the oldest that is promised.
  test.each(["typescript-7"])("compiles under the strictest settings with %s", async (compiler) => {
    const version = (
      JSON.parse(readFileSync(join(root, "node_modules", compiler, "package.json"), "utf8")) as { version: string }
    ).version;
    const dir = project({ "types.ts": types }, {});
    expect([version, await run(dir, tsc(compiler), "-p", dir)]).toEqual([version, { exitCode: 0, output: "" }]);
  });

  // Settings that narrow some types widen others: what passes the strictest need not pass fewer.
  test("compiles under strict alone", async () => {
    const extras = Object.keys(compilerOptions).filter((name) => /^(exact|no[FIPU])/.test(name));
    const dir = project({ "types.ts": types }, Object.fromEntries(extras.map((name) => [name, false])));
    expect(await run(dir, tsc("typescript-7"), "-p", dir)).toEqual({ exitCode: 0, output: "" });
  });

  let nodes: string[] = [];
  beforeAll(async () => {
    nodes = await nodesOnPath();
  });

  test("runs as TypeScript on Node 24, and as emitted JavaScript on every Node of the machine, by the documented GET", async () => {
    const dir = project(
      { "main.ts": main },
      { noEmit: false, rootDir: "src", outDir: "out", rewriteRelativeImportExtensions: true, types: [] },
    );
    writeFileSync(join(dir, "src/process.d.ts"), "declare const process: { argv: string[] };\n");
    expect(await run(dir, tsc("typescript-7"), "-p", dir)).toEqual({ exitCode: 0, output: "" });
    const request = JSON.stringify(successRequest());
    const expected = JSON.stringify({ data: successBody(), input: true, api: false });
    expect((await run(dir, "src/main.ts", sandbox.url(), request)).output.trim()).toBe(expected);
    for (const node of nodes) {
      const output = await new Promise<string>((done) =>
        execFile(node, ["out/main.js", sandbox.url(), request], { cwd: dir }, (_error, stdout, stderr) =>
          done(stdout + stderr),
        ),
      );
      expect([node, output.trim()]).toEqual([node, expected]);
    }
  });
});

function successRequest(): unknown {
  return JSON.parse(readFileSync(join(root, "spec/source/samples/4.1.4.json"), "utf8"));
}

/** This Node and every other on the path. */
function nodesOnPath(): Promise<string[]> {
  return new Promise((done) => {
    execFile("bash", ["-c", "type -ap node"], (_error, stdout) =>
      done([...new Set([process.execPath, ...stdout.split("\n").filter((line) => line !== "")])]),
    );
  });
}

import { existsSync, mkdirSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";
import type * as client from "../../generated/client.ts";
import { readBundle } from "../../scripts/bundle/bundle-file.ts";
import { exampleCredentials } from "../../scripts/bundle/example-request.ts";
import { build } from "../../scripts/generate/build.ts";
import { write } from "../../scripts/generate/write.ts";
import { root } from "../../scripts/lib/paths.ts";

/** A spec of two services that share field codes with other titles, lengths and marks. */
export const specDir = join(import.meta.dirname, "../fixtures/two-services/spec");

/** What is generated of it, by the first test file of a run that asks for it. */
export const generated = await generatedOnce(join(inject("runFolder"), "two-services"));
export const bundlePath = join(generated, "openapi.json");
export const api = await readBundle(bundlePath);

async function generatedOnce(kept: string): Promise<string> {
  if (existsSync(kept)) return kept;
  const own = `${kept}.${process.pid}`;
  mkdirSync(own);
  await write(own, await build(specDir));
  symlinkSync(join(root, "node_modules"), join(own, "node_modules"));
  try {
    renameSync(own, kept);
  } catch (error) {
    // Another file was first.
    if (!existsSync(kept)) throw error;
  }
  return kept;
}

/** The generated client. Its calls take and give what `types.test.ts` compiles. */
export interface Client {
  getLimit: Call;
  getAccount: Call;
  registerAccount: Call;
  raw: { GET: (path: string, init: object) => Promise<{ response: Response }> };
  close: () => void;
}
type Call = (input: object) => Promise<client.CallResult<{ dataBody: Record<string, unknown> }>>;

const { createWooriClient, WooriInputError, WooriApiError } = (await import(join(generated, "client.ts"))) as {
  createWooriClient: (options: object) => Client;
  WooriInputError: typeof client.WooriInputError;
  WooriApiError: typeof client.WooriApiError;
};
export { WooriApiError, WooriInputError };

/** A client with the sandbox's credentials, closed when the test ends. */
export function clientFor(baseUrl: string, options: object = {}): Client {
  const { appKey, secretKey, bearer } = exampleCredentials;
  const dataHeader = { UTZPE_CNCT_IPAD: "CANARY-IP", UTZPE_CNCT_MCHR_UNQ_ID: "CANARY-DEVICE" };
  const made = createWooriClient({ baseUrl, appKey, secretKey, accessToken: bearer, dataHeader, ...options });
  onTestFinished(() => made.close());
  return made;
}

/** The error of a call that must fail. */
export async function errorOf<T>(call: Promise<unknown>, kind: abstract new (...args: never[]) => T): Promise<T> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof kind) return error;
  throw new Error(`expected another error than ${String(error)}`, { cause: error });
}

/** Inputs that the sandbox answers with 200, until a test changes them. */
export const inputs = {
  limit: { dataBody: { CRINF_INQ_AGR_YN: "Y", CUS_USG_ACNO: "CANARY-ACCOUNT" } },
  registration: { dataBody: { CUS_USG_ACNO: "OPEN-NICKNAME", CNT: "OPEN-CONTRACT" } },
  account: { path: { CUS_USG_ACNO: "CANARY-VAR" }, query: { INQ_DSCD: "1" } },
};

import { readBundle } from "../../scripts/bundle/bundle-file.ts";
import { exampleCredentials } from "../../scripts/bundle/example-request.ts";
import { operationsOf } from "../../scripts/bundle/openapi.ts";
import { loadSpec } from "../../scripts/bundle/spec-files.ts";
import { specUnderTest } from "../../scripts/checks/contract/spec-under-test.ts";
import { bundleFile, specDir } from "../../scripts/lib/paths.ts";

/** The envelope of every JSON body. */
export interface Envelope {
  dataHeader: Record<string, unknown>;
  dataBody: Record<string, unknown>;
}

/** The committed bundle. */
export const api = await readBundle(bundleFile);

/** The committed bundle as the contract checks see it. */
export const committed = specUnderTest(api, loadSpec(specDir));
export const { examples: cases, validatorAt } = committed;

/** The paths of the first operation, which takes a JSON body, and of the first that takes none. */
export const loanPath = operationsOf(api)[0]?.path ?? "";
export const tokenPath =
  operationsOf(api).find(({ operation }) => operation.requestBody?.content["application/json"] === undefined)?.path ??
  "";

const { appKey, secretKey, bearer } = exampleCredentials;

/** Credentials for every security scheme as header fields, those of the sandbox's first app. Prism takes any value. */
export const credentials = { appKey, secretKey, authorization: `Bearer ${bearer}` };

/** The first example request of the first operation, a fresh copy each time. */
export function sampleRequest(): Envelope {
  const sample = cases.find(({ path, status }) => path === loanPath && status === undefined);
  return structuredClone(sample?.value) as Envelope;
}

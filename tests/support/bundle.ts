import { type AskedServer, type Subject, subjectOf } from "../../scripts/checks/contract/subject.ts";
import { readBundle } from "../../scripts/bundle/bundle-file.ts";
import { bundleFile, specDir } from "../../scripts/lib/paths.ts";
import { loadSpec } from "../../scripts/bundle/spec-files.ts";

/** The committed bundle. */
export const api = readBundle(bundleFile);

/** The committed bundle as the contract checks see it, with a server that listens by the time a check runs. */
export function committed(server?: AskedServer): Subject {
  return subjectOf(api, loadSpec(specDir), server);
}

export const { cases, sampleRequest, validatorAt } = committed();

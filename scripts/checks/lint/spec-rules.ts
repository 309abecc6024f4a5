import type { SpecRule } from "./rule.ts";
import { documentedKey } from "./rules/documented-key.ts";
import { erratumCover } from "./rules/erratum-cover.ts";
import { erratumPlace } from "./rules/erratum-place.ts";
import { errorCodeRow } from "./rules/error-code-row.ts";
import { fileName } from "./rules/file-name.ts";
import { knownKey } from "./rules/known-key.ts";
import { localRef } from "./rules/local-ref.ts";
import { orphanFile } from "./rules/orphan-file.ts";
import { scenarioValue } from "./rules/scenario-value.ts";
import { sourceForm } from "./rules/source-form.ts";
import { sourceRow } from "./rules/source-row.ts";
import { sourceSection } from "./rules/source-section.ts";

/** The form of the data comes first: the others read it. */
export const specRules: readonly SpecRule[] = [
  sourceForm,
  localRef,
  fileName,
  orphanFile,
  documentedKey,
  knownKey,
  sourceRow,
  sourceSection,
  errorCodeRow,
  erratumCover,
  erratumPlace,
  scenarioValue,
];

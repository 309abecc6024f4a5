import type { SpecRule } from "./rule.ts";
import { documentedKey } from "./rules/documented-key.ts";
import { endpointIsFile } from "./rules/endpoint-is-file.ts";
import { enumLength } from "./rules/enum-length.ts";
import { erratumCover } from "./rules/erratum-cover.ts";
import { erratumPlace } from "./rules/erratum-place.ts";
import { errorCodeRow } from "./rules/error-code-row.ts";
import { errorStatus } from "./rules/error-status.ts";
import { fileName } from "./rules/file-name.ts";
import { knownKey } from "./rules/known-key.ts";
import { localRef } from "./rules/local-ref.ts";
import { nameSupport } from "./rules/name-support.ts";
import { operationKeyOrder } from "./rules/operation-key-order.ts";
import { orphanFile } from "./rules/orphan-file.ts";
import { parameterSupport } from "./rules/parameter-support.ts";
import { patternSupport } from "./rules/pattern-support.ts";
import { scenarioValue } from "./rules/scenario-value.ts";
import { schemaSupport } from "./rules/schema-support.ts";
import { sourceForm } from "./rules/source-form.ts";
import { sourcePlace } from "./rules/source-place.ts";
import { sourceRow } from "./rules/source-row.ts";
import { sourceSection } from "./rules/source-section.ts";

/** The form of the spec. Each stage, and every rule after them, takes the stage before it for granted. */
export const formStages: readonly (readonly SpecRule[])[] = [
  [sourceForm, localRef, knownKey, errorStatus],
  [sourcePlace, nameSupport, parameterSupport, schemaSupport, patternSupport],
];

/** The spec itself, and its trace to the document. */
export const contentRules: readonly SpecRule[] = [
  endpointIsFile,
  fileName,
  orphanFile,
  documentedKey,
  operationKeyOrder,
  enumLength,
  sourceRow,
  sourceSection,
  errorCodeRow,
  erratumCover,
  erratumPlace,
  scenarioValue,
];

/** Every rule over the files of a spec. */
export const specRules: readonly SpecRule[] = [...formStages.flat(), ...contentRules];

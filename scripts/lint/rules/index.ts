import type { SpecRule } from "../rule.ts";
import { documentedKey } from "./documentedKey.ts";
import { erratumCover } from "./erratumCover.ts";
import { erratumPlace } from "./erratumPlace.ts";
import { errorCodeRow } from "./errorCodeRow.ts";
import { fileName } from "./fileName.ts";
import { knownKey } from "./knownKey.ts";
import { localRef } from "./localRef.ts";
import { orphanFile } from "./orphanFile.ts";
import { scenarioValue } from "./scenarioValue.ts";
import { sourceForm } from "./sourceForm.ts";
import { sourceRow } from "./sourceRow.ts";
import { sourceSection } from "./sourceSection.ts";

/** The form of the data comes first: the others read it. */
export const specRules: readonly SpecRule[] = [
  sourceForm, localRef, fileName, orphanFile, documentedKey, knownKey, sourceRow, sourceSection, errorCodeRow, erratumCover, erratumPlace,
  scenarioValue,
];

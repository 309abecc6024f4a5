import { answers } from "./answers.ts";
import type { CheckGroup } from "./check.ts";
import { catalogue } from "./catalogue.ts";
import { decisions } from "./decisions.ts";
import { errata } from "./errata.ts";
import { examples } from "./examples.ts";
import { prose } from "./prose.ts";
import { requests } from "./requests.ts";
import { responses } from "./responses.ts";
import { sandbox } from "./sandbox.ts";
import { scenarios } from "./scenarios.ts";
import { transcription } from "./transcription.ts";

/** The contract checks: `npm test` runs each of them by name, `npm run test:mutation` runs them over changed specs. */
export const checkGroups: readonly CheckGroup[] = [
  transcription,
  errata,
  decisions,
  catalogue,
  prose,
  scenarios,
  examples,
  answers,
  responses,
  requests,
  sandbox,
];

import { answers } from "./answers.ts";
import { catalogue } from "./catalogue.ts";
import type { CheckGroup } from "./check.ts";
import { examples } from "./examples.ts";
import { requests } from "./requests.ts";
import { responses } from "./responses.ts";
import { sandbox } from "./sandbox.ts";

/** The contract checks. They hold for every spec in the form that `npm run lint` asks for. */
export const checkGroups: readonly CheckGroup[] = [examples, catalogue, answers, requests, responses, sandbox];

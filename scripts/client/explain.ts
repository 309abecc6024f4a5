/** What is needed only once something is wrong. It is loaded with the first call that needs it. */
export { describeProblem } from "./describe-problem.ts";
export { refusalText, unknownError, unknownErrorAdvice } from "./late-messages.ts";
export { check, placed } from "./problems.ts";
export { redactor, withoutPersonal } from "./redact.ts";
export { parseTagged } from "./tagged-json.ts";
export { transportError } from "./transport-error.ts";

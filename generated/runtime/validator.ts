// npm run generate. 직접 수정하지 마십시오.
import type { FieldNode } from "./contract.ts";
import { type Violation, violations } from "./violations.ts";

/** A rule that a value breaks, in the form of Ajv's errors. */
export interface ValidationError {
  /** JSON Pointer (RFC 6901); for a missing or unknown key, that of its object. */
  instancePath: string;
  /** The keyword of JSON Schema. */
  keyword: string;
  params: Record<string, unknown>;
}

/** A check of a whole body; after false, `errors` tells where it is wrong. */
export interface Validator {
  (value: unknown): boolean;
  errors: ValidationError[] | null;
}

/** The check of a node as a function of its own. */
export function validator(node: FieldNode): Validator {
  const validate: Validator = (value) => {
    const found = node.accepts?.(value) === true ? [] : violations(node, value);
    validate.errors = found.length === 0 ? null : found.map(errorOf);
    return found.length === 0;
  };
  validate.errors = null;
  return validate;
}

/** The names of what a keyword holds; the bounds have `limit`. */
const parameters: Record<string, string> = {
  type: "type",
  pattern: "pattern",
  enum: "allowedValues",
  required: "missingProperty",
  additionalProperties: "additionalProperty",
};

function errorOf({ path, rule, wanted }: Violation): ValidationError {
  const isAboutKey = rule === "required" || rule === "additionalProperties";
  const segments = isAboutKey ? path.slice(0, -1) : path;
  return {
    instancePath: segments.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""),
    keyword: rule,
    params: { [parameters[rule] ?? "limit"]: isAboutKey ? path.at(-1) : wanted },
  };
}

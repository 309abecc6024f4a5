/** The effect of a change on users of the client, the types or the sandbox. */
export type ChangeClass = "breaking" | "risky" | "safe";

/** From the most severe. */
export const classNames: Record<ChangeClass, string> = { breaking: "호환되지 않음", risky: "주의", safe: "호환" };

/** Orders classes from the most severe. */
export function bySeverity(one: ChangeClass, other: ChangeClass): number {
  const order = Object.keys(classNames);
  return order.indexOf(one) - order.indexOf(other);
}

/** One change of the spec. */
export interface Change {
  /** Stable: `schema.maxLength.narrowed`; `unknown` for what no rule knows. */
  rule: string;
  class: ChangeClass;
  /** The operations that it reaches; none for what is of the whole document, or of no operation. */
  operations: { operationId: string; method: string; path: string }[];
  /** What has changed: a field's code, an operationId, an error code, an example, a component … */
  subject: string;
  /** The Korean name of the subject, where it has one. */
  title: string | undefined;
  /** The component or operation that holds the subject, where the subject's name alone may mean another. */
  within: string | undefined;
  /** The key that came, went or has another value; undefined where the subject as a whole came or went. */
  key: string | undefined;
  /** The change in one sentence. */
  message: string;
  /** Of every code of the catalogue at once: the values by code. */
  before: unknown;
  after: unknown;
  /** The document's section it belongs to. */
  section: string | undefined;
  /**
   * JSON Pointers into the revision's bundle, or the base's for what is gone. The first is where to look. Of the source
   * folder: `source/errata.yaml#/0/spec`, a file of the spec and a pointer into it.
   */
  pointers: string[];
  /** What explains it: a line of the CHANGELOG, or an erratum. */
  explanation: { changelog: string } | { erratum: string } | undefined;
  /** The words that a line of the CHANGELOG must have to explain it. */
  changelogTerms: string[];
}

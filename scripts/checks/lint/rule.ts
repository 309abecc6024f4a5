import type { Place, Spec } from "../../bundle/spec-files.ts";
import type { Finding } from "./finding.ts";

/** A rule over the files of the spec, for what Spectral cannot see: folders, references between files, the trace. */
export interface SpecRule {
  /** Stable; also the name of its test. */
  id: string;
  /** In Korean: why the rule exists and how to fix a finding. */
  description: string;
  check: (spec: Spec, report: Report) => void;
}

/** Reports a finding at a place. */
export type Report = (place: Place, message: string) => void;

/** Runs rules over a spec. */
export function checkSpec(spec: Spec, rules: readonly SpecRule[]): Finding[] {
  return rules.flatMap(({ id, description, check }) => {
    const findings: Finding[] = [];
    check(spec, ({ file, pointer }, message) => {
      const line = spec.files.get(file)?.lineOf(pointer) ?? 1;
      findings.push({ rule: id, file: spec.nameOf(file), line, message, fix: description });
    });
    return findings;
  });
}

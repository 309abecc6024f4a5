import { type FaultName, faults } from "./faults.ts";
import * as say from "./messages.ts";

/** The scenario of a request, from its Prefer header (RFC 7240) or from an input value (x-scenarios). */
export interface Preference {
  /** Status of the answer. */
  code?: number;
  /** Name of an example of the spec, or a SYSCD code. */
  example?: string;
  fault?: FaultName;
  /** Milliseconds before the answer. */
  delay?: number;
}

/** The longest delay, in milliseconds. */
export const maxDelay = 60_000;

/**
 * Reads a Prefer header. Preferences that are not the sandbox's are passed over, as RFC 7240 (2) asks.
 *
 * @returns the preference, or in Korean what is wrong with the values
 */
export function readPreference(header: string): { preference: Preference; problems: string[] } {
  const preference: Preference = {};
  const problems = new Set<string>();
  for (const part of header.split(/[,;]/)) {
    const [key = "", ...rest] = part.split("=");
    const value = rest
      .join("=")
      .trim()
      .replace(/^"(.*)"$/, "$1");
    switch (key.trim().toLowerCase()) {
      case "code":
        if (/^[1-5]\d\d$/.test(value)) preference.code ??= Number(value);
        else problems.add(say.preferredCode);
        break;
      case "example":
        preference.example ??= value;
        break;
      case "fault":
        if (Object.hasOwn(faults, value)) preference.fault ??= value as FaultName;
        else problems.add(say.preferredFault(Object.keys(faults).join(", ")));
        break;
      case "delay":
        if (/^\d{1,5}$/.test(value) && Number(value) <= maxDelay) preference.delay ??= Number(value);
        else problems.add(say.preferredDelay(maxDelay));
        break;
    }
  }
  return { preference, problems: [...problems] };
}

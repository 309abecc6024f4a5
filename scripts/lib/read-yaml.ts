import { CORE_SCHEMA, load } from "js-yaml";

/**
 * The data of a YAML 1.2 text by js-yaml, which takes a tenth of the time that yaml does. It refuses more: whether a text
 * is wrong, and where, yaml decides.
 *
 * @returns undefined where js-yaml cannot read it
 */
export function readYaml(text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA }) ?? null;
  } catch {
    return undefined;
  }
}

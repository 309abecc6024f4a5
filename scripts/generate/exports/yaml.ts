import { dump } from "js-yaml";

/** A document as YAML that readers of 1.1 and 1.2 take alike: js-yaml quotes what one of them would take for no text. */
export function yaml(document: object): string {
  return dump(document, { lineWidth: -1, noRefs: true });
}

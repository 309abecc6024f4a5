import type { Erratum } from "../../../bundle/source.ts";
import { type Mutant, type Operator, setKey } from "../mutant.ts";
import { turned } from "./prose.ts";

/** Each erratum gone, more or less sure, of another kind or section, on other evidence, and saying the opposite. */
export const errata: Operator = (file) => {
  if (file.path !== "source/errata.yaml") return [];
  return (file.data as Erratum[]).flatMap(({ kind, section, confidence, evidence, spec }, index) => {
    const set = (key: string, value: string): Mutant => setKey("erratum", file, `/${index}`, key, value);
    return [
      setKey("erratum", file, "", index),
      ...["high", "medium", "low"].filter((one) => one !== confidence).map((one) => set("confidence", one)),
      ...["transcription", "document", "decision"].filter((one) => one !== kind).map((one) => set("kind", one)),
      ...["3.1", "4.1.2"].filter((one) => one !== section).map((one) => set("section", one)),
      ...evidence.flatMap(({ strength }, at) => [
        setKey("erratum", file, `/${index}/evidence`, at),
        ...["B", "L", "C", "I"]
          .filter((one) => one !== strength)
          .map((one) => setKey("erratum", file, `/${index}/evidence/${at}`, "strength", one)),
      ]),
      ...turned(spec).map((text) => set("spec", text)),
    ];
  });
};

import type { Document, Node, Pair } from "yaml";
import type { DataProblem } from "./data-problem.ts";

/** Data of a YAML or JSON text, and where each value stands in it. */
export interface PlacedData {
  value: unknown;
  /** Line and column, from 1, of a value by its keys; of one that is missing, of what should have it. */
  at: (path: readonly string[]) => { line: number; col: number };
}

/**
 * The data of a YAML 1.2 text, which every JSON text is (YAML 1.2.2, 1.2).
 *
 * @param isText whether a value is text whatever it looks like: it is kept letter by letter
 */
export async function readPlacedYaml(
  text: string,
  isText: (path: readonly string[]) => boolean,
): Promise<PlacedData | { problem: DataProblem }> {
  const [{ readYaml }, yaml] = await Promise.all([import("./read-yaml.ts"), import("yaml")]);
  const read = readYaml(text);
  if ("problem" in read) return read;
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter: lines });
  const places = new Map<string, number>();
  const value = exact({ yaml, document, places, isText }, document.contents, []);
  return { value, at: (path) => lines.linePos(placeOf(places, path)) };
}

interface Reading {
  yaml: typeof import("yaml");
  document: Document;
  places: Map<string, number>;
  isText: (path: readonly string[]) => boolean;
}

/** The value of a node, its keys and texts as they are written; notes where each value begins. */
function exact(reading: Reading, given: unknown, path: readonly string[]): unknown {
  const { yaml, document, places } = reading;
  const node = yaml.isAlias(given) ? given.resolve(document) : given;
  const start = (given as Node | null)?.range?.[0];
  if (start !== undefined && !places.has(path.join("\n"))) places.set(path.join("\n"), start);
  if (yaml.isSeq(node)) return node.items.map((item, index) => exact(reading, item, [...path, String(index)]));
  if (yaml.isMap(node)) {
    return Object.fromEntries(
      node.items.map(({ key: name, value }: Pair) => {
        const written = yaml.isScalar(name) ? writtenAs(name) : "";
        const at = [...path, written];
        const nameStart = (name as Node | null)?.range?.[0];
        if (nameStart !== undefined) places.set(at.join("\n"), nameStart);
        return [written, exact(reading, value, at)];
      }),
    );
  }
  if (!yaml.isScalar(node)) return null;
  return reading.isText(path) && node.value !== null ? writtenAs(node) : node.value;
}

/** A scalar as it is written, where the reader would make another value of it. */
function writtenAs({ value, source }: { value: unknown; source?: string }): string {
  return typeof value === "string" ? value : (source ?? String(value));
}

function placeOf(places: ReadonlyMap<string, number>, path: readonly string[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const place = places.get(path.slice(0, length).join("\n"));
    if (place !== undefined) return place;
  }
  return 0;
}

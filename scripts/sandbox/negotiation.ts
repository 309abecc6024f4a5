/** A media range of an Accept header (RFC 9110, 12.5.1), in lower case. */
interface MediaRange {
  type: string;
  subtype: string;
  weight: number;
}

/** The media ranges of an Accept header with their weights, as text. Malformed ranges, which Prism rejects, are skipped. */
export function mediaRanges(accept = ""): string[] {
  return accept.split(",").flatMap((part) => {
    const [, range, weight] =
      /^\s*([\w!#$&^.+*-]+\/[\w!#$&^.+*-]+)\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?(?:;|$)/i.exec(part) ?? [];
    return range === undefined ? [] : [weight === undefined ? range : `${range};q=${weight}`];
  });
}

/**
 * The media type that fits the ranges best (RFC 9110, 12.5.1): by weight, then by how exact its range is, then by the order
 * of the ranges, then by its own.
 *
 * @param types without parameters and wildcards
 * @param ranges as {@link mediaRanges} gives them
 * @returns undefined where no range takes any of them
 */
export function bestMediaType(types: readonly string[], ranges: readonly string[]): string | undefined {
  const parsed = ranges.map(parse);
  const ranked = types
    .map((name) => ({ name, ...rank(name, parsed) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || b.exactness - a.exactness || a.place - b.place);
  return ranked[0]?.name;
}

function parse(text: string): MediaRange {
  const [range = "", weight = "1"] = text.toLowerCase().split(";q=");
  const [type = "", subtype = ""] = range.split("/");
  return { type, subtype, weight: Number(weight) };
}

/** The weight that the most exact range gives a media type. */
function rank(name: string, ranges: readonly MediaRange[]): { weight: number; exactness: number; place: number } {
  const [type, subtype] = name.toLowerCase().split("/");
  let best = { weight: 0, exactness: -1, place: -1 };
  for (const [place, range] of ranges.entries()) {
    if (![type, "*"].includes(range.type) || ![subtype, "*"].includes(range.subtype)) continue;
    const exactness = (range.type === type ? 4 : 0) + (range.subtype === subtype ? 2 : 0);
    if (exactness > best.exactness || (exactness === best.exactness && range.weight >= best.weight))
      best = { weight: range.weight, exactness, place };
  }
  return best;
}

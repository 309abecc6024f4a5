/** A piece of a JSON text, by what it is. */
export interface Token {
  kind: "key" | "text" | "number" | "word" | "mark";
  text: string;
}

/** A JSON text, indented, with its numbers letter by letter; undefined for what is no JSON. */
export function prettyJson(json: string): Token[] | undefined {
  try {
    JSON.parse(json);
  } catch {
    return undefined;
  }
  const pieces = json.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  const tokens: Token[] = [];
  let depth = 0;
  const mark = (text: string): void => void tokens.push({ kind: "mark", text });
  const line = (): void => mark(`\n${"  ".repeat(depth)}`);
  for (const [index, piece] of pieces.entries()) {
    const previous = pieces[index - 1];
    const next = pieces[index + 1];
    if (piece === "}" || piece === "]") {
      depth -= 1;
      if (previous !== "{" && previous !== "[") line();
      mark(piece);
    } else if (piece === "{" || piece === "[") {
      mark(piece);
      depth += 1;
      if (next !== "}" && next !== "]") line();
    } else if (piece === ",") {
      mark(piece);
      line();
    } else if (piece === ":") mark(": ");
    else tokens.push({ kind: kindOf(piece, next), text: piece });
  }
  return tokens;
}

function kindOf(piece: string, next: string | undefined): Token["kind"] {
  if (piece.startsWith('"')) return next === ":" ? "key" : "text";
  return /^[-\d]/.test(piece) ? "number" : "word";
}

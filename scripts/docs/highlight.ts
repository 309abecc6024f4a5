import { createJavaScriptRegexEngine } from "@shikijs/engine-javascript";
import csharp from "@shikijs/langs/csharp";
import go from "@shikijs/langs/go";
import java from "@shikijs/langs/java";
import json from "@shikijs/langs/json";
import kotlin from "@shikijs/langs/kotlin";
import python from "@shikijs/langs/python";
import shellscript from "@shikijs/langs/shellscript";
import typescript from "@shikijs/langs/typescript";
import yaml from "@shikijs/langs/yaml";
import { createShikiPrimitive, type Grammar, type ShikiPrimitive } from "@shikijs/primitive";

/** A request or an answer as it is sent. The grammar of @shikijs/langs brings those of five more languages. */
const http = {
  name: "http",
  scopeName: "source.http",
  repository: {},
  patterns: [
    { match: "^[A-Z]+(?= )", name: "keyword.http" },
    { match: "^HTTP/[0-9.]+", name: "keyword.http" },
    { match: "\\b[1-5][0-9]{2}\\b", name: "constant.numeric.http" },
    {
      match: "^([\\w-]+):(.*)$",
      captures: { 1: { name: "entity.name.tag.http" }, 2: { name: "string.unquoted.http" } },
    },
    { begin: "^(?=[{\\[])", end: "$^", patterns: [{ include: "source.json" }] },
  ],
};

/** The grammar of each language that a block of code may have; `text` has none. */
const grammars = {
  sh: "shellscript",
  ts: "typescript",
  js: "typescript",
  json: "json",
  http: "http",
  yaml: "yaml",
  java: "java",
  kotlin: "kotlin",
  python: "python",
  go: "go",
  csharp: "csharp",
  text: undefined,
};

/** A language that a block of code may have. */
export type Language = keyof typeof grammars;

/** A part of a line: what assets/code.css colours by its class, or plain text. */
export interface Token {
  text: string;
  kind: Kind;
}

/** Comment, string, number or constant, keyword, function, type, property; "" for plain text. */
type Kind = "c" | "s" | "n" | "k" | "f" | "t" | "p" | "";

/** TextMate scopes by their beginnings, the longer before the shorter. */
const kinds: readonly (readonly [string, Kind])[] = [
  ["comment", "c"],
  ["punctuation.definition.comment", "c"],
  // A program's arguments without quotes are most of a command.
  ["string.unquoted.argument", ""],
  ["string.unquoted.plain.out", "s"],
  ["meta.template.expression", ""],
  ["meta.interpolation", ""],
  ["meta.embedded", ""],
  ["string", "s"],
  ["constant.character.escape", "s"],
  ["constant.other.option", "p"],
  ["constant.numeric", "n"],
  ["constant.language", "n"],
  ["support.type.property-name", "p"],
  ["meta.object-literal.key", "p"],
  ["entity.name.tag", "p"],
  ["keyword.operator.new", "k"],
  ["keyword.operator.expression", "k"],
  ["keyword.operator", ""],
  ["keyword", "k"],
  ["storage.type.java", "t"],
  ["storage.type.object", "t"],
  ["storage.type.generic", "t"],
  ["storage.modifier.import", ""],
  ["storage", "k"],
  ["entity.name.function", "f"],
  ["support.function", "f"],
  ["entity.name.type", "t"],
  ["support.class", "t"],
  ["support.type", "t"],
];

/** A line as it was first read: its tokens, and the grammar's state behind it. */
interface ReadLine {
  tokens: readonly Token[];
  next: State;
}
type State = Parameters<Grammar["tokenizeLine"]>[1];

let primitive: ShikiPrimitive | undefined;
/** Lines by what stood before them: samples of many operations share most of theirs. */
const known = new Map<string, Map<State, Map<string, ReadLine>>>();

/** The tokens of each line of a text. The same text gives the same tokens. */
export function highlight(text: string, language: Language): (readonly Token[])[] {
  const name = grammars[language];
  const lines = text.split("\n");
  if (name === undefined) return lines.map((line) => [{ text: line, kind: "" }]);
  primitive ??= createShikiPrimitive({
    langs: [shellscript, typescript, json, [http], yaml, java, kotlin, python, go, csharp],
    themes: [],
    engine: createJavaScriptRegexEngine(),
  });
  const grammar = primitive.getLanguage(name);
  const states = valueAt(known, name, () => new Map<State, Map<string, ReadLine>>());
  let state: State = null;
  return lines.map((line) => {
    const before = state;
    const { tokens, next } = valueAt(
      valueAt(states, before, () => new Map<string, ReadLine>()),
      line,
      () => readLine(grammar, line, before),
    );
    state = next;
    return tokens;
  });
}

/** Characters of a line that is coloured; a longer one, which no sample has, would take seconds. */
const longest = 1000;

function readLine(grammar: Grammar, line: string, state: State): ReadLine {
  if (line.length > longest) return { next: state, tokens: [{ text: line, kind: "" }] };
  // No limit of time: the same text must give the same tokens on a slow machine.
  const { tokens, ruleStack } = grammar.tokenizeLine(line, state, 0);
  return {
    next: ruleStack,
    tokens: tokens
      .map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), kind: kindOf(scopes) }))
      .reduce(joined, []),
  };
}

/** The kind that the innermost scope with one gives. */
function kindOf(scopes: readonly string[]): Kind {
  for (const scope of scopes.toReversed()) {
    const found = kinds.find(([beginning]) => scope.startsWith(beginning));
    if (found !== undefined) return found[1];
  }
  return "";
}

function joined(tokens: Token[], token: Token): Token[] {
  const last = tokens.at(-1);
  if (last?.kind === token.kind) last.text += token.text;
  else tokens.push(token);
  return tokens;
}

function valueAt<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

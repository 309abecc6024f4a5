import { type Document, type LineCounter, visit, type YAMLParseError } from "yaml";
import type { DataProblem } from "./data-problem.ts";

interface YamlProblem extends DataProblem {
  line: number;
}

/** The Korean explanation of each error code of the parser. */
const reasons: Partial<Record<YAMLParseError["code"], string>> = {
  BAD_ALIAS: "별칭(*)의 이름을 읽을 수 없습니다. * 뒤에 앵커(&)의 이름을 지정하십시오.",
  BAD_DQ_ESCAPE: "큰따옴표 안에 쓸 수 없는 \\ 표기가 있습니다. \\를 \\\\로 바꾸거나 작은따옴표로 묶으십시오.",
  BAD_INDENT: "들여쓰기가 앞줄과 맞지 않거나 괄호가 닫히지 않았습니다. 같은 수준의 키를 같은 열에서 시작하십시오.",
  BAD_SCALAR_START: "값이 YAML의 예약 문자로 시작합니다. 값을 따옴표로 묶으십시오.",
  BLOCK_AS_IMPLICIT_KEY: "한 줄에 콜론(: )이 두 번 있습니다. 값에 콜론이 있으면 값을 따옴표로 묶으십시오.",
  BLOCK_IN_FLOW: "괄호 안에 줄 단위의 목록이나 키가 있습니다. 괄호를 닫았는지 확인하십시오.",
  DUPLICATE_KEY: "같은 키가 두 번 있습니다. 둘 가운데 하나를 지우십시오.",
  MISSING_CHAR: "키 뒤의 콜론(:)이나 괄호, 쉼표가 빠졌습니다. 이 줄과 앞줄을 확인하십시오.",
  MULTILINE_IMPLICIT_KEY: "키 뒤에 콜론과 공백(: )이 없습니다. 키와 값을 '키: 값'처럼 나누십시오.",
  MULTIPLE_DOCS: "한 파일에 문서가 두 개 있습니다. --- 줄을 지우거나 파일을 나누십시오.",
  TAB_AS_INDENT: "탭으로 들여 썼습니다. 탭을 공백으로 바꾸십시오.",
  UNEXPECTED_TOKEN: "값이 끝난 뒤에 다른 글자가 있습니다. 따옴표와 괄호의 짝을 확인하십시오.",
};
const deeperIndent = "들여쓰기가 앞줄과 맞지 않습니다. 이 줄과 앞줄의 들여쓰기를 확인하십시오.";
const unclosedQuote = "따옴표가 닫히지 않았습니다. 값의 끝에 같은 따옴표를 넣으십시오.";
const unknownAlias = "별칭(*)이 가리키는 앵커(&)가 앞에 없습니다. 별칭의 이름을 확인하십시오.";

/** The first error of a parsed YAML 1.2 text; undefined where it has none. */
export function yamlProblem(text: string, document: Document, lines: LineCounter): YamlProblem | undefined {
  const [error] = document.errors;
  if (error === undefined) return aliasProblem(document, lines);
  // The parser finds a missing quote where the text ends, far from the quote that was opened.
  if (/^Missing closing ["']quote/.test(error.message))
    return { line: lines.linePos(openQuote(document, error.pos[0]) ?? error.pos[0]).line, reason: unclosedQuote };
  const { line } = lines.linePos(error.pos[0]);
  // Where the line has no second colon, its value is taken for a key because the next line is indented too far.
  const [rest = ""] = text.slice(error.pos[0]).split("\n", 1);
  if (error.code === "BLOCK_AS_IMPLICIT_KEY" && !/:(\s|$)/.test(rest)) return { line: line + 1, reason: deeperIndent };
  return {
    line,
    // The parser's own message may quote the text.
    reason: reasons[error.code] ?? "YAML 형식이 아닙니다. 이 줄과 앞줄을 확인하십시오.",
  };
}

/** Where the quoted text begins that runs to a place. */
function openQuote(document: Document, end: number): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith("QUOTE") === true && range && range[0] <= end) offset = range[0];
    },
  });
  return offset;
}

function aliasProblem(document: Document, lines: LineCounter): YamlProblem | undefined {
  let problem: YamlProblem | undefined;
  visit(document, {
    Alias(_, alias) {
      if (problem === undefined && alias.resolve(document) === undefined)
        problem = { line: lines.linePos(alias.range?.[0] ?? 0).line, reason: unknownAlias };
    },
  });
  return problem;
}

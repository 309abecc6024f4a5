/** Where a text stops being JSON (RFC 8259), and why. */
interface JsonFault {
  /** 1-based. */
  line: number;
  /** 1-based, in characters. */
  column: number;
  /** A Korean sentence, without anything of the text. */
  reason: string;
}

const token =
  /"[^"\\\0-\x1f]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[^"\\\0-\x1f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)|[{}[\],:]/y;

type Wanted = "value" | "first value" | "key" | "first key" | "colon" | "separator" | "end";

const reasons: Record<Wanted, string> = {
  value: "값(문자열, 숫자, true, false, null, 객체, 배열)을 넣으십시오.",
  "first value": "값이나 닫는 괄호(])를 넣으십시오.",
  key: "큰따옴표로 묶은 이름을 넣으십시오.",
  "first key": "큰따옴표로 묶은 이름이나 닫는 괄호(})를 넣으십시오.",
  colon: "이름 뒤에 콜론(:)을 넣으십시오.",
  separator: "앞의 값 뒤에 쉼표(,)나 닫는 괄호를 넣으십시오.",
  end: "JSON이 끝난 뒤에 글자가 더 있습니다. 지우십시오.",
};

/** The first fault of a text; undefined for JSON. */
export function jsonFault(text: string): JsonFault | undefined {
  const open: ("{" | "[")[] = [];
  let wanted: Wanted = "value";
  let at = 0;
  const after = (): Wanted => (open.length === 0 ? "end" : "separator");
  for (;;) {
    while (at < text.length && " \t\r\n".includes(text[at] ?? "")) at += 1;
    if (at === text.length && wanted === "end") return undefined;
    token.lastIndex = at;
    const [found = ""] = token.exec(text) ?? [];
    const closes = open.at(-1) === "{" ? "}" : "]";
    const isClosing = open.length > 0 && found === closes;
    if (found === "" || !fits(wanted, found, isClosing)) return faultAt(text, at, reasonOf(wanted, text, at, found));
    at += found.length;
    if (isClosing) {
      open.pop();
      wanted = after();
    } else if (wanted === "key" || wanted === "first key") wanted = "colon";
    else if (wanted === "colon") wanted = "value";
    else if (wanted === "separator") wanted = open.at(-1) === "{" ? "key" : "value";
    else if (found === "{" || found === "[") {
      open.push(found);
      wanted = found === "{" ? "first key" : "first value";
    } else wanted = after();
  }
}

function fits(wanted: Wanted, found: string, isClosing: boolean): boolean {
  if (isClosing) return wanted === "first value" || wanted === "first key" || wanted === "separator";
  switch (wanted) {
    case "key":
    case "first key":
      return found.startsWith('"');
    case "colon":
      return found === ":";
    case "separator":
      return found === ",";
    case "end":
      return false;
    default:
      return !["}", "]", ",", ":"].includes(found);
  }
}

function reasonOf(wanted: Wanted, text: string, at: number, found: string): string {
  if (at >= text.trimEnd().length) return `텍스트가 중간에 끝났습니다. ${reasons[wanted]}`;
  if ((found === "}" || found === "]") && (wanted === "key" || wanted === "value") && /,\s*$/.test(text.slice(0, at)))
    return "닫는 괄호 앞의 쉼표를 지우십시오.";
  if (found === "" && text[at] === '"')
    return "문자열을 큰따옴표로 닫고, 줄 바꿈과 역슬래시는 \\n과 \\\\로 입력하십시오.";
  return reasons[wanted];
}

function faultAt(text: string, at: number, reason: string): JsonFault {
  const lines = text.slice(0, Math.min(at, text.trimEnd().length)).split("\n");
  return { line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1, reason };
}

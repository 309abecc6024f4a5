// npm run generate. 직접 수정하지 마십시오.
const names: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  hyphen: "-",
  period: ".",
  lowbar: "_",
};

/** A text with URL, HTML, JavaScript and quoted-printable escapes undone once. */
export function unescaped(text: string): string {
  const letter = (code: string, radix: number): string => {
    const point = Number.parseInt(code, radix);
    return point <= 0x10ffff ? String.fromCodePoint(point) : "";
  };
  return text
    .replaceAll(/\\([0-3][0-7]{2})/g, (_, code: string) => `%${Number.parseInt(code, 8).toString(16).padStart(2, "0")}`)
    .replaceAll(/(?:\\x|=)([\da-f]{2})/gi, "%$1")
    .replaceAll(/(?:%[\da-f]{2})+/gi, (bytes) => {
      try {
        return decodeURIComponent(bytes);
      } catch {
        return bytes;
      }
    })
    .replaceAll(/&#x([\da-f]{1,6});?|\\u\{?([\da-f]{4,6})\}?/gi, (_, html?: string, script?: string) =>
      letter(html ?? script ?? "", 16),
    )
    .replaceAll(/&#(\d{1,7});?/g, (_, code: string) => letter(code, 10))
    .replaceAll(/&(\w{2,6});/g, (whole, name: string) => names[name.toLowerCase()] ?? whole);
}

/** A text without what writing varies: compatibility forms and case (UAX #15), separators, marks. */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** The longest Content-Type that is shown, in letters. */
const longest = 60;

/** Parts of a Content-Type that hold no value: a type, the charset, and the name of a parameter. */
const typePart = /^(application|audio|font|image|message|model|multipart|text|\*)\/[a-z*][a-z.+*-]{0,30}$/i;
const charsetPart = /^charset=["']?[\w:.-]{1,20}["']?$/i;
const parameterPart = /^(boundary|version|type|profile|odata|action|level|q|start|format)=./i;

/**
 * A Content-Type as it was sent, without what may be a value.
 *
 * @returns Korean words where it is no media type
 */
export function shownMediaType(field: string | undefined): string {
  if (field === undefined) return "없음";
  if (field.trim() === "") return "빈 값";
  const shown = field
    .slice(0, 200)
    .split(/(\s*[;,]\s*|\s+)/)
    .map((part, index) => (index % 2 === 1 ? part.replaceAll(/\s+/g, " ") : shownPart(part)));
  if (shown.includes(undefined)) return "다른 형식";
  const text = shown.join("");
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function shownPart(part: string): string | undefined {
  if (part === "" || (typePart.test(part) && isPlain(part)) || isCharset(part)) return part;
  const [, name] = parameterPart.exec(part) ?? [];
  return name === undefined ? undefined : `${name}=…`;
}

/** Whether a type is all small letters, or one that is small letters in capitals: a key or a name is neither. */
function isPlain(type: string): boolean {
  return type === type.toLowerCase() || /\/(json|xml|html|plain|x-www-form-urlencoded|form-data)$/i.test(type);
}

function isCharset(part: string): boolean {
  return charsetPart.test(part) && nameOf(part) !== undefined;
}

/** The charset of a Content-Type, as a problem tells what was found. */
export function shownCharset(field = ""): string {
  const [part] = field
    .split(/[;,\s]+/)
    .filter((one) => /^charset=/i.test(one) && !/^charset=["']?utf-?8["']?$/i.test(one));
  const name = nameOf(part ?? "");
  return name === undefined ? "다른 문자 집합" : `charset=${name}`;
}

/** Charsets that programs of this country send and the Encoding Standard has no label for. */
const others = ["cp949", "ms949", "uhc", "utf-32", "utf-32be", "utf-32le", "utf-7", "iso-10646-ucs-2"];

/** The charset's name where it is one: of the Encoding Standard or the list above. */
function nameOf(part: string): string | undefined {
  const name = part.replace(/^charset=/i, "").replaceAll(/["']/g, "");
  if (others.includes(name.toLowerCase())) return name;
  try {
    new TextDecoder(name);
    return name;
  } catch {
    return undefined;
  }
}

import type { Problem } from "../client/problem.ts";

/**
 * The annotation that cures a key in the spelling that a JSON library makes of a field code by default.
 *
 * @returns a Korean sentence without its full stop; undefined for any other key
 */
export function annotationFor({ code: key, expected }: Problem): string | undefined {
  const [, code] = /^(.+)라는 이름$/.exec(expected) ?? [];
  if (code === undefined) return undefined;
  // Jackson: getUTZPE_CNCT_IPAD becomes utzpe_CNCT_IPAD, or uTZPE_CNCT_IPAD with USE_STD_BEAN_NAMING.
  if ([leading(code, 0), leading(code, 0, 1), camelCase(code)].includes(key))
    return `Java의 Jackson이면 필드에 @JsonProperty("${code}")를 붙이십시오`;
  // .NET: JsonNamingPolicy.CamelCase leaves the last capital of the first word.
  if (key === leading(code, 1)) return `C#이면 속성에 [JsonPropertyName("${code}")]을 붙이십시오`;
  return undefined;
}

/** A code with its first capitals in lower case, but for the last `kept`; at most `most`. */
function leading(code: string, kept: number, most = code.length): string {
  const [run = ""] = /^[A-Z]+/.exec(code) ?? [];
  const size = Math.min(run.length - kept, most);
  return code.slice(0, size).toLowerCase() + code.slice(size);
}

/** UTZPE_CNCT_IPAD as utzpeCnctIpad. */
function camelCase(code: string): string {
  return code.toLowerCase().replaceAll(/_+([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
}

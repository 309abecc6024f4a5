import type { ErrorObject } from "ajv";
import { spellingAdvice } from "../../lib/closest-word.ts";

/** An English message pattern of a tool and its Korean text; the pattern's groups are its arguments. */
type Translation = readonly [said: RegExp, korean: (...groups: string[]) => string];

const allowed = (values: string): string => values.replaceAll(/["`]/g, "").split(/, ?/).join(", ");
const jsonTypes: Record<string, string> = {
  array: "목록",
  boolean: "true나 false",
  integer: "정수",
  null: "null",
  number: "숫자",
  object: "객체(키와 값)",
  string: "문자열",
  undefined: "빈 값",
};
const typeName = (name: string): string =>
  name
    .split(/,| or /)
    .map((one) => jsonTypes[one.trim()] ?? one.trim())
    .join(" 또는 ");

/** Redocly's rules. `suggest` is the word that Redocly suggests. */
const redocly: readonly Translation[] = [
  // struct
  [/^Property `(.+)` is not expected here\.$/, (key) => `${key} 키는 여기에 쓸 수 없습니다.`],
  [/^The field `(.+)` must be present on this level\.$/, (key) => `${key} 키가 없습니다. ${key} 값을 지정하십시오.`],
  [/^The field `(.+)` is not allowed here\.$/, (key) => `${key} 키는 여기에 쓸 수 없습니다. 키를 지우십시오.`],
  [
    /^Must contain at least one of the following fields: (.+)\.$/,
    (keys) => `다음 키 가운데 하나가 있어야 합니다: ${allowed(keys)}.`,
  ],
  [
    /^Expected type `(.+?)`(?: \((array|object)\))? but got `(.+?)`\.?$/,
    (name, kind, got) =>
      `값의 타입이 다릅니다. ${kind === undefined ? typeName(name) : `${name} ${typeName(kind)}`} 자리에 ${typeName(got)} 값이 있습니다.`,
  ],
  [
    /^`(.+)` can be one of the following only: (.+)\.$/s,
    (key, values) => `${key} 값은 다음 가운데 하나여야 합니다: ${allowed(values)}.`,
  ],
  [
    /^The value of the (.+) field must be greater than or equal to (.+)$/,
    (key, least) => `${key} 값은 ${least} 이상이어야 합니다.`,
  ],
  // no-unresolved-refs
  [
    /인터넷의 문서는 가져오지 않습니다\./,
    () => "인터넷의 문서는 가져오지 않습니다. 내려받은 파일을 상대 경로로 가리키십시오.",
  ],
  [
    /^Can't resolve \$ref: ENOENT: no such file or directory '(.*)'$/,
    (file) => `$ref가 가리키는 ${file} 파일이 없습니다. 파일의 이름을 확인하십시오.`,
  ],
  [/^Can't resolve \$ref$/, () => "$ref의 # 뒤가 가리키는 것이 없습니다. 이름을 확인하십시오."],
  [
    /^(?:Failed to parse|Can't resolve \$ref): (.+) in "(.*)" \((\d+):\d+\)$/s,
    (why, file, line) =>
      `${file}의 ${line}번째 줄을 YAML로 읽을 수 없습니다("${why}"). 들여쓰기와 따옴표, 괄호를 확인하십시오.`,
  ],
  // operations and paths
  [
    /^Every operation must have a unique `operationId`\.$/,
    () => "같은 operationId를 가진 오퍼레이션이 있습니다. 서로 다른 이름을 지정하십시오.",
  ],
  [
    /^Operation must have at least one `(.+)` response\.$/,
    (range) => `${range} 응답이 하나도 없습니다. responses에 더하십시오.`,
  ],
  [
    /^Operation `operationId` should not have URL invalid characters\.$/,
    () => "operationId에 주소에 쓸 수 없는 글자가 있습니다. 영문자와 숫자로 지정하십시오.",
  ],
  [
    /^The operation does not define the path parameter `(.+)` expected by path `(.+)`\.$/,
    (name, path) => `경로 ${path}의 ${name} 변수가 parameters에 없습니다. in: path인 파라미터를 더하십시오.`,
  ],
  [
    /^Path parameter `(.+)` is not used in the path `(.+)`\.$/,
    (name, path) => `path 파라미터 ${name} 변수가 경로 ${path}에 없습니다. 이름을 확인하십시오.`,
  ],
  [
    /must have unique `name` \+ `in` parameters\.\s*Repeats of `in:(.+)` \+ `name:(.+)`\.$/,
    (where, name) => `${where} 파라미터 ${name} 이름이 두 번 있습니다. 하나를 지우십시오.`,
  ],
  [
    /^The path already exists which differs only by path parameter name\(s\): `(.+)` and `(.+)`\.$/,
    (one, other) => `변수의 이름만 다른 같은 경로가 있습니다: ${one}, ${other}. 하나로 합치십시오.`,
  ],
  [
    /^Paths should resolve unambiguously\. Found two ambiguous paths: `(.+)` and `(.+)`\.$/,
    (one, other) => `같은 주소가 두 경로에 모두 맞습니다: ${one}, ${other}. 구별되도록 고치십시오.`,
  ],
  [
    /^Path parameter declarations must be non-empty\./,
    () => "경로 변수의 이름이 비어 있습니다. {이름}을 지정하십시오.",
  ],
  [
    /^Don't put query string items in the path/,
    () => "경로에 물음표가 있습니다. 쿼리는 in: query인 파라미터로 정의하십시오.",
  ],
  [/^`(.+)` should not have a trailing slash\.$/, (path) => `경로 ${path}의 끝에 있는 /를 지우십시오.`],
  // security, tags, servers, info
  [
    /^There is no `(.+)` security scheme defined\.$/,
    (name) => `${name} 보안 체계가 components.securitySchemes에 없습니다. 이름을 확인하십시오.`,
  ],
  [/^Every operation should have security defined/, () => "보안 체계가 없습니다. security를 지정하십시오."],
  [
    /^Operation tags should be defined in global tags\.$/,
    () => "최상위 tags에 없는 태그입니다. 이름을 확인하거나 tags에 더하십시오.",
  ],
  [/^Operation tags should be defined$/, () => "태그가 없습니다. tags에 태그를 지정하십시오."],
  [/^Duplicate tag name found: `?(.+?)`?\.?$/, (name) => `태그 ${name} 이름이 두 번 있습니다. 하나를 지우십시오.`],
  [/^Server `url` should not have a trailing slash\.$/, () => "서버 주소의 끝에 있는 /를 지우십시오."],
  [
    /^Server `url` should not point to example\.com or localhost\.$/,
    () => "서버 주소가 예제용 주소입니다. 실제 주소를 지정하십시오.",
  ],
  [
    /^Servers must be (?:present|a non-empty array)\.$/,
    () => "서버가 없습니다. servers에 주소를 하나 이상 지정하십시오.",
  ],
  [
    /^The `(.+)` variable is not defined in the `variables` objects\.$/,
    (name) => `서버 주소의 {${name}} 변수가 variables에 없습니다. 변수를 정의하십시오.`,
  ],
  [
    /^The `(.+)` variable is not used in the server's `url` field\.$/,
    (name) => `variables의 ${name} 변수가 서버 주소에 없습니다. 이름을 확인하십시오.`,
  ],
  [
    /^Server variable (?:with `enum` must be|define `enum` and `default`)/,
    () => "서버 변수의 enum이 비었거나 default 값이 enum에 없습니다. 둘을 맞추십시오.",
  ],
  [/^\w+ object should contain `(.+)` field\.$/, (key) => `${key} 키가 없습니다. ${key} 값을 지정하십시오.`],
  [/^\w+ object `(.+)` must be non-empty string\.$/, (key) => `${key} 값이 비어 있습니다. 내용을 입력하십시오.`],
  // components, schemas, examples
  [
    /^Component: "(.+)" is never used\.$/,
    (name) => `컴포넌트 ${name}: 사용하는 곳이 없습니다. $ref로 가리키거나 지우십시오.`,
  ],
  [
    /^The map key in (\S+) "(.+)" does not match/,
    (kind, name) =>
      `${kind}의 이름 "${name}"에 쓸 수 없는 글자가 있습니다. 영문자, 숫자, 점, 붙임표, 밑줄만 사용하십시오.`,
  ],
  [
    /^All values of `enum` field must be of the same type as the `type` field: expected "(.+)" but received "(.+)"\.$/,
    (want, got) => `enum의 값이 type과 다릅니다. ${typeName(want)} 자리에 ${typeName(got)} 값이 있습니다.`,
  ],
  [
    /^Enum value `(.+)` must be of allowed types: `(.+)`\.$/,
    (value, types) => `enum의 값 ${value}의 타입이 type(${types})과 다릅니다.`,
  ],
  [
    /^Schema type mismatch: '(.+)' type should not contain '(.+)' field\.$/,
    (type, key) => `type이 ${type}인 스키마에는 ${key} 키를 쓸 수 없습니다. type을 확인하십시오.`,
  ],
  [
    /^Required property '(.+)' is undefined\.$/,
    (code) => `required의 ${code} 필드가 properties에 없습니다. 이름을 확인하십시오.`,
  ],
  [
    /^Example object can have either `value` or `externalValue` fields\.$/,
    () => "예제에 value와 externalValue가 함께 있습니다. 하나만 남기십시오.",
  ],
  [/^Example value must conform to the schema: (.+?)\.?$/s, (why) => `예제가 스키마와 맞지 않습니다. ${checked(why)}`],
];

/** JSON Schema's keywords, as the checkers inside Redocly and Spectral word them. */
const keywords: readonly Translation[] = [
  [
    /^(?:["`](.+)["`] property )?must have required property ['"](.+)['"]$/,
    (at, key) => `${at === undefined ? "" : `${at}에 `}${key} 키가 없습니다. 값을 지정하십시오.`,
  ],
  [
    /^(?:["`](.+)["`] property )?must NOT have (?:additional|unevaluated) properties(?: `?(.+?)`?)?$/,
    (at, key) =>
      `${at === undefined ? "" : `${at}에 `}정의되지 않은 키가 있습니다${key === undefined ? "" : `: ${key}`}. 키를 지우십시오.`,
  ],
  [
    /^(?:["`](.+)["`] property )?(?:type )?must be (array|boolean|integer|null|number|object|string)$/,
    (at, type) => `${at ?? "이"} 값의 타입이 다릅니다. 정해진 타입은 ${typeName(type)}입니다.`,
  ],
  [
    /^(?:["`](.+)["`] property )?must be equal to one of the allowed values:? ?(.+?)\.?(?: Did you mean "(.+)"\?)?$/,
    (at, values, close) =>
      `${at ?? "이"} 값은 다음 가운데 하나여야 합니다: ${allowed(values)}.${close === undefined ? "" : ` ${close}의 오타인지 확인하십시오.`}`,
  ],
  [/^["`](.+)["`] property must be equal to constant$/, (at) => `${at} 값이 정해진 값과 다릅니다.`],
  [
    /^(?:["`](.+)["`] property )?must (?:NOT have more than|not have more than) (\d+) (characters|items|properties)$/i,
    (at, most, what) => `${at ?? "이"} 값은 ${most}${units[what]} 이하여야 합니다.`,
  ],
  [
    /^(?:["`](.+)["`] property )?must (?:NOT have fewer than|not have fewer than) (\d+) (characters|items|properties)$/i,
    (at, least, what) => `${at ?? "이"} 값은 ${least}${units[what]} 이상이어야 합니다.`,
  ],
  [
    /^Item at index (\d+) (?:in .+ )?must not have fewer than (\d+) (characters|items|properties)$/i,
    (index, least, what) => `${Number(index) + 1}번째 항목은 ${least}${units[what]} 이상이어야 합니다.`,
  ],
  [
    /^(?:["`](.+)["`] property )?must match (?:the )?pattern "?(.+?)"?$/,
    (at, form) => `${at ?? "이"} 값이 형식 ${form}에 맞지 않습니다.`,
  ],
  [
    /^["`](.+)["`] property must have property (.+) when property (.+) is present$/,
    (_at, key, other) => `${other} 키가 있으면 ${key} 키도 있어야 합니다.`,
  ],
];
const units: Record<string, string> = { characters: "자", items: "개", properties: "개" };

/** Spectral's own functions and its reader. */
const spectral: readonly Translation[] = [
  [/^["`](.+)["`] property must be truthy$/, (key) => `${key} 값이 없거나 비어 있습니다. 값을 지정하십시오.`],
  [/^"(.*)" must match the pattern "(.+)"$/s, (value) => `"${value}" 값이 정해진 형식이 아닙니다.`],
  [/^"(.*)" must not match the pattern "(.+)"$/s, (value) => `"${value}" 값은 쓸 수 없는 형식입니다.`],
  [/^Mapping key must be a string scalar rather than (.+)$/, () => "키가 문자열이 아닙니다. 키를 따옴표로 묶으십시오."],
  [/^Duplicate key: (.+)$/, (key) => `${key} 키가 두 번 있습니다. 하나를 지우십시오.`],
];

function translate(message: string, tables: readonly Translation[]): string | undefined {
  for (const [said, korean] of tables) {
    const match = said.exec(message);
    if (match !== null) return korean(...match.slice(1));
  }
  return undefined;
}

/** What a checker inside another tool says of a value; in English, in quotes, where it is not known. */
function checked(message: string): string {
  return translate(message, keywords) ?? `검사기의 설명을 확인하십시오: "${message}".`;
}

/** A message of Redocly in Korean, with the word it takes to be right; in English, in quotes, where it is not known. */
export function redoclyInKorean(message: string, suggest: readonly string[] = []): string {
  const [word] = /`(.+?)`/.exec(message)?.slice(1) ?? [];
  const isKey = message.startsWith("Property ");
  const [value, ...others] = suggest;
  const isValue = message.includes("can be one of the following only") && value !== undefined && others.length === 0;
  return `${translate(message, redocly) ?? `Redocly의 설명을 확인하십시오: "${message}".`}${isKey && word !== undefined ? spellingAdvice(word, suggest) : ""}${isValue ? ` ${value}의 오타인지 확인하십시오.` : ""}`;
}

/** A message of Spectral in Korean; messages of own functions are Korean already. */
export function spectralInKorean(message: string): string {
  if (/[가-힣]/.test(message.replaceAll(/"[^"]*"/g, ""))) return message;
  return translate(message, [...spectral, ...keywords]) ?? `Spectral의 설명을 확인하십시오: "${message}".`;
}

/** The names that JSON Schema's keyword errors give their limits. */
type Params = Record<string, unknown> & { limit?: number; form?: string | undefined };

const ajv: Record<string, (params: Params, at: string, value: unknown) => string> = {
  additionalProperties: ({ additionalProperty }) => `${String(additionalProperty)} 키는 여기에 쓸 수 없습니다.`,
  const: ({ allowedValue }, at) => `${at} 값은 ${JSON.stringify(allowedValue)}만 지정할 수 있습니다.`,
  enum: ({ allowedValues }, at, value) =>
    `${at} 값 ${JSON.stringify(value)}: 쓸 수 없는 값입니다. 다음 가운데 하나를 지정하십시오: ${(allowedValues as unknown[]).map((one) => (one === "" ? '""' : String(one))).join(", ")}.`,
  maxLength: ({ limit }, at) => `${at} 값은 ${limit}자 이하여야 합니다.`,
  minItems: ({ limit }, at) => `${at} 목록에는 항목이 ${limit}개 이상 있어야 합니다.`,
  minLength: (_, at) => `${at} 값이 비어 있습니다. 내용을 입력하십시오.`,
  minProperties: ({ limit }, at) => `${at} 객체에는 키가 ${limit}개 이상 있어야 합니다.`,
  pattern: ({ pattern, form }, at, value) =>
    `${at} 값 ${JSON.stringify(value)}의 형식이 다릅니다. ${form === undefined ? `정규식 ${String(pattern)}에 맞추십시오.` : `다음처럼 지정하십시오: ${form}.`}`,
  required: ({ missingProperty }) => `${String(missingProperty)} 키가 없습니다. 값을 지정하십시오.`,
  type: ({ type }, at, value) =>
    `${at} 값의 타입이 다릅니다. ${typeName(String(type))} 자리에 ${typeName(value === null ? "null" : Array.isArray(value) ? "array" : typeof value)} 값이 있습니다.`,
  uniqueItems: ({ i, j }, at) =>
    `${at} 목록의 ${Number(j) + 1}번째와 ${Number(i) + 1}번째 항목이 같습니다. 하나를 지우십시오.`,
};

/**
 * An error of a verbose Ajv in Korean; in English, in quotes, where its keyword is not known. What a pattern asks for is
 * told by the `examples` beside it.
 */
export function ajvInKorean({ keyword, params, message, instancePath, data, parentSchema }: ErrorObject): string {
  const at = instancePath.split("/").findLast((segment) => segment !== "" && !/^\d+$/.test(segment)) ?? "파일";
  const form = (parentSchema?.["examples"] as string[] | undefined)?.join(", ");
  return (
    ajv[keyword]?.({ ...params, form }, at, data) ?? `${at} 값에 대한 설명을 확인하십시오: "${message ?? keyword}".`
  );
}

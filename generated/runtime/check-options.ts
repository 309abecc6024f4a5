// npm run generate. 직접 수정하지 마십시오.
import { WooriInputError } from "./errors.ts";
import type { CallOptions, WooriOptions } from "./options.ts";
import { describeValue, type Problem, problemAbout } from "./problem.ts";

/** Options with defaults. */
export type Settings = Required<
  Pick<WooriOptions, "baseUrl" | "method" | "timeout" | "maxResponseBytes" | "responseValidation">
>;

/** Takes a requirement; where it does not hold, its option is told with the values it may have. */
export type Need = (holds: boolean, code: string, expected: string, found?: string) => void;

/** A check of an option's value, and the values that pass it. */
type Rule = readonly [holds: (value: unknown) => boolean, expected: string];

const credential: Rule = [
  (value) => typeof value === "string" && isHeaderValue(value),
  "제어 문자가 없는 ASCII 문자열",
];
const oneOf = (...values: string[]): Rule => [
  (value) => values.includes(value as string),
  `${values.join(", ")} 가운데 하나`,
];
const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);
const isFunction = (value: unknown): boolean => typeof value === "function";
const hook: Rule = [isFunction, "함수"];
const ofBoth = {
  accessToken: credential,
  method: oneOf("auto", "GET", "POST"),
  timeout: [isLimit, "1 이상의 정수"],
} satisfies Record<string, Rule>;

/** The options of Node's own transport, which checks their values. */
export const nodeOptions = ["agent", "ca", "cert", "idleTimeout", "key", "passphrase", "proxy"] as const;
const any: Rule = [() => true, ""];

const ofClient: Record<string, Rule> = {
  ...ofBoth,
  baseUrl: any,
  appKey: credential,
  secretKey: credential,
  accessToken: [(value) => isFunction(value) || credential[0](value), `${credential[1]}이나 함수`],
  dataHeader: [isObject, "객체"],
  allowInsecureHosts: [
    (value) => Array.isArray(value) && value.every((one) => /^[\w.-]+$/.test(one)),
    "호스트 이름의 배열",
  ],
  maxResponseBytes: [isLimit, "1 이상의 정수"],
  responseValidation: oneOf("report", "throw", "off"),
  fetch: hook,
  onError: hook,
  onRequest: hook,
  onResponse: hook,
  ...Object.fromEntries(nodeOptions.map((name) => [name, any])),
};

const ofCall: Record<string, Rule> = {
  ...ofBoth,
  headers: [isObject, "객체"],
  // Not by instanceof: an AbortSignal may come from another realm, such as jsdom's.
  signal: [(value) => isFunction((value as AbortSignal).addEventListener), "AbortSignal"],
};

/**
 * Checks requirements together.
 *
 * @throws {WooriInputError} with each that does not hold, and never an option's value
 */
export function checked<T>(check: (need: Need) => T): T {
  const problems: Problem[] = [];
  const result = check((holds, code, expected, found = "다른 값") => {
    if (!holds) problems.push(problemAbout(code, "option", expected, found));
  });
  if (problems.length > 0) throw optionError(problems);
  return result;
}

/** An input error about an option, a header or what is no JSON. */
export function inputError(code: string, rule: string, expected: string, found: string): WooriInputError {
  return optionError([problemAbout(code, rule, expected, found)]);
}

function optionError(problems: readonly Problem[]): WooriInputError {
  return new WooriInputError(
    `설정을 쓸 수 없어 아무것도 보내지 않았습니다. ${problems.map(describeOption).join(" ")}`,
    problems,
  );
}

/** A problem of an option in Korean sentences. One without an expectation tells by itself what is wrong. */
export function describeOption({ code, expected, found }: Problem): string {
  if (found === "없는 설정") return `${code}: 없는 설정입니다. 쓸 수 있는 설정은 ${expected}입니다.`;
  if (expected === "") return `${code}: ${found}입니다.`;
  const given = found === "없는 값" ? "값이 없습니다" : `지정한 값은 ${found}입니다`;
  return `${code || "본문"}: ${given}. 쓸 수 있는 값은 ${expected}입니다.`;
}

export function settings(options: WooriOptions, need: Need): Settings {
  const given = needAll(options, ofClient, ["appKey", "secretKey"], need) ? options : ({} as WooriOptions);
  const { method = "auto", timeout = 30_000, maxResponseBytes = 1_048_576, responseValidation = "report" } = given;
  const { allowInsecureHosts = [] } = given;
  const baseUrl = checkBaseUrl(given.baseUrl, need, Array.isArray(allowInsecureHosts) ? allowInsecureHosts : []);
  return { baseUrl, method, timeout, maxResponseBytes, responseValidation };
}

/** @param reserved headers that the client sets, in lower case */
export function checkCallOptions(options: CallOptions, reserved: readonly string[], need: Need): void {
  if (!needAll(options, ofCall, [], need)) return;
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    need(![...reserved, "content-type"].includes(name.toLowerCase()), name, "", "클라이언트가 정하는 헤더");
    need(/^[\w!#$%&'*+.^`|~-]+$/.test(name), "headers", "", "헤더가 될 수 없는 이름");
    needRule(value, name, credential, need);
  }
}

export function needToken(token: unknown, need: Need): void {
  if (token !== undefined) needRule(token, "accessToken", credential, need);
}

/** Checks each option by its rule; returns whether these are options at all. */
function needAll(options: object, rules: Record<string, Rule>, required: readonly string[], need: Need): boolean {
  const areOptions = isObject(options);
  needRule(options, "options", [isObject, "설정 객체"], need);
  const given: Record<string, unknown> = areOptions ? { ...options } : {};
  for (const name of new Set([...(areOptions ? required : []), ...Object.keys(given)])) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const names = Object.keys(rules);
    // A name in other letters tells which was meant.
    const meant = names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? names.join(", ");
    if (rule === undefined) need(false, name, meant, "없는 설정");
    else if (given[name] !== undefined || required.includes(name)) needRule(given[name], name, rule, need);
  }
  return areOptions;
}

function needRule(value: unknown, code: string, [holds, expected]: Rule, need: Need): void {
  need(holds(value), code, expected, value === undefined ? "없는 값" : describeValue(value));
}

/** Whether a value is a whole number that setTimeout accepts, from 1. */
export function isLimit(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 2_147_483_647;
}

/** Printable ASCII without blanks at its ends (RFC 9110, 5.5); control characters would end the header. */
export function isHeaderValue(value: string): boolean {
  return /^[!-~]([ -~]*[!-~])?$/.test(value);
}

/**
 * Checks an address that keys and personal data may be sent to.
 *
 * @param need called with each failed requirement, never with the address itself
 * @param insecureHosts those that may be called by http, beside this machine; absent where none can be allowed
 * @returns the address without a slash at the end
 */
export function checkBaseUrl(value: unknown, need: Need, insecureHosts?: readonly string[]): string {
  const expected = "https 주소(http는 localhost, 127.x.x.x, [::1]에만 가능)";
  let url: URL;
  try {
    url = new URL(String(value));
  } catch {
    need(false, "baseUrl", expected, value === undefined ? "없는 값" : "주소가 아닌 값");
    return "";
  }
  const { protocol, hostname } = url;
  const isLoopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  const isAllowed = isLoopback || insecureHosts?.some((host) => host.toLowerCase() === hostname) === true;
  need(
    protocol === "https:" || (protocol === "http:" && isAllowed),
    "baseUrl",
    insecureHosts && protocol === "http:"
      ? `https 주소(믿는 망 안의 샌드박스라면 http 주소와 allowInsecureHosts: ["${hostname}"])`
      : expected,
    "암호화되지 않거나 지원하지 않는 주소",
  );
  need(url.username === "" && url.password === "", "baseUrl", expected, "인증 정보가 있는 주소");
  need(!/[?#]/.test(String(value)), "baseUrl", expected, "쿼리나 프래그먼트가 있는 주소");
  return url.origin + url.pathname.replace(/\/+$/, "");
}

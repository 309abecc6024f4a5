import { WooriInputError } from "./errors.ts";
import {
  allowHost,
  badHeaderName,
  clientHeader,
  giveFunction,
  giveHeaderValue,
  giveHosts,
  giveHttps,
  giveLimit,
  giveObject,
  giveOneOf,
  giveSignal,
  giveTokenOrFunction,
  knownOptions,
  notAddress,
  nothingSent,
  optionText,
  unencrypted,
  unknownOption,
  withCredentials,
  withQuery,
} from "./messages.ts";
import type { CallOptions, WooriOptions } from "./options.ts";
import { absent, describeValue, otherValue, type Problem, problemAbout } from "./problem.ts";

/** Options with defaults. */
export type Settings = Required<
  Pick<WooriOptions, "baseUrl" | "method" | "timeout" | "maxResponseBytes" | "responseValidation">
>;

/** Takes a requirement; where it does not hold, its option is told with what was found and what to do. */
export type Need = (holds: boolean, code: string, advice: string, found?: string) => void;

/** A check of an option's value, and what to do where it fails. */
type Rule = readonly [holds: (value: unknown) => boolean, advice: string];

const credential: Rule = [(value) => typeof value === "string" && isHeaderValue(value), giveHeaderValue];
const oneOf = (...values: string[]): Rule => [(value) => values.includes(value as string), giveOneOf(values)];
const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);
const isFunction = (value: unknown): boolean => typeof value === "function";
const hook: Rule = [isFunction, giveFunction];
const ofBoth = {
  accessToken: credential,
  method: oneOf("auto", "GET", "POST"),
  timeout: [isLimit, giveLimit],
} satisfies Record<string, Rule>;

/** The options of Node's own transport, which checks their values. */
export const nodeOptions = ["agent", "ca", "cert", "idleTimeout", "key", "passphrase", "proxy"] as const;
const any: Rule = [() => true, ""];

const ofClient: Record<string, Rule> = {
  ...ofBoth,
  baseUrl: any,
  appKey: credential,
  secretKey: credential,
  accessToken: [(value) => isFunction(value) || credential[0](value), giveTokenOrFunction],
  dataHeader: [isObject, giveObject],
  allowInsecureHosts: [(value) => Array.isArray(value) && value.every((one) => /^[\w.-]+$/.test(one)), giveHosts],
  maxResponseBytes: [isLimit, giveLimit],
  responseValidation: oneOf("report", "throw", "off"),
  fetch: hook,
  onError: hook,
  onRequest: hook,
  onResponse: hook,
  ...Object.fromEntries(nodeOptions.map((name) => [name, any])),
};

const ofCall: Record<string, Rule> = {
  ...ofBoth,
  headers: [isObject, giveObject],
  // Not by instanceof: an AbortSignal may come from another realm, such as jsdom's.
  signal: [(value) => isFunction((value as AbortSignal).addEventListener), giveSignal],
};

/**
 * Checks requirements together.
 *
 * @throws {WooriInputError} with each that does not hold, and never an option's value
 */
export function checked<T>(check: (need: Need) => T): T {
  const problems: Problem[] = [];
  const result = check((holds, code, advice, found = otherValue) => {
    if (!holds) problems.push(problemAbout(code, "option", advice, found));
  });
  if (problems.length > 0) throw optionError(problems);
  return result;
}

/** An input error about an option, a header or what is no JSON. */
export function inputError(code: string, rule: string, advice: string, found: string): WooriInputError {
  return optionError([problemAbout(code, rule, advice, found)]);
}

function optionError(problems: readonly Problem[]): WooriInputError {
  return new WooriInputError(
    [nothingSent, ...problems.map(({ code, expected, found }) => optionText(code, found, expected))].join(" "),
    problems,
  );
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
    need(![...reserved, "content-type"].includes(name.toLowerCase()), name, "", clientHeader);
    need(/^[\w!#$%&'*+.^`|~-]+$/.test(name), "headers", "", badHeaderName);
    needRule(value, name, credential, need);
  }
}

export function needToken(token: unknown, need: Need): void {
  if (token !== undefined) needRule(token, "accessToken", credential, need);
}

/** Checks each option by its rule; returns whether these are options at all. */
function needAll(options: object, rules: Record<string, Rule>, required: readonly string[], need: Need): boolean {
  const areOptions = isObject(options);
  needRule(options, "options", [isObject, giveObject], need);
  const given: Record<string, unknown> = areOptions ? { ...options } : {};
  for (const name of new Set([...(areOptions ? required : []), ...Object.keys(given)])) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const names = Object.keys(rules);
    // A name in other letters tells which was meant.
    const meant = names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? names.join(", ");
    if (rule === undefined) need(false, name, knownOptions(meant), unknownOption);
    else if (given[name] !== undefined || required.includes(name)) needRule(given[name], name, rule, need);
  }
  return areOptions;
}

function needRule(value: unknown, code: string, [holds, advice]: Rule, need: Need): void {
  need(holds(value), code, advice, describeValue(value));
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
  let url: URL;
  try {
    url = new URL(String(value));
  } catch {
    need(false, "baseUrl", giveHttps, value === undefined ? absent : notAddress);
    return "";
  }
  const { protocol, hostname } = url;
  const isLoopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  const isAllowed = isLoopback || insecureHosts?.some((host) => host.toLowerCase() === hostname) === true;
  need(
    protocol === "https:" || (protocol === "http:" && isAllowed),
    "baseUrl",
    insecureHosts && protocol === "http:" ? allowHost(hostname) : giveHttps,
    unencrypted,
  );
  need(url.username === "" && url.password === "", "baseUrl", giveHttps, withCredentials);
  need(!/[?#]/.test(String(value)), "baseUrl", giveHttps, withQuery);
  return url.origin + url.pathname.replace(/\/+$/, "");
}

import { contentTypeOf, formType, readBodyText } from "../server/body-format.ts";
import type { CheckedOperation, OperationTable } from "../server/checked-operation.ts";
import { bearerToken, credential, credentialHeader, missingCredentials } from "../bundle/security.ts";
import type { MediaType, SecurityScheme } from "../bundle/openapi.ts";
import type { ParameterValues } from "../server/parameter-values.ts";
import { KeyNames } from "../server/key-names.ts";
import { isDecodable, valuesOf } from "../server/request-target.ts";
import { route } from "../server/route.ts";
import { problemAbout } from "../client/problem.ts";
import { describeProblem } from "../server/describe-problem.ts";
import { bodyKindSentences, codingSentences, emptyText, isPacked, kindOfBytes } from "../server/body-kinds.ts";
import { shownMediaType } from "../server/media-type.ts";
import {
  missingBody,
  missingHeader as missingHeaderProblem,
  notBearer,
  otherCharset,
  undecodableQuery,
} from "../server/request-problems.ts";
import type { Arrived } from "./arrived.ts";
import { challengeFor, tokenCode } from "./challenge.ts";
import { authorizationForm, malformation, misplacement, repetition } from "./credential-hints.ts";
import type { GatewayCheck } from "./gateway-checks.ts";
import type { AppDirectory, KnownApi, KnownApp } from "./store/app-directory.ts";
import type { Customer } from "./store/customers.ts";
import type { Usage } from "./store/usage.ts";
import { crumbledBody, tooManyValues } from "../server/limits.ts";
import { type Refusal, refuse, refuseProblems, schemaCode } from "../server/refusal.ts";
import * as say from "./messages.ts";

/** A request that the gateway admits. */
export interface Admission {
  operation: CheckedOperation;
  app: KnownApp;
  /** The customer whom the token belongs to; undefined without a token, or for one of the app itself. */
  customer?: Customer;
  /** By place and name. */
  parameters: ParameterValues;
  /** undefined where the request has none. */
  body: unknown;
}

/** A request that the gateway refuses, and the check that it did not pass. */
export interface Stop extends Refusal {
  check: GatewayCheck;
  /** undefined where the refusal came before. */
  operation?: CheckedOperation;
  app?: KnownApp;
}

/** The data that the gateway checks requests with. */
export interface GatewayConfig {
  table: OperationTable;
  schemes: Record<string, SecurityScheme>;
  directory: AppDirectory;
  usage: Usage;
  /** The largest body in bytes. */
  maxBody: number;
}

/**
 * The gateway of 1.2 and 1.3. It checks in the order of `gatewayChecks` and refuses by the first check that fails. Why a
 * request fails in detail is looked for once it has failed.
 */
export function admit(config: GatewayConfig, arrived: Arrived): Admission | Stop {
  const operation = route(config.table, arrived.path, arrived.method);
  if ("code" in operation) return { ...operation, check: "route" };
  const app = config.directory.app(credential(config.schemes, "appKey", arrived.headers) ?? "");
  const stop = (check: GatewayCheck, refusal: Refusal): Stop => ({
    ...refusal,
    check,
    operation,
    ...(app === undefined ? {} : { app }),
  });
  const { refusal: unpublished } = config.directory.api(operation.path);
  if (unpublished !== undefined)
    return stop("api", refuse(unpublished.code, unpublished.status, [`${operation.path}: ${unpublished.text}`]));
  const missing = missingHeader(config, app, operation, arrived);
  if (missing !== undefined) return stop("headers", missing);
  if (app === undefined) return stop("app", unknownApp(config, arrived));
  if (app.state.refusal !== undefined) {
    const { code, status, text } = app.state.refusal;
    return stop("app", refuse(code, status, [text]));
  }
  const api = app.apiAt(operation.path);
  if (api === undefined || api.operations?.includes(operation.operation.operationId) === false)
    return stop("choice", refuse("SYSCD03003", 403, [say.notOfApp]));
  const wrong = secretRefusal(config, app, operation, arrived);
  if (wrong !== undefined) return stop("secret", wrong);
  const bearer = readToken(config, app, operation, arrived);
  if ("code" in bearer) return stop("token", bearer);
  const excess = planRefusal(config, app, api);
  if (excess !== undefined) return stop("plan", excess);
  if (!isDecodable(arrived.query))
    return stop("parameters", refuse("SYSCD01009", 400, [describeProblem(undecodableQuery)]));
  const { values: parameters, problems } = operation.checkParameters(arrived);
  if (problems.length > 0) return stop("parameters", refuseProblems(problems));
  const content = readContent(config, operation, arrived);
  if ("code" in content) return stop("body", content);
  return { operation, app, ...bearer, parameters, body: content.body };
}

function planRefusal({ usage }: GatewayConfig, app: KnownApp, api: KnownApi): Refusal | undefined {
  const excess = usage.take(app.id, api);
  if (excess === undefined) return undefined;
  return excess === "total" ? refuse("SYSCD03102", 403, [say.totalUsed]) : refuse("SYSCD03101", 503, [say.tooFast]);
}

/** The headers that the security alternative nearest to the request lacks, and Content-Type where there is a body. */
function missingHeader(
  { schemes }: GatewayConfig,
  app: KnownApp | undefined,
  { operation, requestTypes }: CheckedOperation,
  arrived: Arrived,
): Refusal | undefined {
  const { headers, body } = arrived;
  let missing = missingCredentials(schemes, operation, headers);
  if (missing.length > 0 && app?.secretKey === null)
    missing = missingCredentials(schemes, operation, headers, credentialHeader(schemes, "secretKey"));
  if (missing.length > 0)
    return refuse(
      "SYSCD02001",
      401,
      missing.map((name) => describeProblem(missingHeaderProblem(name)) + misplacement(name, arrived)),
    );
  // A body that is missing itself is told as that.
  if (operation.requestBody?.required === true && headers["content-type"] === undefined && body.length > 0)
    return refuse("SYSCD02001", 400, [mediaTypeText(Object.keys(requestTypes), "없음")]);
  return undefined;
}

/** Why an app key leads to no app. */
function unknownApp(config: GatewayConfig, arrived: Arrived): Refusal {
  const given = (name: string): string => credential(config.schemes, name, arrived.headers) ?? "";
  const isSwapped = given("appKey") !== "" && config.directory.app(given("secretKey"))?.secretKey === given("appKey");
  return refuseKey(config, arrived, "appKey", say.unknownAppKey(isSwapped));
}

function secretRefusal(
  config: GatewayConfig,
  { secretKey }: KnownApp,
  { operation }: CheckedOperation,
  arrived: Arrived,
): Refusal | undefined {
  if (secretKey === null || !takes(operation, "secretKey")) return undefined;
  if (credential(config.schemes, "secretKey", arrived.headers) === secretKey) return undefined;
  return refuseKey(config, arrived, "secretKey", say.otherSecret);
}

function refuseKey({ schemes }: GatewayConfig, arrived: Arrived, name: string, text: string): Refusal {
  const header = credentialHeader(schemes, name);
  const given = credential(schemes, name, arrived.headers) ?? "";
  return refuse("SYSCD03003", 401, [repetition(header, arrived) ?? `${header}: ${text}${malformation(given)}`]);
}

function takes({ security }: CheckedOperation["operation"], name: string): boolean {
  return security.some((alternative) => name in alternative);
}

/** The token is looked at wherever the operation has one, even when it is optional. A customer's leads to the customer. */
function readToken(
  config: GatewayConfig,
  app: KnownApp,
  checked: CheckedOperation,
  arrived: Arrived,
): Pick<Admission, "customer"> | Refusal {
  const { schemes, directory, table } = config;
  const { operation, path } = checked;
  const authorization = takes(operation, "bearer") ? credential(schemes, "bearer", arrived.headers) : undefined;
  if (authorization === undefined) return {};
  const token = bearerToken(authorization);
  const fixed = token === undefined ? undefined : app.tokens.get(token);
  if (fixed === "valid") return {};
  const refuseToken = (why: string, headers?: Record<string, string>): Refusal =>
    refuse(
      tokenCode,
      401,
      [repetition("Authorization", arrived) ?? `Authorization: ${why}`],
      headers === undefined ? {} : { headers },
    );
  if (token === undefined)
    return refuse(tokenCode, 401, [
      repetition("Authorization", arrived) ??
        describeProblem(notBearer) + authorizationForm(authorization, (one) => app.tokens.has(one)),
    ]);
  if (fixed === "expired") return refuseToken(say.expiredToken);
  const issued = directory.token(token);
  if (issued === undefined) return refuseToken(say.unknownToken(malformation(token)));
  if (directory.app(issued.appKey)?.id !== app.id) return refuseToken(say.tokenOfOther);
  if (issued.state === "expired") return refuseToken(say.expiredToken);
  if (issued.state === "revoked") return refuseToken(say.revokedToken);
  const scope = scopeAt(table, path);
  if (!issued.scope.split(" ").includes(scope))
    return refuseToken(say.tokenWithoutScope(scope), challengeFor(schemes, operation, tokenCode, scope));
  if (issued.customerId === null) return {};
  const customer = directory.customer(app, issued.customerId);
  return customer === undefined ? refuseToken(say.tokenOfNobody) : { customer };
}

/** The name of the scope that a path's operations ask for, as `scopesOf` has it. */
function scopeAt(table: OperationTable, path: string): string {
  const [first] = table.at(path)?.methods.values() ?? [];
  return first?.operation.operationId ?? "";
}

function readContent(
  { maxBody, table }: GatewayConfig,
  operation: CheckedOperation,
  arrived: Arrived,
): { body: unknown } | Refusal {
  const { headers, body } = arrived;
  if (body === "too-large") return refuse(schemaCode, 400, [say.tooLarge(maxBody)]);
  if (body === "crumbled") return crumbledBody;
  const required = operation.operation.requestBody?.required === true;
  const refuseEmpty = (): Refusal =>
    refuse(jsonCode, 400, [describeProblem(missingBody(operation, table.at(arrived.path)?.methods))]);
  if (body.length === 0) return required ? refuseEmpty() : { body: undefined };
  const field = headers["content-type"];
  const { type, isUtf8 } = contentTypeOf(field);
  const mediaType = Object.hasOwn(operation.requestTypes, type) ? operation.requestTypes[type] : undefined;
  if (mediaType === undefined) return refuseMediaType(operation, arrived, body);
  const coding = headers["content-encoding"];
  if (isPacked(coding))
    return refuse(jsonCode, 400, [
      codingSentences(coding)
        .map((one) => `${one}.`)
        .join(" "),
    ]);
  if (!isUtf8)
    return refuse(jsonCode, 400, [repetition("Content-Type", arrived) ?? describeProblem(otherCharset(field))]);
  const content = readBodyText(type, body);
  if (content === "too-many") return tooManyValues;
  if ("expected" in content)
    return content.found === emptyText
      ? refuseEmpty()
      : refuse(jsonCode, 400, [describeProblem(problemAbout("본문", "json", content.expected, content.found))]);
  return judge(operation, mediaType, arrived, { ...content, isJson: type !== formType });
}

function refuseMediaType({ requestTypes }: CheckedOperation, arrived: Arrived, body: Buffer): Refusal {
  const types = Object.keys(requestTypes);
  if (types.length === 0) return refuse(jsonCode, 400, [say.takesNoBody]);
  const field = arrived.headers["content-type"];
  const text =
    repetition("Content-Type", arrived) ??
    mediaTypeText(types, shownMediaType(field)) +
      (/^[^;,]*\S\s+charset\s*=/i.test(field ?? "") ? say.lacksSemicolon : "");
  const kind = bodyKindSentences(kindOfBytes(body) ?? "");
  return refuse(jsonCode, 400, [text, ...(kind === undefined ? [] : [kind.map((one) => `${one}.`).join(" ")])]);
}

const jsonCode = "SYSCD01005";

function mediaTypeText(types: readonly string[], found: string): string {
  return describeProblem(problemAbout("Content-Type", "media-type", types.join(", "), found));
}

/** Holds a body against its schema. Which keys may be shown is found out where one is to be. */
function judge(
  operation: CheckedOperation,
  mediaType: MediaType,
  arrived: Arrived,
  content: { text: string; body: unknown; isJson: boolean },
): { body: unknown } | Refusal {
  let names: KeyNames | undefined;
  const show = (key: string): string => {
    if (names === undefined) {
      names = new KeyNames(operation.knownKeys);
      names.learn(valuesOf({ url: `${arrived.path}?${arrived.query}`, headers: arrived.headers }));
      names.learnBody(content);
    }
    return names.show(key);
  };
  const problems = operation.check(mediaType, content.body, show);
  return problems.length === 0 ? { body: content.body } : refuseProblems(problems);
}

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
import type { App } from "./apps.ts";
import type { Arrived } from "./arrived.ts";
import { tokenCode } from "./challenge.ts";
import { authorizationForm, malformation, misplacement, repetition } from "./credential-hints.ts";
import type { Excess } from "./plan.ts";
import { crumbledBody, tooManyValues } from "../server/limits.ts";
import { type Refusal, refuse, refuseProblems, schemaCode } from "../server/refusal.ts";

/** A request that the gateway admits. */
export interface Admission {
  operation: CheckedOperation;
  app: App;
  /** By place and name. */
  parameters: ParameterValues;
  /** undefined where the request has none. */
  body: unknown;
}

/** The data that the gateway checks requests with. */
export interface GatewayConfig {
  table: OperationTable;
  schemes: Record<string, SecurityScheme>;
  apps: ReadonlyMap<string, App>;
  /** Takes one call from an app's plan. */
  takeCall: (app: App) => Excess | undefined;
  /** The largest body in bytes. */
  maxBody: number;
}

/**
 * The gateway of 1.2 and 1.3. It checks in this order and refuses by the first check that fails: route, method,
 * headers, app key, secret key, token, plan, parameters, body, media type, JSON, schema. Why a request fails in detail is
 * looked for once it has failed.
 */
export function admit(config: GatewayConfig, arrived: Arrived): Admission | Refusal {
  const operation = route(config.table, arrived.path, arrived.method);
  if ("code" in operation) return operation;
  const refusal = missingHeader(config, operation, arrived);
  if (refusal !== undefined) return refusal;
  const app = identify(config, operation, arrived);
  if ("code" in app) return app;
  if (app.plan !== undefined) {
    const excess = config.takeCall(app);
    if (excess !== undefined)
      return excess === "total"
        ? refuse("SYSCD03102", 403, ["전체 호출 한도를 모두 사용했습니다."])
        : refuse("SYSCD03101", 503, ["초당 호출 한도를 넘었습니다."]);
  }
  if (!isDecodable(arrived.query)) return refuse("SYSCD01009", 400, [describeProblem(undecodableQuery)]);
  const { values: parameters, problems } = operation.checkParameters(arrived);
  if (problems.length > 0) return refuseProblems(problems);
  const content = readContent(config, operation, arrived);
  if ("code" in content) return content;
  return { operation, app, parameters, body: content.body };
}

/** The headers that the security alternative nearest to the request lacks, and Content-Type where there is a body. */
function missingHeader(
  { schemes, apps }: GatewayConfig,
  { operation, requestTypes }: CheckedOperation,
  arrived: Arrived,
): Refusal | undefined {
  const { headers, body } = arrived;
  let missing = missingCredentials(schemes, operation, headers);
  if (missing.length > 0) {
    const app = apps.get(credential(schemes, "appKey", headers) ?? "");
    if (app !== undefined && app.secretKey === undefined)
      missing = missingCredentials(schemes, operation, headers, credentialHeader(schemes, "secretKey"));
  }
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

const outOfService = { pending: "승인을 기다리는 앱입니다(준비).", suspended: "이용이 정지된 앱입니다." };

/** The app a request comes from. The token is looked at wherever the operation has one, even when it is optional. */
function identify(config: GatewayConfig, { operation }: CheckedOperation, arrived: Arrived): App | Refusal {
  const { schemes, apps } = config;
  const { headers } = arrived;
  const takes = (name: string): boolean => operation.security.some((alternative) => name in alternative);
  const given = (name: string): string => credential(schemes, name, headers) ?? "";
  const refuseKey = (name: string, text: string): Refusal => {
    const header = credentialHeader(schemes, name);
    const told = repetition(header, arrived) ?? `${header}: ${text}${malformation(given(name))}`;
    return refuse("SYSCD03003", 401, [told]);
  };
  const app = apps.get(given("appKey"));
  if (app === undefined) {
    const isSwapped = apps.get(given("secretKey"))?.secretKey === given("appKey") && given("appKey") !== "";
    return refuseKey("appKey", `등록되지 않은 앱 키입니다.${isSwapped ? " 시크릿 키와 바꾸어 보냈습니다." : ""}`);
  }
  if (app.state !== "in-service") return refuse("SYSCD03003", 401, [`appKey: ${outOfService[app.state]}`]);
  if (app.apis !== undefined && !app.apis.includes(operation.operationId))
    return refuse("SYSCD03003", 403, ["appKey: 앱에 이 API가 등록되어 있지 않습니다."]);
  if (takes("secretKey") && app.secretKey !== undefined && given("secretKey") !== app.secretKey)
    return refuseKey("secretKey", "앱 키와 맞지 않습니다.");
  const authorization = takes("bearer") ? credential(schemes, "bearer", headers) : undefined;
  return authorization === undefined ? app : (tokenRefusal(app, authorization, arrived) ?? app);
}

function tokenRefusal({ tokens = {} }: App, authorization: string, arrived: Arrived): Refusal | undefined {
  const stateOf = (token: string): string | undefined => (Object.hasOwn(tokens, token) ? tokens[token] : undefined);
  const token = bearerToken(authorization);
  const state = token === undefined ? undefined : stateOf(token);
  if (state === "valid") return undefined;
  const why =
    token === undefined
      ? describeProblem(notBearer) + authorizationForm(authorization, (one) => stateOf(one) !== undefined)
      : state === "expired"
        ? "Authorization: 만료된 액세스 토큰입니다."
        : `Authorization: 이 앱에 발급되지 않은 액세스 토큰입니다.${malformation(token)}`;
  return refuse(tokenCode, 401, [repetition("Authorization", arrived) ?? why]);
}

function readContent(
  { maxBody, table }: GatewayConfig,
  operation: CheckedOperation,
  arrived: Arrived,
): { body: unknown } | Refusal {
  const { headers, body } = arrived;
  if (body === "too-large") return refuse(schemaCode, 400, [`본문이 너무 큽니다. ${maxBody}바이트 이하로 보내십시오.`]);
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
  if (types.length === 0) return refuse(jsonCode, 400, ["이 호출은 본문을 받지 않습니다. 본문을 빼고 보내십시오."]);
  const field = arrived.headers["content-type"];
  const text =
    repetition("Content-Type", arrived) ??
    mediaTypeText(types, shownMediaType(field)) +
      (/^[^;,]*\S\s+charset\s*=/i.test(field ?? "") ? " 형식 뒤에 세미콜론(;)이 빠졌습니다." : "");
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

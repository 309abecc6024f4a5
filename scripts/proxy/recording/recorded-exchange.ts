import type { IncomingMessage } from "node:http";
import { credential } from "../../bundle/security.ts";
import { deref, type Example, type MediaType, type OpenApi } from "../../bundle/openapi.ts";
import type { FieldNode } from "../../client/contract.ts";
import { childOf } from "../../client/field.ts";
import type { Conditions, Scenario, ScenarioResponse } from "../../sandbox/scenarios/scenario.ts";
import { contentTypeOf, formType } from "../../server/body-format.ts";
import type { CheckedOperation } from "../../server/checked-operation.ts";
import { requestTarget } from "../../server/request-target.ts";
import type { Content } from "../content.ts";
import type { Finding } from "../findings.ts";
import type { Carried } from "../relay.ts";
import { findingLine } from "../report.ts";
import { Masker } from "./masker.ts";
import { keyOf } from "../../client/field-messages.ts";
import * as say from "../messages.ts";

/** An exchange of a known operation that got a whole answer, and what its examination has read. */
export interface WholeExchange {
  time: string;
  operation: CheckedOperation;
  request: IncomingMessage;
  answer: NonNullable<Carried["answer"]>;
  /** The bodies that could be read. */
  question?: Content | undefined;
  reply?: Content | undefined;
  deviations: readonly Finding[];
  notes: readonly Finding[];
}

/** An exchange as a scenario that has no name and no number of a call yet. */
export type RecordedExchange = Omit<Scenario, "name">;

/** What stands in for a body that is no JSON, where the spec has no example of its kind. */
const placeholders: Record<string, string> = {
  "text/html": `<!doctype html><title>${say.recordedHtml}</title>`,
  "text/plain": say.recordedText,
  "application/xml": "<recorded/>",
  "text/xml": "<recorded/>",
};

/** Media types that may be told of. */
const commonTypes = ["application/json", formType, ...Object.keys(placeholders)];

/** Makes a scenario of an exchange. No value of the exchange is in it: what is not the spec's own is masked. */
export function recordedExchange(api: OpenApi, exchange: WholeExchange): RecordedExchange {
  const { time, operation, request, question, deviations } = exchange;
  const masker = new Masker(api, credential(api.components.securitySchemes, "secretKey", request.headers));
  const { path, query } = requestTarget(request.url ?? "");
  const { values } = operation.checkParameters({ path, query, headers: request.headers });
  const parameters = Object.values(values).some((one) => Object.keys(one).length > 0)
    ? masker.mask(values, { tree: operation.parameterTree, examples: [] })
    : undefined;
  const body =
    question === undefined ? undefined : masker.mask(question.body, knownOf(api, operation, question.mediaType));
  const when: Conditions = {
    ...given("parameters", listed(operation.parameterTree, values) as Conditions["parameters"]),
    ...given("body", question && listed(operation.treeOf(question.mediaType), question.body)),
  };
  return {
    operation: operation.operation.operationId,
    ...given("when", Object.keys(when).length === 0 ? undefined : when),
    response: responseOf(api, exchange, masker),
    recorded: {
      time,
      request: { method: request.method ?? "", ...given("parameters", parameters), ...given("body", body) },
      deviations: deviations.map((one) => findingLine(withoutForeign(operation, one), false)),
    },
  };
}

function responseOf(api: OpenApi, { operation, answer, reply }: WholeExchange, masker: Masker): ScenarioResponse {
  const { status } = answer;
  const { type } = contentTypeOf(answer.headers["content-type"]);
  const own = operation.responseTypes(status)?.[type];
  if (answer.body.size === 0) return { status, body: "", deviates: true };
  const isOwn = own !== undefined || Object.hasOwn(placeholders, type);
  if (reply === undefined || !reply.isJson) {
    const example = type === "application/json" || own === undefined ? undefined : examplesOf(api, own)[0];
    const contentType = isOwn ? type : "text/plain";
    return typeof example === "string"
      ? { status, body: example, contentType }
      : { status, body: placeholders[contentType] ?? placeholders["text/plain"], contentType, deviates: true };
  }
  const body = masker.mask(reply.body, knownOf(api, operation, reply.mediaType));
  const isAsSpecified = own !== undefined && operation.check(own, body).length === 0;
  return {
    status,
    // A string goes out as it is; as JSON it has quotes.
    body: typeof body === "object" && body !== null ? body : JSON.stringify(body),
    ...given("contentType", isOwn ? type : undefined),
    ...(isAsSpecified ? {} : { deviates: true }),
  };
}

function knownOf(api: OpenApi, operation: CheckedOperation, mediaType: MediaType) {
  return { tree: operation.treeOf(mediaType), examples: examplesOf(api, mediaType) };
}

function examplesOf(api: OpenApi, { examples = {} }: MediaType): unknown[] {
  return Object.values(examples).map((example) => deref<Example>(api, example).value);
}

/** The part of a request that the spec lists the values of, and that is not personal; undefined where there is none. */
function listed(node: FieldNode | undefined, value: unknown): unknown {
  if (node === undefined || node.sensitive === true) return undefined;
  if (node.values?.includes(value) === true || (node.kind === "boolean" && typeof value === "boolean")) return value;
  if (node.kind !== "object" || typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const fields = Object.keys(node.fields ?? {}).flatMap((key) => {
    const one = Object.hasOwn(value, key)
      ? listed(childOf(node, key), (value as Record<string, unknown>)[key])
      : undefined;
    return one === undefined ? [] : [[key, one]];
  });
  return fields.length === 0 ? undefined : (Object.fromEntries(fields) as Record<string, unknown>);
}

/** A finding with nothing of the sender's own: a key or media type that the spec does not know may be a value, however it looks. */
function withoutForeign({ knownKeys, parameterTree }: CheckedOperation, finding: Finding): Finding {
  if (finding.rule === "media-type") {
    const [type = ""] = finding.found.split(";");
    return { ...finding, found: /^(없음|빈 값)$/.test(type) || commonTypes.includes(type) ? type : "다른 형식" };
  }
  if (finding.pointer === "") return finding;
  const parameters = Object.values(parameterTree.fields ?? {}).flatMap(({ fields = {} }) => Object.keys(fields));
  const show = (key: string): string =>
    knownKeys.has(key) || parameters.includes(key) || /^(\d{1,4}|\(\d+자 이름\))$/.test(key)
      ? key
      : keyOf([...key].length);
  return { ...finding, code: show(finding.code), pointer: finding.pointer.replaceAll(/[^/]+/g, show) };
}

function given<Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}

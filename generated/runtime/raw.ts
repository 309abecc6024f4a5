// npm run generate. 직접 수정하지 마십시오.
import createClient, { type Client } from "openapi-fetch";
import { type BodyRequest, bodyRequestClass } from "./body-request.ts";
import { toResponse, type Wire } from "./connection.ts";
import type { Operation } from "./contract.ts";
import { joined } from "./credentials.ts";
import { personalValues } from "./field.ts";
import { bySpecificity, matchPath } from "./parameters.ts";
import { pathSerializer, querySerializer } from "./parameter-code.ts";
import { inputError, isHeaderValue } from "./check-options.ts";
import {
  getWithBody,
  giveBody,
  giveHeaderValue,
  giveKnownRequest,
  givePost,
  unfitHeader,
  unknownRequest,
} from "./messages.ts";
import { absent } from "./problem.ts";

/** openapi-fetch over a connection: the same transport, credentials and limits, but bodies are not checked. */
export function rawClient<Paths extends object>(wire: Wire, operations: readonly Operation[]): Client<Paths> {
  const { baseUrl, carriesGetBody } = wire;
  const find = finder(operations);

  /** The fetch of openapi-fetch. */
  const send = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const at = url.origin + url.pathname;
    const operation = at.startsWith(`${baseUrl}/`) ? find(at.slice(baseUrl.length), request.method) : undefined;
    if (operation === undefined) throw inputError("request", "option", giveKnownRequest, unknownRequest);
    const { body, signal } = await bodyOf(request);
    if (body === undefined && operation.request !== undefined) throw inputError("body", "option", giveBody, absent);
    if (body !== undefined && request.method === "GET" && !carriesGetBody)
      throw inputError("method", "option", givePost, getWithBody);
    const headers: Record<string, string> = { accept: "application/json" };
    // TypeScript 5 can iterate Headers only with the lib dom.iterable.
    request.headers.forEach((value, name) => {
      if (!isHeaderValue(value)) throw inputError(name, "header", giveHeaderValue, unfitHeader);
      headers[name] = value;
    });
    // openapi-fetch puts what it does not know of a call's options onto the Request.
    const { timeout } = request as Request & { timeout?: number };
    const { url: address, method } = request;
    const limits = { ...(signal === undefined ? {} : { signal }), ...(timeout === undefined ? {} : { timeout }) };
    const answer = await wire.track(operation, limits, async (call) => {
      const { reserved } = wire.credentials;
      const credentials = await wire.credentials.authorize(operation, call, undefined);
      call.hidden.push(() => textsIn(body));
      return call.exchange({ url: address, method, headers: joined(headers, credentials, reserved), body });
    });
    return toResponse(answer);
  };

  return createClient<Paths>({ baseUrl, Request: bodyRequestClass(), fetch: send, pathSerializer, querySerializer });
}

/** Finds the operation of a path and method; a path without variables goes before one with (OpenAPI 3.1.1, 4.8.8.1). */
function finder(operations: readonly Operation[]): (path: string, method: string) => Operation | undefined {
  const concrete = new Map<string, Operation[]>();
  const templates = operations.filter(({ path }) => path.includes("{")).sort((a, b) => bySpecificity(a.path, b.path));
  for (const one of operations) concrete.set(one.path, [...(concrete.get(one.path) ?? []), one]);
  return (path, method) => {
    const takes = (one: Operation): boolean => [one.method, one.fallback].includes(method);
    return (
      concrete.get(path)?.find(takes) ?? templates.find((one) => takes(one) && matchPath(one.path, path) !== undefined)
    );
  };
}

/** The body and the caller's signal of a request. A middleware of raw may have replaced it with a plain Request. */
async function bodyOf(request: Request): Promise<{ body: string | undefined; signal: AbortSignal | undefined }> {
  if ("bodyText" in request) {
    const { bodyText, callerSignal } = request as BodyRequest;
    return { body: bodyText, signal: callerSignal };
  }
  return { body: request.body === null ? undefined : await request.text(), signal: request.signal };
}

/** Every text and number of a body that nothing tells the meaning of. */
function textsIn(body = "null"): string[] {
  try {
    return personalValues(undefined, JSON.parse(body));
  } catch {
    return [body];
  }
}

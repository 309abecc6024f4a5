import assert from "node:assert/strict";
import { exampleCredentials, exampleRequest, type ExampleRequest } from "../../bundle/example-request.ts";
import { type Operation, operationsOf } from "../../bundle/openapi.ts";
import { credentialHeaders, missingCredentials } from "../../bundle/security.ts";
import type { SourceDocument } from "../../bundle/source.ts";
import type { Check, CheckGroup } from "./check.ts";
import { documentedFields, documentedParameters } from "./documented-fields.ts";
import { allows, changed, objectsIn, valueAt, valuesFor } from "./field-values.ts";
import type { Body, SpecUnderTest } from "./spec-under-test.ts";

/** The server accepts what the document's tables, the errata and the security alternatives allow, and nothing else. */
export const requests: CheckGroup = {
  name: "requests",
  needs: "server",
  checks: (spec) =>
    operationsOf(spec.api).flatMap((one) => {
      const request = exampleRequest(spec.api, one);
      const bodies = spec.bodies.filter(
        ({ path, method, status }) => path === one.path && method === one.method && status === undefined,
      );
      return [
        ...bodies.flatMap((body) =>
          body.contentType === "application/json" ? jsonChecks(spec, request, body) : formChecks(spec, request, body),
        ),
        ...(one.operation.requestBody?.required === true ? [bodyCheck(spec, request, one.operation)] : []),
        ...queryChecks(spec, request, one),
        ...securityChecks(spec, request, one.operation),
      ];
    }),
};

async function assertStatus(spec: SpecUnderTest, request: ExampleRequest, status: number, why: string): Promise<void> {
  assert.equal((await spec.call(request)).status, status, why);
}

function jsonChecks(
  spec: SpecUnderTest,
  request: ExampleRequest,
  { operationId, contentType, schemaPointer, mediaType }: Body,
): Check[] {
  const [example] = spec.examples.filter((one) => one.mediaType === mediaType);
  const valid = example?.value;
  const { keys } = spec.spec.source<SourceDocument>("document.yaml").envelope;
  const expectBody = (body: unknown, isAllowed: boolean, why: string): Promise<void> => {
    const headers = { ...request.headers, "Content-Type": contentType };
    return assertStatus(spec, { ...request, headers, body: JSON.stringify(body) }, isAllowed ? 200 : 400, why);
  };
  return [
    {
      name: `${operationId}: the envelope has its parts, which are objects`,
      async run() {
        for (const key of keys) {
          await expectBody(
            changed(valid, "", (body) => delete body[key]),
            false,
            `without ${key}`,
          );
          for (const other of [null, [], "", 1, true])
            await expectBody(
              changed(valid, "", (body) => (body[key] = other)),
              false,
              `${key} ${JSON.stringify(other)}`,
            );
        }
      },
    },
    {
      name: `${operationId}: an unknown key is refused in every object`,
      async run() {
        for (const at of objectsIn(valid))
          await expectBody(
            changed(valid, at, (holder) => (holder["EXTRA"] = "")),
            false,
            at,
          );
      },
    },
    ...documentedFields(spec, schemaPointer).map((field) => ({
      name: `${operationId} ${field.at}.${field.code}: what the document and the errata allow`,
      async run() {
        const { at, code, required } = field;
        await expectBody(
          changed(valid, at, (holder) => delete holder[code]),
          !required,
          "without it",
        );
        for (const value of valuesFor(field, valueAt(valid, at, code)))
          await expectBody(
            changed(valid, at, (holder) => (holder[code] = value)),
            allows(field, value),
            JSON.stringify(value),
          );
      },
    })),
  ];
}

function bodyCheck(spec: SpecUnderTest, request: ExampleRequest, { operationId }: Operation): Check {
  return {
    name: `${operationId}: a request without a body is refused`,
    run: () => assertStatus(spec, { ...request, body: undefined }, 400, "without a body"),
  };
}

/** A form of no fields is empty; every example of another media type is accepted. */
function formChecks(
  spec: SpecUnderTest,
  request: ExampleRequest,
  { operationId, contentType, mediaType }: Body,
): Check[] {
  const headers = { ...request.headers, "Content-Type": contentType };
  const isEmpty = (mediaType.schema as { maxProperties?: number }).maxProperties === 0;
  return [
    {
      name: `${operationId} ${contentType}: its examples are accepted, and nothing that is not in them`,
      async run() {
        for (const { value, name } of spec.examples.filter((one) => one.mediaType === mediaType)) {
          const body = new URLSearchParams(value as Record<string, string>).toString();
          await assertStatus(spec, { ...request, headers, body }, 200, name);
        }
        if (isEmpty) await assertStatus(spec, { ...request, headers, body: "extra=1" }, 400, "a field");
      },
    },
  ];
}

/** A query without a required parameter, or with a value above its printed length, is refused. */
function queryChecks(
  spec: SpecUnderTest,
  request: ExampleRequest,
  { path: template, method, operation: { operationId } }: { path: string; method: string; operation: Operation },
): Check[] {
  const [path = "", query] = request.path.split("?");
  const expectQuery = (change: (query: URLSearchParams) => void, status: number, why: string): Promise<void> => {
    const changedQuery = new URLSearchParams(query);
    change(changedQuery);
    return assertStatus(spec, { ...request, path: `${path}?${changedQuery.toString()}` }, status, why);
  };
  return documentedParameters(spec, template, method)
    .filter(({ at }) => at === "query")
    .map(({ code, required, type, maxLength }) => ({
      name: `${operationId} query ${code}: what the document allows`,
      async run() {
        await expectQuery((all) => all.delete(code), required ? 400 : 200, "without it");
        if (maxLength !== undefined && type === "string")
          await expectQuery((all) => all.set(code, "A".repeat(maxLength + 1)), 400, "too long");
      },
    }));
}

/** Each alternative alone is enough, and so are all credentials together; one header fewer is refused. */
function securityChecks(spec: SpecUnderTest, request: ExampleRequest, operation: Operation): Check[] {
  const schemes = spec.api.components.securitySchemes;
  const headersFor = (names: string[]): Record<string, string> => credentialHeaders(schemes, names, exampleCredentials);
  const all = headersFor(Object.keys(schemes));
  const plain = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !(name in all)));
  const expectHeaders = (headers: Record<string, string>, status: number): Promise<void> =>
    assertStatus(spec, { ...request, headers: { ...plain, ...headers } }, status, Object.keys(headers).join(" "));
  const alternatives = operation.security.map((alternative) => headersFor(Object.keys(alternative)));
  return [
    {
      name: `${operation.operationId}: each security alternative is accepted`,
      async run() {
        for (const headers of [all, ...alternatives]) await expectHeaders(headers, 200);
      },
    },
    {
      name: `${operation.operationId}: a request that meets no security alternative is refused`,
      async run() {
        for (const headers of [all, ...alternatives]) {
          for (const left of Object.keys(headers)) {
            const fewer = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== left));
            const lower = Object.fromEntries(Object.entries(fewer).map(([name, value]) => [name.toLowerCase(), value]));
            const isEnough = missingCredentials(schemes, operation, lower).length === 0;
            await expectHeaders(fewer, isEnough ? 200 : 401);
          }
        }
      },
    },
  ];
}

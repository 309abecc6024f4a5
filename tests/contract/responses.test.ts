import { describe, expect, test } from "vitest";
import { operationsOf } from "../../scripts/lib/openapi.ts";
import { api, cases, sampleRequest, validatorAt } from "../support/bundle.ts";
import { send } from "../support/http.ts";
import { credentials, servers, useServer } from "../support/servers.ts";

const answers = cases.filter(({ status }) => status !== undefined);

/** The operation's own first example as a request; no body where none is required. */
function requestOf({ operationId, path, method }: { operationId: string; path: string; method: string }) {
  const isRequired = api.paths[path]?.[method]?.requestBody?.required === true;
  const example = cases.find((one) => isRequired && one.operationId === operationId && one.status === undefined);
  const headers = { ...credentials, ...(example === undefined ? {} : { "content-type": example.contentType }) };
  return { method: method.toUpperCase(), headers, body: example?.value };
}

test("each operation has an example for 200 and every error status", () => {
  for (const { operation } of operationsOf(api)) {
    const statuses = new Set(answers.filter(({ operationId, contentType }) => operationId === operation.operationId && contentType === "application/json").map(({ status }) => status));
    expect([operation.operationId, ...statuses]).toEqual([operation.operationId, 200, 400, 401, 403, 404, 405, 500, 503, 504]);
  }
});

/** An error as the sandbox sends it: every one has a GLBL_ID in the bank's form. */
function withGlobalId(value: unknown, body: unknown): unknown {
  if (typeof value === "string") return value;
  const { dataHeader } = body as { dataHeader: { GLBL_ID: string } };
  expect(dataHeader.GLBL_ID).toMatch(/^20\d{6}SANDBOX0[0-2]\d[0-5]\d[0-5]\d00\d{8}$/);
  return { ...(value as object), dataHeader };
}

describe.each(servers)("$server", ({ start, server: name }) => {
  const server = useServer(start);

  describe("every operation × status × example over HTTP", () => {
    test.each(answers)("$operationId $status $contentType $name", async (wanted) => {
      const request = requestOf(wanted);
      const headers = { ...request.headers, accept: wanted.contentType, prefer: `code=${wanted.status}, example=${wanted.name}` };
      const reply = await send(server.url() + wanted.path, { ...request, headers });
      expect(reply.status).toBe(wanted.status);
      expect(reply.contentType).toBe(wanted.contentType);
      const body = wanted.contentType === "text/html" ? reply.text : reply.json();
      expect(body).toEqual(name === "sandbox" && wanted.status !== 200 ? withGlobalId(wanted.value, body) : wanted.value);
      const validate = validatorAt(wanted.schemaPointer);
      validate(body);
      expect(validate.errors ?? []).toEqual([]);
    });
  });

  test.each(["GET", "POST"])("%s with the document's request answers the corrected 4.1.5", async (method) => {
    const reply = await send(`${server.url()}/oai/wb/v1/credit/getCreditLoanBasicInfo`, {
      method,
      headers: { appkey: "SANDBOX-APP-KEY", secretkey: "SANDBOX-SECRET-KEY", "content-type": "application/json" },
      body: sampleRequest(),
    });
    expect(reply.status).toBe(200);
    expect(reply.json()).toMatchObject({
      dataBody: { LN_AVL_AM: "350000000", SGI_TSBSR_NO: "1005905932948090", CNT: "1", ACCOUNT_LIST: [{ CUS_USG_ACNO: "1111111111111" }] },
    });
  });

  test("tokencheck takes the document's Content-Type with an empty body", async () => {
    const headers = { appkey: "SANDBOX-APP-KEY", authorization: "Bearer SANDBOX-ACCESS-TOKEN", "content-type": "application/x-www-form-urlencoded" };
    const reply = await send(`${server.url()}/oap/wb/v2/oauth/tokencheck`, { headers });
    expect(reply.status).toBe(200);
    expect(reply.json()).toEqual({ dataHeader: {}, dataBody: {} });
  });
});

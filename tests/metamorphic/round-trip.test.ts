import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CallResult, WooriApiError, type WooriClient, WooriTransportError } from "../../generated/client.ts";
import { longerNumber } from "../../scripts/client/messages.ts";
import { droppedKey } from "../../scripts/client/problem.ts";
import { operationsOf } from "../../scripts/bundle/openapi.ts";
import type { CreditLoanBasicInfoRequest } from "../../generated/types.ts";
import { validFor } from "../../scripts/checks/differential/arbitrary.ts";
import { render, type Tree } from "../../scripts/checks/differential/tree.ts";
import { api, cases, sampleRequest } from "../support/bundle.ts";
import { clientFor, errorOf, serve, ways } from "../support/client.ts";
import { forwardTo } from "../support/forwarder.ts";
import { usePrism } from "../support/servers.ts";

const mock = usePrism();
const sample = (): CreditLoanBasicInfoRequest => sampleRequest() as unknown as CreditLoanBasicInfoRequest;
const answers = cases.filter(({ status }) => status !== undefined);
const json = "application/json";
const plain = { escaped: false, spaced: false };

/** The body that an operation's request example has; undefined where it takes none. */
const bodyOf = (operationId: string): unknown =>
  cases.find((one) => one.operationId === operationId && one.status === undefined && one.contentType === json)?.value;

/** Calls an operation of any bundle with its own example; a POST that stands in for a GET has that one's method. */
function call(client: WooriClient, operationId: string): Promise<CallResult<unknown>> {
  const path = operationsOf(api).find(({ operation }) => operation.operationId === operationId)?.path;
  const [first] = operationsOf(api).filter((one) => one.path === path);
  const methods = client as unknown as Record<string, (input?: unknown) => Promise<CallResult<unknown>>>;
  const body = bodyOf(operationId);
  const method = methods[first?.operation.operationId ?? ""];
  if (method === undefined) throw new Error(`the client has no method for ${operationId}`);
  return body === undefined ? method() : method(body);
}

/** A client of the operation, in front of a mock that answers with one example. */
async function clientOf({ operationId, status, name, contentType }: (typeof answers)[number]) {
  const server = await forwardTo(mock.url(), { prefer: `code=${status}, example=${name}`, accept: contentType });
  return { server, client: clientFor(server.url, { method: operationId.startsWith("post") ? "POST" : "GET" }) };
}

describe("example → client → mock → client loses nothing", () => {
  test.each(answers.filter(({ status }) => status === 200))("$operationId 200 $name", async (wanted) => {
    const { client, server } = await clientOf(wanted);
    const { data, issues, businessError } = await call(client, wanted.operationId);
    expect(data ?? businessError?.body).toEqual(wanted.value);
    expect(issues).toEqual([]);
    const error = (wanted.value as { dataBody: Record<string, string> }).dataBody["ERR_TXT"];
    expect(businessError?.message).toBe(error === "" ? undefined : error);
    const body = bodyOf(wanted.operationId);
    if (body !== undefined) expect(JSON.parse(server.seen[0]?.body ?? "")).toEqual(body);
  });

  test.each(answers.filter(({ status, contentType }) => status !== 200 && contentType === "application/json"))(
    "$operationId $status $name",
    async (wanted) => {
      const { client } = await clientOf(wanted);
      const error = await errorOf(call(client, wanted.operationId));
      expect(error).toBeInstanceOf(WooriApiError);
      const { ERRCODE, ERRUSRMSG, ERRORLIST, MAIN_MSG_INF_REPT_CN } = (
        wanted.value as {
          dataBody: {
            ERRCODE: string;
            ERRUSRMSG: string;
            ERRORLIST: { MSG_CD: string; MAIN_MSG_TXT: string }[];
            MAIN_MSG_INF_REPT_CN: string;
          };
        }
      ).dataBody;
      const list = ERRORLIST.map(({ MSG_CD, MAIN_MSG_TXT }) => ({ code: MSG_CD, message: MAIN_MSG_TXT }));
      expect(error).toMatchObject({ status: wanted.status, code: ERRCODE, bankMessage: ERRUSRMSG, list });
      expect((error as WooriApiError).list).toHaveLength(Number(MAIN_MSG_INF_REPT_CN));
    },
  );

  test.each(answers.filter(({ contentType }) => contentType === "text/html"))(
    "$operationId $status $name",
    async (wanted) => {
      const { client } = await clientOf(wanted);
      const error = await errorOf(call(client, wanted.operationId));
      expect(error).toBeInstanceOf(WooriTransportError);
      expect(error).toMatchObject({ code: "html", status: wanted.status });
    },
  );
});

describe("so does any valid body", () => {
  const objectOf = (tree: Tree): unknown => JSON.parse(render(tree, plain));

  test.each(ways)("a request, by $way", async ({ options }) => {
    const server = await forwardTo(mock.url());
    const client = clientFor(server.url, options);
    await fc.assert(
      fc.asyncProperty(validFor(api, { $ref: "#/components/schemas/CreditLoanBasicInfoRequest" }), async (tree) => {
        const body = objectOf(tree) as CreditLoanBasicInfoRequest;
        const { response } = await client.getCreditLoanBasicInfo(body);
        expect(response.status).toBe(200);
        expect(JSON.parse(server.seen.at(-1)?.body ?? "")).toEqual(body);
      }),
      { seed: 7, numRuns: 20 },
    );
  });

  test("an answer, with every key it does not know", async () => {
    let text = "";
    const server = await serve(
      (_request, response) => void response.writeHead(200, { "content-type": "application/json" }).end(text),
    );
    const client = clientFor(server.url);
    await fc.assert(
      fc.asyncProperty(validFor(api, { $ref: "#/components/schemas/CreditLoanBasicInfoResponse" }), async (tree) => {
        text = render(tree, plain);
        const { data, businessError, issues } = await client.getCreditLoanBasicInfo(sample());
        expect(JSON.stringify(data ?? businessError?.body)).toBe(JSON.stringify(withoutUnsafe(parseExactly(text))));
        expect(issues.filter(({ found }) => ![droppedKey, longerNumber].includes(found))).toEqual([]);
      }),
      { seed: 7, numRuns: 50 },
    );
  });
});

/** JSON.parse, but a number that JavaScript cannot hold stays the text it was. */
function parseExactly(text: string): unknown {
  const parse = JSON.parse as (
    text: string,
    reviver: (key: string, value: unknown, context: { source: string }) => unknown,
  ) => unknown;
  return parse(text, (_key, value, { source }) =>
    typeof value === "number" && (!Number.isFinite(value) || source.length > 15) ? source : value,
  );
}

/** Keys that reach an object's prototype are dropped on purpose. */
function withoutUnsafe(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutUnsafe);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== "__proto__" && key !== "constructor")
      .map(([key, value]) => [key, withoutUnsafe(value)]),
  );
}

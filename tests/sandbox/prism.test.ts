import { describe, expect, test } from "vitest";
import { exampleRequest } from "../../scripts/bundle/example-request.ts";
import { operationsOf } from "../../scripts/bundle/openapi.ts";
import { api, cases, loanPath, sampleRequest } from "../support/bundle.ts";
import { type Reply, send } from "../support/http.ts";
import { credentials, usePrism, useSandbox } from "../support/servers.ts";

/** Prism alone and the sandbox, asked the same. Where both answer, they agree; every intended difference stands here. */

const prism = usePrism();
const sandbox = useSandbox();

interface Asked {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

const json = { ...credentials, "content-type": "application/json" };
const without = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(json).filter(([key]) => key !== name));

function both({
  path = loanPath,
  method = "POST",
  headers = json,
  body = sampleRequest(),
}: Asked): Promise<[Reply, Reply]> {
  return Promise.all([
    send(prism.url() + path, { method, headers, body }),
    send(sandbox.url() + path, { method, headers, body }),
  ]);
}

/** A body less what the sandbox adds to an error: GLBL_ID, and what failed. */
function comparable(reply: Reply): unknown {
  if (reply.contentType !== "application/json") return reply.text;
  const { dataHeader, dataBody } = reply.json() as { dataHeader: object; dataBody: object };
  if (!("ERRCODE" in dataBody)) return { dataHeader, dataBody };
  return { ...dataBody, ERRORLIST: [], MAIN_MSG_INF_REPT_CN: "" };
}

const changed = (change: (body: ReturnType<typeof sampleRequest>) => void): unknown => {
  const body = sampleRequest();
  change(body);
  return body;
};

/** Every operation's example request. */
const requests = operationsOf(api).map((at) => ({ ...at, request: exampleRequest(api, at) }));

describe("status and body agree", () => {
  const same: Record<string, Asked> = {
    "a valid POST": {},
    "the documented GET": { method: "GET" },
    tokencheck: { path: "/oap/wb/v2/oauth/tokencheck", method: "GET", headers: credentials, body: "" },
    "no app key": { headers: without("appKey") },
    "no secret key": { headers: without("secretKey") },
    "Accept: */*": { headers: { ...json, accept: "*/*" } },
    "Accept with q values": { headers: { ...json, accept: "text/html;q=0.5, application/json" } },
    "a query nobody asked for": { path: `${loanPath}?page=1` },
    "Prefer: dynamic=false": { headers: { ...json, prefer: "dynamic=false" } },
  };
  for (const { operation, request } of requests) {
    const prefer = (value: string, more = {}): Asked => ({
      ...request,
      body: request.body ?? "",
      headers: { ...request.headers, ...more, prefer: value },
    });
    const { operationId } = operation;
    for (const status of Object.keys(operation.responses))
      same[`${operationId} Prefer: code=${status}`] = prefer(`code=${status}`);
    for (const { name, status = 0, contentType } of cases.filter((one) => one.operationId === operationId)) {
      if (status === 0) continue;
      const value = `code=${status}, example=${name}`;
      same[`${operationId} Prefer: ${value}`] = prefer(value, { accept: contentType });
      if (status < 300) same[`${operationId} Prefer: example=${name}`] = prefer(`example=${name}`);
    }
  }

  test.each(Object.entries(same))("%s", async (_name, asked) => {
    const [fromPrism, fromSandbox] = await both(asked);
    expect([fromSandbox.status, fromSandbox.contentType, comparable(fromSandbox)]).toEqual([
      fromPrism.status,
      fromPrism.contentType,
      comparable(fromPrism),
    ]);
  });
});

describe("the status agrees, and the code of the sandbox says which rule was broken, where Prism sends its first example", () => {
  const first = "SYSCD01000";
  const refused: Record<string, [Asked, string]> = {
    "a value that is not allowed": [
      { body: changed((body) => (body.dataBody["CRINF_INQ_AGR_YN"] = "X")) },
      "SYSCD01006",
    ],
    "a value too long": [{ body: changed((body) => (body.dataHeader["UTZ_MCHR_OS_DSCD"] = "12")) }, "SYSCD01008"],
    "a key too many": [{ body: changed((body) => (body.dataBody["EXTRA"] = "")) }, "SYSCD02101"],
    "a header key missing": [{ body: changed((body) => delete body.dataHeader["UTZPE_CNCT_IPAD"]) }, "SYSCD01004"],
    "no envelope": [{ body: {} }, "SYSCD02101"],
    "another media type": [{ headers: { ...json, "content-type": "text/plain" }, body: "text" }, "SYSCD01005"],
    "no Content-Type": [{ headers: credentials }, "SYSCD02001"],
  };

  test.each(Object.entries(refused))("%s", async (_name, [asked, code]) => {
    const [fromPrism, fromSandbox] = await both(asked);
    expect(fromSandbox.status).toBe(fromPrism.status);
    const codeOf = (reply: Reply): string => (reply.json() as { dataBody: { ERRCODE: string } }).dataBody.ERRCODE;
    expect([codeOf(fromPrism), codeOf(fromSandbox)]).toEqual([first, code]);
  });
});

describe("intended differences", () => {
  const differences: { name: string; asked: Asked; fromPrism: [number, string]; fromSandbox: [number, string] }[] = [
    {
      name: "an unknown path",
      asked: { path: "/oai/wb/v1/credit/unknown" },
      fromPrism: [404, "application/problem+json"],
      fromSandbox: [404, "SYSCD02901"],
    },
    {
      name: "a wrong method",
      asked: { method: "PUT" },
      fromPrism: [405, "application/problem+json"],
      fromSandbox: [405, "SYSCD02901"],
    },
    {
      name: "an app key nobody has",
      asked: { headers: { ...json, appKey: "SANDBOX-NOBODY" } },
      fromPrism: [200, "application/json"],
      fromSandbox: [401, "SYSCD03003"],
    },
    {
      name: "another secret",
      asked: { headers: { ...json, secretKey: "SANDBOX-OTHER" } },
      fromPrism: [200, "application/json"],
      fromSandbox: [401, "SYSCD03003"],
    },
    {
      name: "an expired token",
      asked: { headers: { ...json, authorization: "Bearer SANDBOX-EXPIRED-TOKEN" } },
      fromPrism: [200, "application/json"],
      fromSandbox: [401, "SYSCD03001"],
    },
    {
      name: "an example alone that is an error code",
      asked: { headers: { ...json, prefer: "example=SYSCD01002" } },
      fromPrism: [404, "application/problem+json"],
      fromSandbox: [500, "SYSCD01002"],
    },
    {
      name: "an example that is not there",
      asked: { headers: { ...json, prefer: "example=noSuchExample" } },
      fromPrism: [404, "application/problem+json"],
      fromSandbox: [400, "SYSCD01006"],
    },
    {
      name: "a status that is not there",
      asked: { headers: { ...json, prefer: "code=418" } },
      fromPrism: [404, "application/problem+json"],
      fromSandbox: [400, "SYSCD01006"],
    },
    {
      name: "Accept that cannot be met",
      asked: { headers: { ...json, accept: "application/xml" } },
      fromPrism: [406, "application/problem+json"],
      fromSandbox: [200, "application/json"],
    },
    {
      name: "a query that cannot be decoded",
      asked: { path: `${loanPath}?trace=%` },
      fromPrism: [200, "application/json"],
      fromSandbox: [400, "SYSCD01009"],
    },
  ];

  test.each(differences)("$name", async ({ asked, fromPrism, fromSandbox }) => {
    const [one, other] = await both(asked);
    const seen = (reply: Reply): [number, string] => {
      const code =
        reply.contentType === "application/json"
          ? (reply.json() as { dataBody: { ERRCODE?: string } }).dataBody.ERRCODE
          : undefined;
      return [reply.status, code ?? reply.contentType];
    };
    expect([seen(one), seen(other)]).toEqual([fromPrism, fromSandbox]);
  });

  test("dynamic=true: Prism makes values up, the sandbox knows no such preference and sends its example", async () => {
    const [fromPrism, fromSandbox] = await both({ headers: { ...json, prefer: "dynamic=true" } });
    const [, example] = await both({});
    expect([fromPrism.status, fromSandbox.status, fromSandbox.text]).toEqual([200, 200, example.text]);
    expect(fromPrism.text).not.toBe(fromSandbox.text);
  });

  test("a lower-case bearer, which Prism refuses", async () => {
    const asked = {
      path: "/oap/wb/v2/oauth/tokencheck",
      method: "GET",
      headers: { ...credentials, authorization: "bearer SANDBOX-ACCESS-TOKEN" },
      body: "",
    };
    const [fromPrism, fromSandbox] = await both(asked);
    expect([fromPrism.status, fromSandbox.status]).toEqual([401, 200]);
  });

  test("a body that is not JSON, which Prism never answers", async () => {
    const abort = new AbortController();
    const options = { method: "POST", headers: json, body: '{"dataHeader":' };
    const silent = fetch(prism.url() + loanPath, { ...options, signal: abort.signal }).then(
      () => "answered",
      () => "aborted",
    );
    const reply = await send(sandbox.url() + loanPath, options);
    // Prism had as long as the sandbox took to answer, and another request to each after it.
    await both({});
    abort.abort();
    expect([reply.status, (reply.json() as { dataBody: { ERRCODE: string } }).dataBody.ERRCODE, await silent]).toEqual([
      400,
      "SYSCD01005",
      "aborted",
    ]);
  });
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as validators from "../../generated/validators.ts";
import type { CreditLoanBasicInfoRequest } from "../../generated/types.ts";
import { validFor } from "../../scripts/checks/differential/arbitrary.ts";
import { broken, oneBreak } from "../../scripts/checks/differential/breaks.ts";
import { render, type Tree } from "../../scripts/checks/differential/tree.ts";
import { api, loanPath, sampleRequest } from "../support/bundle.ts";
import { clientFor, serve } from "../support/client.ts";
import { send } from "../support/http.ts";
import { credentials, usePrism } from "../support/servers.ts";

/** 3.5: the order of the keys may differ from the document's. So it must never matter. */

const plain = { escaped: false, spaced: false };
const request = validFor(api, { $ref: "#/components/schemas/CreditLoanBasicInfoRequest" });
const answer = validFor(api, { $ref: "#/components/schemas/CreditLoanBasicInfoResponse" });
const breaks = fc.array(oneBreak, { maxLength: 2 });
const isValid = validators as unknown as Record<string, (data: unknown) => boolean>;

/** The same JSON with the keys of every object in another order; of a key that stands twice, the later one stays later. */
function reordered(tree: Tree): Tree {
  if (tree.kind === "array") return { kind: "array", items: tree.items.map(reordered) };
  if (tree.kind !== "object") return tree;
  const last = new Map(tree.entries.map(([key, value]): [string, Tree] => [key, reordered(value)]));
  return { kind: "object", entries: [...last].reverse() };
}

describe("the order of keys never matters (3.5)", () => {
  const mock = usePrism();

  test("to the mock and to the client's validators, for requests that are right or wrong", async () => {
    const verdicts = async (tree: Tree) => {
      const body = render(tree, plain);
      const { status } = await send(mock.url() + loanPath, {
        method: "POST",
        headers: { ...credentials, "content-type": "application/json" },
        body,
      });
      return { status, valid: isValid["getCreditLoanBasicInfoRequest"]?.(JSON.parse(body)) };
    };
    await fc.assert(
      fc.asyncProperty(request, breaks, async (tree, changes) => {
        const changed = broken(tree, changes);
        expect(await verdicts(reordered(changed))).toEqual(await verdicts(changed));
      }),
      { seed: 35, numRuns: 50 },
    );
  });

  test("to what the client reads from an answer that is right or wrong", async () => {
    let text = "";
    const server = await serve(
      (_request, response) => void response.writeHead(200, { "content-type": "application/json" }).end(text),
    );
    const client = clientFor(server.url);
    const read = async (tree: Tree) => {
      text = render(tree, plain);
      const reading = client.getCreditLoanBasicInfo(sampleRequest() as unknown as CreditLoanBasicInfoRequest);
      const { data, issues, businessError } = await reading.catch((error: unknown) => ({
        data: String(error),
        issues: [],
        businessError: undefined,
      }));
      return { data, businessError, issues: issues.map((issue) => JSON.stringify(issue)).sort() };
    };
    await fc.assert(
      fc.asyncProperty(answer, breaks, async (tree, changes) => {
        const changed = broken(tree, changes);
        expect(await read(reordered(changed))).toEqual(await read(changed));
      }),
      { seed: 35, numRuns: 50 },
    );
  });
});

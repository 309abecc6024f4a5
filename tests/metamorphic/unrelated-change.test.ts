import * as fc from "fast-check";
import { expect, test } from "vitest";
import { validFor } from "../../scripts/checks/differential/arbitrary.ts";
import { render, type Style, type Tree } from "../../scripts/checks/differential/tree.ts";
import { api, loanPath } from "../support/bundle.ts";
import { type Reply, send } from "../support/http.ts";
import { credentials, usePrism } from "../support/servers.ts";

/** A request and the ways to send it that the contract does not tell apart. */
interface Way {
  method: "GET" | "POST";
  style: Style;
  /** Whether header names are in lower case. */
  isLower: boolean;
  query: string;
  more: Record<string, string>;
  contentType: string;
}

const way: fc.Arbitrary<Way> = fc.record({
  method: fc.constantFrom("GET", "POST"),
  style: fc.record({ escaped: fc.boolean(), spaced: fc.boolean() }),
  isLower: fc.boolean(),
  query: fc.constantFrom("", "?", "?x=1", "?%EA%B0%80=1"),
  more: fc.dictionary(fc.constantFrom("X-Request-Id", "Accept-Language", "hashVAL"), fc.constantFrom("1", "ko"), {
    noNullPrototype: true,
  }),
  contentType: fc.constantFrom("application/json", "application/json; charset=UTF-8", "application/json;charset=utf-8"),
});

const request = validFor(api, { $ref: "#/components/schemas/CreditLoanBasicInfoRequest" });
const mock = usePrism();

function sendBy(tree: Tree, { method, style, isLower, query, more, contentType }: Way): Promise<Reply> {
  const headers = { ...credentials, ...more, "Content-Type": contentType };
  const named = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [isLower ? name.toLowerCase() : name, value]),
  );
  return send(mock.url() + loanPath + query, { method, headers: named, body: render(tree, style) });
}

test("a valid request stays valid, and gets the same answer, however it is sent", async () => {
  await fc.assert(
    fc.asyncProperty(request, way, way, async (tree, one, other) => {
      const [first, second] = [await sendBy(tree, one), await sendBy(tree, other)];
      expect([first.status, second.status]).toEqual([200, 200]);
      expect(second.json()).toEqual(first.json());
    }),
    { seed: 42, numRuns: 40 },
  );
});

test("a valid request stays valid when one field takes the value of another valid request", async () => {
  const plain: Way = {
    method: "POST",
    style: { escaped: false, spaced: false },
    isLower: true,
    query: "",
    more: {},
    contentType: "application/json",
  };
  const valueOf = (tree: Tree, part: string, key: string): Tree | undefined =>
    entriesOf(entriesOf(tree).find(([name]) => name === part)?.[1]).find(([name]) => name === key)?.[1];
  await fc.assert(
    fc.asyncProperty(request, request, fc.nat(), async (tree, donor, at) => {
      const fields = entriesOf(tree).flatMap(([part, value]) => entriesOf(value).map(([key]) => ({ part, key })));
      const { part, key } = fields[at % fields.length] as { part: string; key: string };
      const changed: Tree = {
        kind: "object",
        entries: entriesOf(tree).map(([name, value]) => [
          name,
          name !== part
            ? value
            : {
                kind: "object",
                entries: entriesOf(value).map(([code, own]) => [
                  code,
                  code === key ? (valueOf(donor, part, key) ?? own) : own,
                ]),
              },
        ]),
      };
      expect((await sendBy(changed, plain)).status).toBe(200);
    }),
    { seed: 42, numRuns: 40 },
  );
});

function entriesOf(tree: Tree | undefined): [string, Tree][] {
  return tree?.kind === "object" ? tree.entries : [];
}

import { isIP } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dump } from "js-yaml";
import { parse } from "yaml";
import { fieldTreesOf } from "../../scripts/bundle/field-tree.ts";
import { violations } from "../../scripts/client/violations.ts";
import type { FieldNode } from "../../scripts/client/contract.ts";
import { Masker } from "../../scripts/proxy/recording/masker.ts";
import { api } from "../support/bundle.ts";

const masker = new Masker(api, "SECRET-KEY");
const open: FieldNode = { kind: "any" };

/** The fake of one value, at a place that the spec says nothing of. */
const fake = <T>(value: T, tree = open, examples: unknown[] = []): T => masker.mask(value, { tree, examples }) as T;

/** A text with each letter by its kind. */
const kindsOf = (text: string): string =>
  [...text]
    .map((letter) => {
      if (/[0-9]/.test(letter)) return "9";
      if (/[A-Z]/.test(letter)) return "A";
      if (/[a-z]/.test(letter)) return "a";
      return /[가-힣]/.test(letter) ? "가" : letter;
    })
    .join("");

const ordinary = fc.stringMatching(/^[0-9A-Za-z가-힣]{1,12}([-./:@,_ ][0-9A-Za-z가-힣]{1,12}){0,4}$/);

describe("the fake of a text", () => {
  test("keeps length, kinds of letters, separators and zeros in front", () => {
    fc.assert(
      fc.property(ordinary, (text) => {
        const made = fake(text);
        expect([...made]).toHaveLength([...text].length);
        // Hexadecimal letters of an address stay such.
        if (isIP(text) === 0) expect(kindsOf(made)).toBe(kindsOf(text));
        const zeros = (one: string): number => /^[^0-9]*(0*)/.exec(one)?.[1]?.length ?? 0;
        if (!/[-./:@,_ ]/.test(text)) expect(zeros(made)).toBe(zeros(text));
      }),
    );
  });

  test("is as long as any text, in code points, and holds no sign that could spell a message", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const made = fake(text);
        expect([...made]).toHaveLength([...text].length);
        expect(made).toMatch(/^(?:[\p{L}\p{N}]|[!-~ \n·])*$/u);
        for (const [run] of made.matchAll(/[^\p{L}\p{N}]{3,}/gu)) expect(new Set(run).size).toBe(1);
      }),
    );
  });

  test("is always the same, and another one where there can be another", () => {
    const again = new Masker(api, "SECRET-KEY");
    fc.assert(
      fc.property(ordinary, (text) => {
        expect(again.mask(text, { tree: open, examples: [] })).toBe(fake(text));
        if (/[A-Za-z가-힣1-9]/.test(text)) expect(fake(text)).not.toBe(text);
      }),
    );
  });
});

/** A number's digits, the last made so that the check holds. */
const checked = (length: number, holds: (digits: string) => boolean): fc.Arbitrary<string> =>
  fc
    .stringMatching(new RegExp(`^[1-9]\\d{${length - 2}}$`))
    .map((start) => [..."0123456789"].map((last) => start + last).find(holds) ?? "")
    .filter((digits) => digits !== "");

const isCard = (digits: string): boolean =>
  [...digits].reverse().reduce((sum, digit, at) => {
    const twice = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return sum + (twice > 9 ? twice - 9 : twice);
  }, 0) %
    10 ===
  0;

const isBusiness = (digits: string): boolean => {
  const of = [...digits].map(Number);
  const sum = [1, 3, 7, 1, 3, 7, 1, 3, 5].reduce((total, weight, at) => total + weight * of[at]!, 0);
  return (sum + Math.floor((of[8]! * 5) / 10) + of[9]!) % 10 === 0;
};

const isResident = (digits: string): boolean => {
  const of = [...digits].map(Number);
  const sum = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5].reduce((total, weight, at) => total + weight * of[at]!, 0);
  return (
    ((of[6]! < 5 ? 11 : 13) - (sum % 11)) % 10 === of[12] &&
    isDate(`20${digits.slice(0, 2)}`, digits.slice(2, 4), digits.slice(4, 6))
  );
};

const isDate = (year: string, month: string, day: string): boolean => {
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return at.getUTCMonth() + 1 === Number(month) && at.getUTCDate() === Number(day);
};

const two = (most: number, least = 0): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, "0"));
const day = fc.tuple(fc.integer({ min: 1900, max: 2099 }), two(12, 1), two(28, 1)).map((parts) => parts.map(String));
const clock = fc.tuple(two(23), two(59), two(59));

describe("what is more than its letters stays so", () => {
  const dashed = (digits: string, ...cuts: number[]): string =>
    cuts.toReversed().reduce((text, at) => `${text.slice(0, at)}-${text.slice(at)}`, digits);
  const plain = (text: string): string => text.replaceAll("-", "");

  test.each<[string, fc.Arbitrary<string>, (text: string) => boolean]>([
    ["a card number", checked(16, isCard).filter((digits) => !isResident(digits)), isCard],
    [
      "a card number in groups",
      checked(16, isCard).map((digits) => dashed(digits, 4, 8, 12)),
      (text) => /^(\d{4}-){3}\d{4}$/.test(text) && isCard(plain(text)),
    ],
    ["사업자등록번호", checked(10, isBusiness), isBusiness],
    [
      "사업자등록번호 in groups",
      checked(10, isBusiness).map((digits) => dashed(digits, 3, 5)),
      (text) => /^\d{3}-\d{2}-\d{5}$/.test(text) && isBusiness(plain(text)),
    ],
    [
      "주민등록번호",
      fc
        .tuple(day, fc.stringMatching(/^[1-8]\d{5}$/))
        .map(([[year = "", month, date], rest]) => `${year.slice(2)}${month}${date}${rest}`)
        .map((start) => [..."0123456789"].map((last) => start + last).find(isResident) ?? "")
        .filter((digits) => digits !== ""),
      isResident,
    ],
    [
      "yyyymmdd",
      day.map((parts) => parts.join("")),
      (text) => /^\d{8}$/.test(text) && isDate(text.slice(0, 4), text.slice(4, 6), text.slice(6)),
    ],
    [
      "yyyy-mm-dd",
      day.map((parts) => parts.join("-")),
      (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDate(text.slice(0, 4), text.slice(5, 7), text.slice(8)),
    ],
    [
      "ISO 8601",
      fc.tuple(day, clock).map(([date, time]) => `${date.join("-")}T${time.join(":")}.123Z`),
      (text) => new Date(text).toISOString() === text,
    ],
    [
      "yyyymmddhhmmss",
      fc.tuple(day, clock).map((parts) => parts.flat().join("")),
      (text) => /^\d{8}([01]\d|2[0-3])[0-5]\d[0-5]\d$/.test(text),
    ],
    ["hhmmss", clock.map((parts) => parts.join("")), (text) => /^([01]\d|2[0-3])[0-5]\d[0-5]\d$/.test(text)],
    ["hh:mm", clock.map((parts) => parts.slice(0, 2).join(":")), (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)],
    ["an IPv4 address", fc.ipV4(), (text) => isIP(text) === 4],
    ["an IPv6 address", fc.ipV6(), (text) => isIP(text) === 6],
    ["an e-mail address", fc.emailAddress(), (text) => /^[^@]+@[^@]+\.[a-z]+$/i.test(text)],
  ])("%s", (_name, values, holds) => {
    fc.assert(
      fc.property(values, (value) => {
        const made = fake(value);
        expect(holds(made), `${value} became ${made}`).toBe(true);
        expect(made).toHaveLength(value.length);
      }),
    );
  });

  test("a JSON number: whole or not, its sign, how many digits it has", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer(), fc.float({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, 7, 1e21, 5e-9)),
        (value) => {
          const made = fake(value);
          expect(typeof made).toBe("number");
          expect([Number.isInteger(made), Math.sign(made) === Math.sign(value)]).toEqual([
            Number.isInteger(value),
            true,
          ]);
          if (Number.isSafeInteger(value)) expect(String(made)).toHaveLength(String(value).length);
        },
      ),
    );
  });
});

describe("the fake of a body", () => {
  test("breaks just the rules that the original breaks, at every schema of the spec", () => {
    for (const name of Object.keys(api.components.schemas)) {
      const tree = fieldTreesOf(api).of({ $ref: `#/components/schemas/${name}` });
      const value = (node: FieldNode): fc.Arbitrary<unknown> => {
        if (node.kind === "object")
          return fc.record(
            Object.fromEntries(Object.entries(node.fields ?? {}).map(([key, one]) => [key, value(one)])),
            { requiredKeys: [] },
          );
        if (node.kind === "list")
          return fc.oneof(fc.array(value(node.item ?? open), { maxLength: 3 }), fc.constant(""));
        return fc.oneof(
          ordinary,
          fc.stringMatching(/^\d{1,9}$/),
          fc.constantFrom("", "Y", "N", "y"),
          fc.integer({ min: 0, max: 999 }),
        );
      };
      fc.assert(
        fc.property(value(tree), (body) => {
          const rules = (one: unknown): string[] =>
            violations(tree, one).map(({ path, rule }) => `${path.join("/")} ${rule}`);
          expect(rules(fake(body, tree))).toEqual(rules(body));
        }),
        { numRuns: 40 },
      );
    }
  });

  test("takes an example of the spec where no fake keeps a rule", () => {
    const tree: FieldNode = { kind: "object", fields: { CODE: { kind: "text", pattern: /^(WOORI|NAVER)$/u } } };
    expect(fake({ CODE: "WOORI" }, tree, [{}, { CODE: "NAVER" }])).toEqual({ CODE: "NAVER" });
  });

  test("keeps what the spec lists, a count of the list beside it, and empty values; not so at other places", () => {
    const listed: FieldNode = { kind: "text", values: ["Y", "N"] };
    const tree: FieldNode = {
      kind: "object",
      fields: {
        YN: listed,
        CNT: { kind: "text" },
        AM: { kind: "text" },
        LIST: { kind: "list", item: { kind: "any" } },
      },
    };
    const body = { YN: "Y", CNT: "2", AM: "4321", LIST: [null, true], OTHER: "Y", EMPTY: "" };
    const made = fake(body, tree) as Record<string, unknown>;
    expect(made).toMatchObject({ YN: "Y", CNT: "2", LIST: [null, true] });
    expect(made["AM"]).toMatch(/^(?!4321)[1-9]\d{3}$/);
    expect(Object.keys(made).map((key) => key.length)).toEqual(Object.keys(body).map((key) => key.length));
    expect(Object.keys(made).slice(4)).not.toContain("OTHER");
    expect(Object.values(made).at(-1)).toBe("");
  });

  test("comes back from a file as it was, by other readers of YAML too", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const body = JSON.parse(JSON.stringify(fake(value))) as unknown;
        expect(parse(dump({ body }, { lineWidth: -1, noRefs: true }))).toEqual({ body });
      }),
    );
  });
});

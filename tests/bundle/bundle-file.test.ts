import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { readBundle } from "../../scripts/bundle/bundle-file.ts";
import { httpMethods, type OpenApi } from "../../scripts/bundle/openapi.ts";
import { diffFiles } from "../../scripts/cli/diff-files.ts";
import { lintFile } from "../../scripts/cli/lint-file.ts";
import { sandbox } from "../../scripts/cli/sandbox.ts";
import { docs } from "../../scripts/cli/docs.ts";
import { UserError } from "../../scripts/lib/user-error.ts";
import { api } from "../support/bundle.ts";
import { call } from "../support/in-process.ts";
import { temporaryFolder } from "../support/project.ts";

/** A document to spoil. */
type Loose = Record<string, any>;

const members = Reflect.ownKeys(Object.prototype);
beforeEach(() => () => expect(Reflect.ownKeys(Object.prototype)).toEqual(members));

function written(text: string): string {
  const path = join(temporaryFolder(), "openapi.json");
  writeFileSync(path, text);
  return path;
}

/** The real bundle, changed. */
function changed(change: (document: Loose) => void): string {
  const document = structuredClone(api) as unknown as Loose;
  change(document);
  return written(JSON.stringify(document));
}

const [path = ""] = Object.keys(api.paths);
const method = httpMethods.find((name) => api.paths[path]?.[name] !== undefined) ?? "get";
const operation = (document: Loose): Loose => document["paths"][path][method] as Loose;
const [schemaName = ""] = Object.keys(api.components.schemas);
const code = (document: Loose): Loose => document["x-error-catalogue"].codes[0] as Loose;
const reference = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const at = `/paths/${path.replaceAll("/", "~1")}/${method}`;

const wrong: [name: string, change: (document: Loose) => void, place: string][] = [
  ["no info", (document) => delete document["info"], "/ info"],
  ["no components", (document) => delete document["components"], "/ components"],
  [
    "security schemes that are none",
    (document) => (document["components"].securitySchemes = null),
    "/components/securitySchemes ",
  ],
  ["an operation that is null", (document) => (document["paths"][path][method] = null), `${at} `],
  ["an operation without responses", (document) => delete operation(document)["responses"], `${at} responses`],
  ["an operation without security", (document) => delete operation(document)["security"], `${at} security`],
  [
    "a body without content",
    (document) => (operation(document)["requestBody"] = { content: null }),
    `${at}/requestBody/content `,
  ],
  [
    "a schema that is null",
    (document) => (document["components"].schemas[schemaName] = null),
    `/components/schemas/${schemaName} `,
  ],
  ["a title that is no text", (document) => (document["info"].title = { a: 1 }), "/info/title "],
  [
    "a catalogue without codes",
    (document) => (document["x-error-catalogue"].codes = null),
    "/x-error-catalogue/codes ",
  ],
  ["a code that is null", (document) => (document["x-error-catalogue"].codes[0] = null), "/x-error-catalogue/codes/0 "],
  ["a source that is none", (document) => (operation(document)["x-source"] = 1), `${at}/x-source `],
  [
    "scenarios that are none",
    (document) => (document["components"].schemas[schemaName]["x-scenarios"] = { a: 1 }),
    `/components/schemas/${schemaName}/x-scenarios/a `,
  ],
  [
    "a reference to a member of every object",
    (document) => (operation(document)["responses"]["400"] = { $ref: "#/components/__proto__/x" }),
    `${at}/responses/400/$ref `,
  ],
  [
    "a reference to a constructor",
    (document) => (operation(document)["responses"]["400"] = { $ref: "#/components/responses/constructor" }),
    `${at}/responses/400/$ref `,
  ],
  [
    "a reference to a file",
    (document) => (operation(document)["responses"]["400"] = { $ref: "../../etc/passwd" }),
    `${at}/responses/400/$ref `,
  ],
  [
    "a reference to nothing",
    (document) => (operation(document)["responses"]["400"] = { $ref: "#/components/responses/None" }),
    `${at}/responses/400/$ref `,
  ],
  [
    "a reference that is no text",
    (document) => (operation(document)["responses"]["400"] = { $ref: {} }),
    `${at}/responses/400/$ref `,
  ],
  [
    "a reference to itself",
    (document) => (document["components"].schemas.Loop = reference("Loop")),
    "/components/schemas/Loop/$ref ",
  ],
  [
    "two references to each other",
    (document) => Object.assign(document["components"].schemas, { Loop: reference("Back"), Back: reference("Loop") }),
    "/components/schemas/Back/$ref ",
  ],
  [
    "eight schemas that refer to one another",
    (document) => {
      const names = Array.from({ length: 8 }, (_, index) => `Loop${index}`);
      const properties = Object.fromEntries(names.map((name) => [name, reference(name)]));
      for (const name of names) document["components"].schemas[name] = { type: "object", properties };
    },
    "/components/schemas/Loop0/properties/Loop0/$ref ",
  ],
  [
    "schemas that double thirty times",
    (document) => {
      for (let level = 0; level < 30; level++)
        document["components"].schemas[`Level${level}`] = {
          type: "object",
          properties: level === 29 ? {} : { a: reference(`Level${level + 1}`), b: reference(`Level${level + 1}`) },
        };
    },
    "/components/schemas/Level",
  ],
  [
    "a pattern that may take forever",
    (document) => (document["components"].schemas[schemaName] = { type: "string", pattern: "^(a+)+$" }),
    `/components/schemas/${schemaName}/pattern `,
  ],
];

describe("every command tells by place of a document with", () => {
  test.each(wrong)("%s", async (_, change, place) => {
    const file = changed(change);
    for (const run of [
      () => call(sandbox, "--port", "0", "--bundle", file),
      () => call(diffFiles, file),
      () => call((how) => docs(how, () => readBundle(file)), "--out", join(temporaryFolder(), "out")),
    ]) {
      const { exitCode, output } = await run();
      expect({ exitCode, output }).toEqual({ exitCode: 2, output: expect.stringContaining(`\n  ${place}`) as string });
      expect(output).not.toMatch(/^ {4}at /m);
    }
  });
});

const fields = [
  "__proto__.payload",
  "constructor.prototype",
  "prototype.payload",
  "dataBody.__proto__",
  "dataBody",
  "",
  "a.b.c",
];

describe.each(fields)("no command changes what every object has, for a reproduction that changes %j", (field) => {
  test.each([
    ["set", { set: JSON.parse(`{${JSON.stringify(field)}: 1}`) as object }],
    ["remove", { remove: field }],
  ])("%s", async (key, reproduce) => {
    const file = changed((document) => (code(document)["reproduce"] = reproduce));
    for (const run of [() => call(sandbox, "--port", "0", "--bundle", file), () => call(diffFiles, file)]) {
      const { exitCode, output } = await run();
      expect([exitCode, output]).toEqual([2, expect.stringContaining(`/x-error-catalogue/codes/0/reproduce/${key}`)]);
    }
  });
});

test.each(["null", "[null]", '{"a":1}', '[{"code":"A","reproduce":{"set":{"__proto__.payload":1}}}]'])(
  "lint FILE tells by place of a catalogue of %s",
  async (codes) => {
    const file = changed((document) => (document["x-error-catalogue"].codes = JSON.parse(codes) as unknown));
    const { exitCode, output } = await call(lintFile, file);
    expect([exitCode, output]).toEqual([1, expect.stringContaining("source-form  /x-error-catalogue/codes")]);
  },
);

test("a key that every object has is refused wherever it stands", async () => {
  for (const key of ["__proto__", "constructor", "toString"]) {
    const text = JSON.stringify(api).replace('"info":{', `"info":{"x-a":{${JSON.stringify(key)}:{"payload":1}},`);
    await expect(readBundle(written(text))).rejects.toThrow(`  /info/x-a/${key} ${key}: `);
    const { exitCode, output } = await call(lintFile, written(text));
    expect([exitCode, output]).toEqual([1, expect.stringContaining(`name-support  ${key}: `)]);
  }
});

describe("a fuzzer finds no document that is neither read nor refused in a sentence:", () => {
  /** Reads a text as a bundle; anything but an answer or a sentence fails. */
  async function isTold(text: string): Promise<void> {
    const failure = await readBundle(written(text)).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (failure !== undefined && !(failure instanceof UserError)) throw failure;
  }

  const limits = { seed: 16, interruptAfterTimeLimit: 5000, endOnFailure: true };

  test("any JSON", async () => {
    await fc.assert(fc.asyncProperty(fc.json({ noUnicodeString: false, maxDepth: 6 }), isTold), {
      ...limits,
      numRuns: 300,
    });
  });

  test("any text", async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: "binary" }), isTold), { ...limits, numRuns: 200 });
  });

  test("the bundle with one part replaced, and what is read opens a sandbox and a comparison", async () => {
    const places: string[][] = [];
    const collect = (node: unknown, segments: string[]): void => {
      if (segments.length > 0) places.push(segments);
      if (typeof node === "object" && node !== null)
        for (const [key, part] of Object.entries(node)) collect(part, [...segments, key]);
    };
    collect(api, []);
    const values = fc.oneof(
      fc.constantFrom<unknown>(
        null,
        {},
        [],
        "",
        0,
        -1,
        true,
        { $ref: "#/components/schemas/__proto__" },
        [null],
        { a: null },
        "\u001b[31m",
        "__proto__",
        1e308,
      ),
      fc.jsonValue({ maxDepth: 2 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), values, async (segments, value) => {
        const file = changed((document) => {
          const holder = segments.slice(0, -1).reduce<Loose>((node, key) => node[key] as Loose, document);
          holder[segments.at(-1) ?? ""] = value;
        });
        const read = await readBundle(file).then(
          (one: OpenApi) => one,
          (error: unknown) => error,
        );
        if (read instanceof Error && !(read instanceof UserError)) throw read;
        for (const run of read instanceof Error ? [] : [opened, () => call(diffFiles, file)]) {
          const { exitCode, output } = await run(file);
          expect(output).not.toMatch(/예상하지 못한 오류/);
          expect([0, 1]).toContain(exitCode);
        }
      }),
      { ...limits, numRuns: 150 },
    );
  });

  /** Opens a sandbox on a free port and ends it at once. */
  function opened(file: string): ReturnType<typeof call> {
    return call((how) => sandbox({ ...how, end: AbortSignal.abort() }), "--port", "0", "--bundle", file);
  }
});

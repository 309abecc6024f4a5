import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lintFile } from "../../scripts/cli/lint-file.ts";
import { callFrom } from "../support/in-process.ts";
import { temporaryFolder } from "../support/project.ts";

const head = 'openapi: 3.1.1\ninfo: { title: 시험, version: "1" }\n';
const secret = "CANARY-APP-KEY";

/** Lints a document in a folder that holds a link, beside one that holds a secret. */
function lint(text: string | Uint8Array, name = "api.yaml") {
  const parent = temporaryFolder();
  const dir = join(parent, "document");
  mkdirSync(join(dir, "parts"), { recursive: true });
  writeFileSync(join(parent, "secret.yaml"), `${secret}: [\n`);
  writeFileSync(join(dir, "parts/broken.yaml"), `a: 1\nb: "${secret}\n`);
  symlinkSync(join(parent, "secret.yaml"), join(dir, "link.yaml"));
  writeFileSync(join(dir, name), text);
  return callFrom(dir, lintFile, name);
}

const referring = (ref: string): string => `${head}paths:\n  /a: { $ref: ${JSON.stringify(ref)} }\n`;
const schemas = (...lines: string[]): string =>
  `${head}paths: {}\ncomponents:\n  schemas:\n${lines.map((line) => `    ${line}\n`).join("")}`;
const toSchema = (name: string): string => `{ $ref: "#/components/schemas/${name}" }`;

describe("is told by file and line, without what the file holds:", () => {
  const many = Array.from({ length: 10 }, () => "x").join(", ");
  const laughs = Array.from(
    { length: 9 },
    (_, at) => `a${at + 1}: &a${at + 1} [${Array(10).fill(`*a${at}`).join(", ")}]`,
  );
  test.each<[string, string | Uint8Array, string]>([
    ["an alias", `${head}x-key: *${secret}\n`, "api.yaml:3  yaml  별칭(*)이 가리키는 앵커(&)가 앞에 없습니다."],
    ["a tag", `${head}x-key: !${secret} text\n`, "api.yaml:3  yaml  다른 YAML 도구가 읽지 못하는 표기가 있습니다."],
    ["a key twice", `${head}info: ${secret}\n`, "api.yaml:3  yaml  같은 키가 두 번 있습니다."],
    ["a tab", `${head}paths:\n\t/a: ${secret}\n`, "api.yaml:4  yaml  탭으로 들여 썼습니다."],
    ["a quote without an end", `${head}x: "${secret}\n`, "api.yaml:3  yaml  따옴표가 닫히지 않았습니다."],
    [
      "an alias within its anchor",
      `${head}x-a: &a [*a, ${secret}]\n`,
      "api.yaml:1  yaml  별칭(*)이 자신이 들어 있는 값을",
    ],
    [
      "aliases that multiply",
      `${head}a0: &a0 [${many}]\n${laughs.join("\n")}\n`,
      "별칭(*)이 같은 값을 너무 많이 반복합니다.",
    ],
    [
      "lists in lists",
      `${head}x: ${"[".repeat(5000)}${"]".repeat(5000)}\n`,
      "api.yaml:3  yaml  중첩이 200단계를 넘습니다.",
    ],
    ["a file that it refers to", referring("./parts/broken.yaml"), "parts/broken.yaml:2  yaml  따옴표가 닫히지"],
    ["a reference up", referring("../secret.yaml"), 'api.yaml:4  local-ref  $ref "../secret.yaml": 문서의 폴더 밖'],
    ["an encoded reference up", referring("%2e%2e/secret.yaml"), "api.yaml:4  local-ref"],
    ["a reference from the root", referring("/etc/hostname"), "api.yaml:4  local-ref"],
    ["a file: URL", referring("file:///etc/hostname"), "api.yaml:4  local-ref"],
    ["a link out of the folder", referring("./link.yaml"), "api.yaml:4  local-ref"],
    [
      "an external value",
      `${head}paths: {}\ncomponents: { examples: { a: { externalValue: ../secret.yaml } } }\n`,
      "api.yaml:4  local-ref",
    ],
    ["a schema that is a reference to itself", schemas(`A: ${toSchema("A")}`), "api.yaml:6  local-ref"],
    [
      "two that are references to each other",
      schemas(`A: ${toSchema("B")}`, `B: ${toSchema("A")}`),
      "api.yaml:6  local-ref",
    ],
    [
      "a key that every object has",
      `${head}paths: {}\nx-a:\n  __proto__: { a: 1 }\n`,
      "api.yaml:5  name-support  __proto__:",
    ],
    [
      "a pattern that may take forever",
      schemas("A: { type: string, pattern: ^(a+)+$, example: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa! }"),
      "api.yaml:6  pattern-support",
    ],
    [
      "references that multiply",
      schemas(
        ...Array.from(
          { length: 30 },
          (_, at) => `S${at}: { properties: { a: ${toSchema(`S${at + 1}`)}, b: ${toSchema(`S${at + 1}`)} } }`,
        ),
        "S30: {}",
      ),
      "$ref를 따라가면 문서가 너무 커집니다.",
    ],
  ])("%s", async (_, text, message) => {
    const { exitCode, output } = await lint(text);
    expect(output).toContain(message);
    expect(output).not.toContain(secret);
    expect(exitCode).toBe(1);
  });

  test.each<[string, string | Uint8Array, string]>([
    ["JSON without an end", `{\n"a": "${secret}"\n`, "api.json:2  json  JSON으로 읽을 수 없습니다."],
    [
      "JSON in JSON",
      `{ "a": ${"[".repeat(100_000)}${"]".repeat(100_000)} }`,
      "api.json:1  json  중첩이 200단계를 넘습니다.",
    ],
  ])("%s", async (_, text, message) => {
    const { exitCode, output } = await lint(text, "api.json");
    expect([exitCode, output]).toEqual([1, expect.stringContaining(message)]);
    expect(output).not.toContain(secret);
  });

  test.each<[string, Uint8Array, string]>([
    [
      "bytes that are no UTF-8",
      Buffer.concat([Buffer.from(`${head}x: ${secret}`), Buffer.of(0xff)]),
      "api.yaml:3 UTF-8이 아닌",
    ],
    ["more than 64 MiB", new Uint8Array(65 * 1024 * 1024 + 1).fill(97), "api.yaml: 66MiB입니다."],
  ])("%s", async (_, text, message) => {
    const { exitCode, output } = await lint(text);
    expect([exitCode, output]).toEqual([2, expect.stringContaining(message)]);
    expect(output).not.toContain(secret);
  });
});

describe("is read as without it:", () => {
  test.each([
    ["a byte order mark", `\ufeff${head}paths: {}\n`],
    ["CRLF", `${head}paths: {}\n`.replaceAll("\n", "\r\n")],
  ])("%s", async (_, text) => {
    // Redocly counts the lines of its own reading.
    const findings = ({ output }: { output: string }) =>
      output
        .replaceAll(/:\d+(?= )/g, "")
        .split("\n")
        .sort();
    expect(findings(await lint(text))).toEqual(findings(await lint(`${head}paths: {}\n`)));
  });
});

test.each(["text", "github", "json"])(
  "names of a document reach no terminal and no workflow as commands: %s",
  async (format) => {
    const names = [
      "x\n::error::payload",
      "::warning::payload",
      "##[error]payload",
      "\u001b]8;;payload\u001b\\",
      "\u202epayload",
      "\u009bpayload\r",
    ];
    const dir = temporaryFolder();
    writeFileSync(
      join(dir, "api.json"),
      JSON.stringify({
        openapi: "3.1.1",
        info: { title: "시험", version: "1" },
        paths: {},
        ...Object.fromEntries(names.map((name) => [name, 1])),
      }),
    );
    const { exitCode, output } = await callFrom(dir, lintFile, "api.json", "--format", format);
    expect(exitCode).toBe(1);
    expect(output.match(/payload/g)?.length).toBeGreaterThanOrEqual(names.length);
    expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]|##\[/);
    const commands = output.split("\n").filter((line) => line.trimStart().startsWith("::"));
    expect(
      commands.filter((line) => !/^::error file=api\.json,line=\d+,title=[\w%-]+(\/[\w-]+)?::/.test(line)),
    ).toEqual([]);
    expect(commands.length === 0).toBe(format !== "github");
  },
);

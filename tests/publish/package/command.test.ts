import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { wooriOpenapi } from "../../../scripts/cli/subcommands.ts";
import { consumerSet } from "../../../scripts/generate/consumer-set.ts";
import { manifest } from "../../../scripts/lib/manifest.ts";
import { bundleFile, root } from "../../../scripts/lib/paths.ts";
import { toolsOf } from "../../../scripts/lib/tools.ts";
import { startIn } from "../../support/command.ts";
import { projectWith, usePackage } from "../../support/package.ts";
import { callFrom } from "../../support/in-process.ts";
import { type Outcome, run, temporaryFolder } from "../../support/project.ts";
import { site } from "../../support/site.ts";

const packed = usePackage();
const readme = readFileSync(join(root, "scripts/publish/package/README.md"), "utf8");
const samples = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = ""]) => code);

/** The command as the package has it. */
const command = (dir: string, ...args: string[]): Promise<Outcome> =>
  run(dir, "node_modules/.bin/woori-openapi", ...args);

/** The same command in this process, from the repository. */
const called = (dir: string, ...args: string[]): Promise<Outcome> => callFrom(dir, wooriOpenapi, ...args);

function runCode(dir: string, code: string): Promise<Outcome> {
  writeFileSync(join(dir, "main.ts"), code);
  return run(dir, "main.ts");
}

const scarf = "  npm pkg set --json scarfSettings.enabled=false";
const redocly = "  export REDOCLY_TELEMETRY=off";

describe("woori-openapi", () => {
  test("lists its commands for --help, and explains each", async () => {
    const { exitCode, output } = await command(projectWith(packed()), "--help");
    const names = [...output.matchAll(/^ {2}([a-z]+) +[가-힣A-Z]/gm)].map(([, name = ""]) => name);
    expect([exitCode, names]).toEqual([
      0,
      expect.arrayContaining(["generate", "sandbox", "proxy", "lint", "diff", "docs", "export"]),
    ]);
    for (const words of ["-h", ...names.map((name) => `${name} --help`), "sandbox -h"]) {
      const help = await called(root, ...words.split(" "));
      expect([help.exitCode, help.output]).toEqual([
        0,
        expect.stringMatching(/^사용법: npx woori-openapi [\s\S]*종료 코드: 0 /),
      ]);
    }
  });

  test("tells its version", async () => {
    expect(await command(projectWith(packed()), "--version")).toEqual({
      exitCode: 0,
      output: `${manifest().version}\n`,
    });
  });

  test.each([
    [["nothing"], "오류: 없는 명령입니다: nothing.\n\n사용법:"],
    [["constructor"], "오류: 없는 명령입니다: constructor."],
    [[], "오류: 명령을 입력하십시오.\n\n사용법:"],
    [["lint"], "오류: 인자를 읽을 수 없습니다."],
    [["docs"], "npx woori-openapi docs --out docs"],
    [["generate"], "오류: --out에 소스를 쓸 폴더를 지정하십시오. 예: npx woori-openapi generate --out src/woori"],
  ])("refuses %j with 2", async (args, message) => {
    const { exitCode, output } = await called(root, ...args);
    expect([exitCode, output]).toEqual([2, expect.stringContaining(message)]);
  });

  test("generate writes what npm run generate does, and no file over another's", async () => {
    const dir = projectWith(packed());
    const { exitCode, output } = await command(dir, "generate", "--out", "src/woori");
    expect([exitCode, output]).toEqual([
      0,
      expect.stringMatching(/^ {2}npm install --save-exact openapi-fetch@[\d.]+$/m),
    ]);
    for (const [file, text] of consumerSet())
      expect(readFileSync(join(dir, "src/woori", file), "utf8"), file).toBe(text);
    writeFileSync(join(dir, "src/woori/types.ts"), "export type Mine = 1;\n");
    expect((await command(dir, "generate", "--out", "src/woori")).output).toContain(
      "이 명령이 만들지 않은 파일이 있어 아무것도 쓰지 않았습니다: types.ts.",
    );
  });

  test("export prints what npm run export does, and needs no tool", async () => {
    const dir = projectWith(packed());
    for (const name of ["openapi-3.0.yaml", "woori.postman_collection.json", "fields.csv"])
      expect(await command(dir, "export", name)).toEqual(await called(root, "export", name));
    expect(await command(dir, "export", "markdown", "--out", "docs")).toMatchObject({ exitCode: 0 });
    expect(readFileSync(join(dir, "docs/markdown/errata.md"), "utf8")).toContain("oauth-bearer");
  });

  test.each([
    ["sandbox", ["sandbox", "--port", "0"], "샌드박스", [scarf]],
    ["lint", ["lint", "node_modules/woori-openapi/generated/openapi.json"], "lint", [scarf, redocly]],
    ["certificate", ["proxy", "--tls", "--upstream", "https://127.0.0.1"], "--tls의 인증서", []],
  ] as const)("%s: says what to install where tools are missing", async (tools, args, purpose, silences) => {
    const { exitCode, output } = await command(projectWith(packed()), ...args);
    const tested = toolsOf[tools].map((tool) => [tool, manifest().devDependencies?.[tool]]);
    expect(exitCode).toBe(2);
    expect(output.split("\n")).toEqual([
      `오류: ${purpose}에 필요한 도구가 없습니다.`,
      ...tested.map(([tool, version]) =>
        expect.stringMatching(new RegExp(`^  ${tool} +설치된 버전: 없음, 시험한 버전: ${version}$`)),
      ),
      "사용하는 프로젝트의 폴더에서 설치하십시오:",
      ...silences,
      `  npm install --save-dev --save-exact ${tested.map(([tool, version]) => `${tool}@${version}`).join(" ")}`,
      "",
    ]);
  });

  test("sandbox opens with another version of a tool, and says which was tested", async () => {
    const dir = projectWith(packed(), ["@stoplight/prism-http"]);
    const tool = join(dir, "node_modules/@stoplight/prism-core");
    mkdirSync(tool);
    writeFileSync(
      join(tool, "package.json"),
      '{ "name": "@stoplight/prism-core", "version": "5.0.0", "main": "index.cjs" }',
    );
    writeFileSync(
      join(tool, "index.cjs"),
      `module.exports = require(${JSON.stringify(join(root, "node_modules/@stoplight/prism-core"))});`,
    );
    const { until } = await startIn(dir, "node_modules/.bin/woori-openapi", "sandbox", "--port", "0", "--quiet");
    expect(await until(/주의[\s\S]*http:/)).toMatch(
      /^주의: 샌드박스에 필요한 도구가 없거나 시험한 버전이 아닙니다\.\n {2}@stoplight\/prism-core {2}설치된 버전: 5\.0\.0, 시험한 버전: /,
    );
  });

  test("sandbox answers, with the docs beside it", async () => {
    const dir = projectWith(packed(), toolsOf.sandbox);
    const { url, stop } = await startIn(dir, "node_modules/.bin/woori-openapi", "sandbox", "--port", "0");
    const [call = ""] = samples;
    expect((await runCode(dir, call.replace("http://127.0.0.1:4010", url))).output).toContain("대출한도 350000000");
    expect(await (await fetch(`${url}/docs/`)).text()).toContain("npx woori-openapi sandbox");
    for (const file of ["errors.html", "assets/style.css", "assets/site.js", "assets/search-index.js", "woori.http"])
      expect([file, (await fetch(`${url}/docs/${file}`)).status]).toEqual([file, 200]);
    expect(await stop("SIGINT")).toBe(0);
  });

  test("docs writes the site that the repository's own command makes, with no further tool", async () => {
    const dir = projectWith(packed());
    expect(await command(dir, "docs", "--out", "site")).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining("index.html") as string,
    });
    const written = readdirSync(join(dir, "site"), { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    expect(written).toHaveLength(site.size);
    for (const [file, text] of site) expect(readFileSync(join(dir, "site", file), "utf8") === text, file).toBe(true);
    expect(await called(dir, "docs", "--out", ".")).toMatchObject({
      exitCode: 2,
      output: expect.stringContaining("이 명령이 만들지 않은 파일이 있어 아무것도 쓰지 않았습니다.") as string,
    });
  });
});

describe("woori-openapi lint", () => {
  test("tells the line, the rule and the fix; follows references to files, and asks no server for the others", async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.setHeader("content-type", "application/json").end('{ "get": {} }');
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => void server.close());
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    const dir = temporaryFolder();
    const api = JSON.parse(readFileSync(bundleFile, "utf8")) as {
      paths: Record<string, { get?: { summary: string }; $ref?: string }>;
    };
    const [first] = Object.values(api.paths);
    if (first?.get !== undefined) first.get.summary = "loan";
    Object.assign(api.paths, { "/remote": { $ref: `${url}/path.json` }, "/missing": { $ref: "./missing.yaml" } });
    writeFileSync(join(dir, "remote.json"), JSON.stringify(api, null, 2));
    const { exitCode, output } = await called(dir, "lint", "remote.json");
    expect([exitCode, asked]).toEqual([1, []]);
    expect(output).toMatch(
      /^remote\.json:\d+ {2}redocly\/no-unresolved-refs {2}.*인터넷의 문서는 가져오지 않습니다\./m,
    );
    expect(output).toMatch(/^remote\.json:\d+ {2}redocly\/no-unresolved-refs {2}.*missing\.yaml/m);
    // What a reference to nowhere leaves of the document is not held against the rules.
    expect(output).toMatch(/\nlint: 문제가 2건 있습니다\. 나머지 규칙은 .*: npx woori-openapi lint remote\.json\n$/);
    api.paths = Object.fromEntries(Object.entries(api.paths).filter(([, item]) => item.$ref === undefined));
    writeFileSync(join(dir, "tabs.json"), JSON.stringify(api, null, "\t"));
    expect((await called(dir, "lint", "tabs.json")).output).toMatch(
      /^tabs\.json:\d+ {2}operation-summary {2}.*\n\noperation-summary: .*한글 이름을 지정하십시오\.\nlint: 문제가 1건 있습니다\./,
    );
  });

  test.each([
    ["not YAML", "openapi: [", /^one\.yaml:1 {2}yaml {2}/],
    ["no OpenAPI", "swagger: '2.0'", /^one\.yaml:1 {2}openapi {2}OpenAPI 3 문서가 아닙니다/],
    ["of another shape", "openapi: 3.1.0\ninfo: 1\npaths: { /a: null }", /redocly\/struct/],
  ])("says that a file is %s", async (_name, text, message) => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, "one.yaml"), text);
    const { exitCode, output } = await called(dir, "lint", "one.yaml");
    expect([exitCode, output]).toEqual([1, expect.stringMatching(message)]);
  });

  test("says nothing of how a document is divided into files", async () => {
    const dir = temporaryFolder();
    writeFileSync(
      join(dir, "one.yaml"),
      "openapi: 3.1.1\ninfo: { title: 시험, version: '1' }\npaths: { /loans: { get: { responses: {} } } }\n",
    );
    const { output } = await called(dir, "lint", "one.yaml");
    expect(output).toContain("operation-summary");
    expect(output).not.toContain("paths/{operationId}.yaml");
  });

  test("tells that a file is missing", async () => {
    expect(await called(root, "lint", "missing.yaml")).toEqual({
      exitCode: 2,
      output: expect.stringMatching(/^오류: missing\.yaml: 파일이 없습니다\. /) as string,
    });
  });
});

describe("woori-openapi diff", () => {
  const bundle = "node_modules/woori-openapi/generated/openapi.json";

  test("needs no tool to tell what the package has broken since an older document, and nothing of the same", async () => {
    const dir = projectWith(packed());
    expect(await called(dir, "diff", bundle)).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining("바뀐 것이 없습니다.") as string,
    });
    writeFileSync(
      join(dir, "old.json"),
      readFileSync(join(dir, bundle), "utf8").replace('"maxLength": 39', '"maxLength": 390'),
    );
    const { exitCode, output } = await command(dir, "diff", "old.json");
    expect(output).toMatch(/UTZPE_CNCT_IPAD\(이용자접속IP주소\)[^\n]*390 → 39/);
    expect(exitCode).toBe(1);
    // A reader of the package keeps no CHANGELOG of it.
    const table = await called(dir, "diff", "old.json", bundle, "--format", "markdown");
    expect([table.exitCode, table.output]).toEqual([1, expect.stringMatching(/\| 390 → 39 \|[^\n]*\|\n+$/)]);
    // The other way round nothing breaks.
    expect((await called(dir, "diff", bundle, "old.json")).exitCode).toBe(0);
  });

  test.each([
    [
      ["missing.json"],
      "missing.json: 파일이 없습니다. npm run generate가 만든 openapi.json이나 패키지 woori-openapi에 있는 것을 지정하십시오.",
    ],
    [["."], ": 파일이 아니라 폴더입니다."],
    [["package.json"], "package.json: 이 프로젝트가 묶은 OpenAPI 문서가 아닙니다. npm run generate가 만든"],
    [
      ["generated/openapi.json", "--format", "xml"],
      '--format에는 text, markdown, json 가운데 하나를 지정하십시오. 입력한 값: "xml"',
    ],
  ])("refuses %j with 2", async (args, message) => {
    const { exitCode, output } = await called(root, "diff", ...args);
    expect([exitCode, output]).toEqual([2, expect.stringContaining(message)]);
  });
});

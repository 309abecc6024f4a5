import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OpenApi, Parameter } from "../../scripts/bundle/openapi.ts";
import { unsupportedParameters } from "../../scripts/bundle/parameters.ts";
import { build } from "../../scripts/generate/build.ts";
import { root } from "../../scripts/lib/paths.ts";
import { temporaryFolder } from "../support/project.ts";
import { api, generated, specDir } from "../support/two-services.ts";

/** A copy of the fixture's spec, changed. */
function copy(change: (dir: string) => void): string {
  const dir = join(temporaryFolder(), "spec");
  cpSync(specDir, dir, { recursive: true });
  change(dir);
  return dir;
}

function replaceIn(path: string, from: string, to: string): void {
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`nothing to replace in ${path}: ${from}`);
  writeFileSync(path, text.replace(from, to));
}

test("the types ask for what a call needs, and know each field where it stands", () => {
  const main = `import { createWooriClient } from ${JSON.stringify(join(generated, "client.ts"))};
const woori = createWooriClient({ baseUrl: "http://127.0.0.1:1", appKey: "a", secretKey: "b", dataHeader: { UTZPE_CNCT_IPAD: "" } });
void woori.getLimit({ dataBody: { CRINF_INQ_AGR_YN: "Y" } });
void woori.registerAccount({ dataBody: { CUS_USG_ACNO: "", CNT: "" } });
void woori.getAccount({ path: { CUS_USG_ACNO: "1" }, query: { INQ_DSCD: "1" } });
void woori.getAccount({ path: { CUS_USG_ACNO: "1" }, query: { INQ_DSCD: "2", PAGE_NO: 1, MEMO: "" } }, { timeout: 1 });
void woori.getAccount({ path: { CUS_USG_ACNO: "1" }, query: { INQ_DSCD: "2" }, header: { "UTZ-CHNL-DSCD": "01" } });
// @ts-expect-error -- a path variable
void woori.getAccount({ query: { INQ_DSCD: "1" } });
// @ts-expect-error -- a query parameter
void woori.getAccount({ path: { CUS_USG_ACNO: "1" }, query: {} });
// @ts-expect-error -- a value that is not listed
void woori.getAccount({ path: { CUS_USG_ACNO: "1" }, query: { INQ_DSCD: "3" } });
// @ts-expect-error -- a number
void woori.getAccount({ path: { CUS_USG_ACNO: "1" }, query: { INQ_DSCD: "1", PAGE_NO: "1" } });
// @ts-expect-error -- an operation without parameters
void woori.getLimit({ path: {}, dataBody: { CRINF_INQ_AGR_YN: "Y" } });
`;
  const dir = temporaryFolder();
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2022", "dom"],
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    types: [],
  };
  writeFileSync(join(dir, "main.ts"), main);
  writeFileSync(join(dir, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["main.ts"] }));
  writeFileSync(join(dir, "package.json"), '{ "type": "module" }');
  const tsc = join(root, "node_modules/typescript-7/bin/tsc");
  expect(execFileSync(process.execPath, [tsc, "-p", dir], { encoding: "utf8" })).toBe("");
});

test("the reference prints rows that a table repeats in both tables", () => {
  const reference = readFileSync(join(generated, "reference.md"), "utf8");
  const [, table = ""] = /## 4\.2\.2 [^]*?(?=\n## )/.exec(reference)?.[0].split("| --- |\n") ?? [];
  expect(table.split("\n")[0]).toBe("| dataHeader | `UTZPE_CNCT_IPAD` | 이용자접속IP주소 | Y | S(39) |");
});

test("the reference lists the parameters", () => {
  const reference = readFileSync(join(generated, "reference.md"), "utf8");
  expect(reference).toContain("| `getAccount` | 경로 변수 | `CUS_USG_ACNO` | 조회계좌번호 | Y | 15 |");
});

test("two schemas of one name in two folders are refused by both their files, before anything is made", async () => {
  const dir = copy((spec) => {
    mkdirSync(join(spec, "account/schemas"), { recursive: true });
    cpSync(join(spec, "limit/schemas/LimitAccount.yaml"), join(spec, "account/schemas/LimitAccount.yaml"));
  });
  await expect(build(dir)).rejects.toThrow(
    /account\/schemas\/LimitAccount\.yaml.*limit\/schemas\/LimitAccount\.yaml|limit\/schemas\/LimitAccount\.yaml.*account\/schemas\/LimitAccount\.yaml/,
  );
});

test("a parameter that is not supported is refused by its place", async () => {
  const dir = copy((spec) => replaceIn(join(spec, "account/paths/getAccount.yaml"), "in: query", "in: cookie"));
  await expect(build(dir)).rejects.toThrow(
    /\/account\/paths\/getAccount\.yaml:\d+ {2}INQ_DSCD: cookie 자리의 파라미터는 지원하지 않습니다\. path, query, header 가운데 하나로 옮기십시오\./,
  );
});

const path = "/oai/wb/v1/account/accounts/{CUS_USG_ACNO}";
type Item = Record<"get", { parameters: Parameter[]; requestBody?: object }> & { parameters?: Parameter[] };

/** The pointers, from the path on, at which a changed bundle is refused. */
function refused(change: (item: Item, bundle: OpenApi) => void): string[] {
  const bundle = structuredClone(api);
  change(bundle.paths[path] as unknown as Item, bundle);
  const found = unsupportedParameters(bundle);
  for (const { message } of found) expect(message).toMatch(/[가-힣].*십시오\.|기본값 \w+으로 보냅니다\.$/);
  return found.map(({ pointer }) => pointer.replace(/^\/paths\/[^/]+/, ""));
}

const text = { type: "string", title: "이름" };

test.each<[string, (item: Item, bundle: OpenApi) => void, string[]]>([
  ["nothing", () => {}, []],
  [
    "an array",
    ({ get }) => (get.parameters[1] = { ...get.parameters[1], schema: { type: "array" } } as Parameter),
    ["/get/parameters/1"],
  ],
  ["no type", ({ get }) => void (get.parameters[2] = { name: "A", in: "query", schema: {} }), ["/get/parameters/2"]],
  ["content", ({ get }) => void (get.parameters[2] = { name: "A", in: "query", content: {} }), ["/get/parameters/2"]],
  [
    "a style",
    ({ get }) => void Object.assign(get.parameters[1] ?? {}, { style: "spaceDelimited" }),
    ["/get/parameters/1"],
  ],
  ["the usual style", ({ get }) => void Object.assign(get.parameters[1] ?? {}, { style: "form" }), []],
  [
    "allowReserved",
    ({ get }) => void Object.assign(get.parameters[1] ?? {}, { allowReserved: true }),
    ["/get/parameters/1"],
  ],
  ["an optional path variable", ({ get }) => void delete get.parameters[0]?.required, ["/get/parameters/0"]],
  ["a path variable without a parameter", ({ get }) => void get.parameters.shift(), [""]],
  [
    "a required parameter without an example",
    ({ get }) => void delete get.parameters[1]?.example,
    ["/get/parameters/1"],
  ],
  [
    "a header of HTTP's own",
    ({ get }) => void get.parameters.push({ name: "Accept", in: "header", schema: text }),
    ["/get/parameters/4"],
  ],
  [
    "a credential's header",
    ({ get }) => void get.parameters.push({ name: "appkey", in: "header", schema: text }),
    ["/get/parameters/4"],
  ],
  [
    "a name that cannot be in a URL as it is",
    ({ get }) => void get.parameters.push({ name: "a b", in: "query", schema: text }),
    ["/get/parameters/4"],
  ],
  [
    "a path's own parameter",
    (item) => void item.parameters?.unshift({ name: "A", in: "cookie", schema: text }),
    ["/parameters/0"],
  ],
  [
    "a path's own parameter that the operation replaces",
    (item) => void item.parameters?.push({ name: "MEMO", in: "query", schema: { type: "array" } }),
    [],
  ],
  [
    "a variable that is part of a segment",
    (_item, bundle) => void Object.assign(bundle.paths, { "/a/x{CUS_USG_ACNO}": bundle.paths[path] }),
    [""],
  ],
  [
    "two paths that differ in the names of variables alone",
    (_item, bundle) => {
      const twin = structuredClone(bundle.paths[path]) as unknown as Item;
      Object.assign(twin.get.parameters[0] ?? {}, { name: "ANOTHER" });
      Object.assign(bundle.paths, { "/oai/wb/v1/account/accounts/{ANOTHER}": twin });
    },
    [""],
  ],
  [
    "a body with a part named like a place",
    ({ get }) => {
      const schema = { type: "object", properties: { query: text } };
      get.requestBody = { required: true, content: { "application/json": { schema } } };
    },
    ["/get/requestBody"],
  ],
])("refused: %s", (_, change, pointers) => {
  expect(refused(change)).toEqual(pointers);
});

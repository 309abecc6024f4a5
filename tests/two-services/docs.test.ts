import { describe, expect, test } from "vitest";
import { loadSpec } from "../../scripts/bundle/spec-files.ts";
import { startSandbox } from "../../scripts/docs/sandbox.ts";
import { siteOf } from "../../scripts/docs/site.ts";
import { send } from "../support/http.ts";
import { useServer } from "../support/servers.ts";
import { searchOf } from "../support/search.ts";
import { brokenLinks, idsOf, plain } from "../support/site.ts";
import { siteFiles } from "../support/site-files.ts";
import { api, bundlePath, specDir } from "../support/two-services.ts";

const site = await siteFiles(siteOf(api, loadSpec(specDir)));
const page = site.get("all.html") ?? "";
const ids = idsOf(page);

/** The cells of the row with an id. */
function row(id: string): string[] {
  const [, cells = ""] = new RegExp(`<tr id="${id}"[^>]*>(.*?)</tr>`, "s").exec(page) ?? [];
  return [...cells.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => plain(String(cell)));
}

test("no id is there twice, and every link leads somewhere", () => {
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(brokenLinks(site)).toEqual([]);
});

test("each field of a code has its own row, with its own name, length and mark", () => {
  expect(ids.filter((id) => /^field-.*CUS_USG_ACNO/.test(id))).toEqual([
    "field-CUS_USG_ACNO",
    "field-LimitAccount-CUS_USG_ACNO",
    "field-AccountRegistrationRequestDataBody-CUS_USG_ACNO",
    "field-AccountRegistrationResponseDataBody-CUS_USG_ACNO",
    "field-getAccount-CUS_USG_ACNO",
  ]);
  expect(row("field-LimitAccount-CUS_USG_ACNO").slice(1, 7)).toEqual([
    "입금가능계좌번호",
    "4.1.3",
    "S(15)",
    "15자",
    "필수",
    "개인정보",
  ]);
  expect(row("field-AccountRegistrationRequestDataBody-CUS_USG_ACNO").slice(1, 7)).toEqual([
    "화면표시번호",
    "4.2.2",
    "S(20)",
    "20자",
    "필수",
    "",
  ]);
});

test("a component that several tables list is in the dictionary once, with all their sections", () => {
  expect(ids.filter((id) => id.includes("GLBL_ID"))).toEqual(["field-GLBL_ID"]);
  expect(row("field-GLBL_ID")[2]).toBe("4.1.3, 4.2.3, 4.3.3");
  // The second table says that it repeats the rows.
  expect(row("field-UTZPE_CNCT_IPAD")[2]).toBe("4.1.2, 4.2.2");
});

test("the search finds each by name and leads to its row", () => {
  const search = searchOf(site);
  expect(search("화면표시번호").slice(0, 2)).toEqual([
    "field-AccountRegistrationRequestDataBody-CUS_USG_ACNO",
    "field-AccountRegistrationResponseDataBody-CUS_USG_ACNO",
  ]);
  expect(search("INQ_DSCD 조회구분코드").slice(0, 2).sort()).toEqual([
    "field-INQ_DSCD",
    "param-getAccount-query-INQ_DSCD",
  ]);
});

test("an operation's samples send its parameters", () => {
  const text = plain(page);
  expect(text).toContain("/oai/wb/v1/account/accounts/10020000000001?INQ_DSCD=1&MEMO=1%EC%9B%94%20%26%202%EC%9B%94");
  expect(text).toContain(
    'woori.getAccount({\n  path: {\n    CUS_USG_ACNO: "10020000000001",\n  },\n  query: {\n    INQ_DSCD: "1",',
  );
});

describe("a sandbox of this bundle", () => {
  const sandbox = useServer(() => startSandbox({ bundle: bundlePath, docs: true }));

  test("shows no docs of the project's own document in its place", async () => {
    const { status, text } = await send(`${sandbox.url()}/docs/`, { method: "GET" });
    expect([status, text]).toEqual([404, expect.stringContaining("npm run docs를 실행하십시오.")]);
  });
});

test("the downloads tell fields of one code apart", () => {
  const records = JSON.parse(site.get("fields.json") ?? "[]") as Record<string, unknown>[];
  expect(
    records.filter(({ code }) => code === "CNT").map(({ name, schema, sensitive }) => [name, schema, sensitive]),
  ).toEqual([
    ["입금가능계좌수", "LimitResponseDataBody", false],
    ["계약내용", "AccountRegistrationRequestDataBody", false],
    ["계약내용", "AccountRegistrationResponseDataBody", false],
  ]);
  expect((site.get("fields.csv") ?? "").trim().split("\r\n")).toHaveLength(records.length + 1);
});

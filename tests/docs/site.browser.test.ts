import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { replaceFiles } from "../../scripts/lib/write-files.ts";
import { looks, violations } from "../support/axe.ts";
import { useChromium, usePage } from "../support/browser.ts";
import { useSandbox } from "../support/servers.ts";
import { site } from "../support/site.ts";

const sandbox = useSandbox({ docs: true });
const open = useChromium();

/** The site in a folder, as a person opens it from a disk. */
const folder = join(inject("runFolder"), "site");
await replaceFiles(folder, site);
const index = pathToFileURL(join(folder, "index.html")).href;

describe("from a disk", () => {
  const opened = usePage(() => open(index));

  test("nothing is asked for but the page, nothing complained of, and its panels say where requests can be tried", async () => {
    const { page, requests, complaints } = opened();
    expect(await page.locator(".try").first().textContent()).toContain("이 파일에서는 요청을 보낼 수 없습니다.");
    await page.waitForLoadState("networkidle");
    expect([requests.filter((request) => !request.startsWith("data:")), complaints]).toEqual([[index], []]);
  });

  test("the policy of the page stops what would reach out", async () => {
    let asked = 0;
    const server = createServer(
      (_request, response) => void response.writeHead(200, { "access-control-allow-origin": "*" }).end(String(asked++)),
    );
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => void server.close().closeAllConnections());
    const { port } = server.address() as AddressInfo;
    const outcome = await opened().page.evaluate(async (url) => {
      const loads = (tag: "img" | "script"): Promise<string> =>
        new Promise((done) => {
          const node = Object.assign(document.createElement(tag), {
            src: url,
            onload: () => done("loaded"),
            onerror: () => done("stopped"),
          });
          document.body.append(node);
          node.remove();
        });
      return [
        await loads("img"),
        await loads("script"),
        await fetch(url).then(
          () => "loaded",
          () => "stopped",
        ),
      ];
    }, `http://127.0.0.1:${port}/`);
    expect([outcome, asked]).toEqual([["stopped", "stopped", "stopped"], 0]);
  });

  test("on paper everything is unfolded, and what only a screen can use is left out", async () => {
    const { page } = opened();
    await page.emulateMedia({ media: "print" });
    onTestFinished(() => page.emulateMedia({ media: "screen" }));
    expect(
      await page
        .locator("details pre")
        .evaluateAll((blocks) => blocks.every((block) => block.checkVisibility({ contentVisibilityAuto: true }))),
    ).toBe(true);
    for (const hidden of [".top", ".contents", ".try"])
      expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test("the field dictionary is filtered by words and by personal data, and a link to a hidden row brings it back", async () => {
    const { page } = opened();
    const rows = page.locator("tr[data-search-text]:visible");
    const records = JSON.parse(site.get("fields.json") ?? "") as { sensitive: boolean }[];
    expect(await rows.count()).toBe(records.length);
    await page.getByLabel("걸러 보기").fill("4.1.3 전화");
    const found = await rows.allTextContents();
    expect(found.length).toBeGreaterThan(0);
    for (const row of found) expect(row).toMatch(/전화/);
    await page.getByLabel("걸러 보기").fill("");
    await page.getByLabel("개인정보만").check();
    expect(await rows.count()).toBe(records.filter(({ sensitive }) => sensitive).length);
    await page.evaluate(() => location.assign("#field-ERRCODE"));
    await page.locator("#field-ERRCODE").waitFor();
  });
});

test("without a script it reads whole: no control that does nothing", async () => {
  const { page } = await open(index, { javaScriptEnabled: false });
  const headings = page.getByRole("heading", { level: 2 });
  expect(await headings.count()).toBeGreaterThan(0);
  for (const heading of await headings.all()) expect(await heading.isVisible()).toBe(true);
  for (const control of ["#search-open", ".filter", ".try", ".copy"])
    expect([control, await page.locator(control).first().isVisible()]).toEqual([control, false]);
});

describe("search", () => {
  /** Query, then what must be among the results, the first of them first where it says so. */
  const table: [query: string, wanted: string[], first?: boolean][] = [
    ["한도", ["field-LN_AVL_AM"]],
    ["대출한도", ["field-LN_AVL_AM"]],
    ["대출 한도 금액", ["field-LN_AVL_AM"]],
    [
      "동의",
      ["field-CRINF_INQ_AGR_YN", "field-CRINF_UTZ_OFR_YN", "field-CRINF_OFR_AGR_YN", "field-CUS_IDF_INF_AGR_YN"],
    ],
    ["LN_AVL", ["field-LN_AVL_AM"], true],
    ["avl_am", ["field-LN_AVL_AM"], true],
    ["ACNO", ["field-CUS_USG_ACNO"], true],
    ["계좌번호", ["field-CUS_USG_ACNO"]],
    ["우편번호", ["field-ZPNO_1"]],
    ["가청약", ["field-SGI_TSBSR_NO"]],
    ["SYSCD02101", ["error-SYSCD02101"], true],
    ["syscd031", ["error-SYSCD03101", "error-SYSCD03102"], true],
    ["03003", ["error-SYSCD03003"], true],
    ["초과", ["error-SYSCD01003", "error-SYSCD03101", "error-SYSCD03102"]],
    ["토큰", ["op-checkToken", "error-SYSCD03001"]],
    ["대출기본정보", ["op-getCreditLoanBasicInfo", "op-postCreditLoanBasicInfo"], true],
    ["getCredit", ["op-getCreditLoanBasicInfo"]],
    ["시크릿", ["portal-5"]],
    ["HTTP Method", ["rules-methods", "erratum-method-post"]],
    ["4.1.3", ["field-LN_AVL_AM"]],
    ["reset", ["scenarios-faults"]],
    ["글로벌", ["field-GLBL_ID"]],
  ];

  // The reference page sends its readers here.
  const opened = usePage(() => open(`${index}#search`));

  test("opens by its link, and finds Korean inside words, codes by part, error codes and titles", async () => {
    const { page } = opened();
    expect(site.get("reference.html")).toContain('href="index.html#search"');
    await page.getByRole("dialog", { name: "검색" }).waitFor();
    const input = page.getByRole("combobox", { name: "검색어" });
    const entries = JSON.parse((await page.locator("#search-index").textContent()) ?? "") as {
      anchor: string;
      title: string;
    }[];
    for (const [query, wanted, first] of table) {
      await input.fill(query);
      const titles = await page
        .getByRole("option")
        .evaluateAll((items) => items.map((item) => item.firstChild?.textContent ?? ""));
      const anchors = titles.map((title) => entries.find((entry) => entry.title === title)?.anchor);
      expect([query, wanted.filter((anchor) => !anchors.includes(anchor))]).toEqual([query, []]);
      if (first === true) expect([query, anchors[0]]).toEqual([query, wanted[0]]);
    }
    await page.keyboard.press("Escape");
  });

  test("goes by keyboard: Ctrl+K, arrows, Enter; / opens, Escape closes", async () => {
    const { page } = opened();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "검색어" }).fill("syscd031");
    await page.keyboard.press("ArrowDown");
    expect(await page.getByRole("option", { selected: true }).textContent()).toContain("SYSCD03102");
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe("#error-SYSCD03102");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("error-SYSCD03102");
    await page.keyboard.press("/");
    expect(await page.getByRole("dialog").isVisible()).toBe(true);
    await page.keyboard.type("없는낱말");
    expect(await page.locator("#search-status").textContent()).toContain("찾은 것이 없습니다.");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").isVisible()).toBe(false);
  });
});

describe("served by the sandbox", () => {
  const opened = usePage(() => open(`${sandbox.url()}/docs/`));

  test("the samples are for the sandbox that shows them", async () => {
    const samples = await opened().page.locator("pre[data-run]").allTextContents();
    expect(samples.length).toBeGreaterThan(0);
    expect(samples.filter((sample) => !sample.includes(sandbox.url()))).toEqual([]);
  });
});

describe("to whoever sees and uses it otherwise", () => {
  const opened = usePage(() => open(`${sandbox.url()}/docs/`, { bypassCSP: true }));

  test.each(looks)(
    "it is as wide as the window and accessible at $width px, $colorScheme",
    async ({ width, colorScheme, rules }) => {
      const { page } = opened();
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ media: "screen", colorScheme });
      await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      expect(await violations(page, rules, ["best-practice"])).toEqual([]);
    },
  );
});

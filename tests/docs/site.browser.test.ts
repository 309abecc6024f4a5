import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { type TabOptions, useTabs } from "../support/browser.ts";
import { temporaryFolder } from "../support/project.ts";
import { useSandbox } from "../support/servers.ts";
import { site } from "../support/site.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const sandbox = useSandbox({ docs: true });
const tab = useTabs();

/** The site in a folder, as a person opens it from a disk. */
function onDisk(): string {
  const dir = temporaryFolder();
  for (const [file, content] of site) writeFileSync(join(dir, file), content);
  return pathToFileURL(join(dir, "index.html")).href;
}

/** A page, and what it asked for and complained of. */
async function open(
  url: string,
  options: TabOptions = {},
): Promise<{ page: Page; requests: string[]; complaints: string[] }> {
  const page = await tab(options);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(url);
  return { page, requests, complaints };
}

describe("from a disk, with no network", () => {
  test("nothing is asked for but the page, nothing complained of", async () => {
    const url = onDisk();
    const { requests, complaints, page } = await open(url, { offline: true });
    await page.waitForSelector(".try p");
    expect(requests).toEqual([url]);
    expect(complaints).toEqual([]);
  });

  test("the policy of the page stops what would reach out", async () => {
    let asked = 0;
    const server = createServer(
      (_request, response) => void response.writeHead(200, { "access-control-allow-origin": "*" }).end(String(asked++)),
    );
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => void server.close().closeAllConnections());
    const { port } = server.address() as AddressInfo;
    const { page } = await open(onDisk());
    const outcome = await page.evaluate(async (url) => {
      const loads = (tag: "img" | "script"): Promise<string> =>
        new Promise((done) => {
          const node = Object.assign(document.createElement(tag), {
            src: url,
            onload: () => done("loaded"),
            onerror: () => done("stopped"),
          });
          document.body.append(node);
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

  test("without a script it reads whole: no control that does nothing", async () => {
    const { page } = await open(onDisk(), { javaScriptEnabled: false });
    for (const heading of [
      "5분 시작",
      "연동 흐름",
      "개발자 포털 이용",
      "공통 규격",
      "API 참조",
      "필드 사전",
      "오류 코드",
      "테스트 시나리오",
      "원문과 다른 점",
      "변경 이력",
    ]) {
      expect(await page.getByRole("heading", { level: 2, name: heading, exact: true }).isVisible()).toBe(true);
    }
    for (const control of ["#search-open", ".filter", ".try", ".copy"])
      expect([control, await page.locator(control).first().isVisible()]).toEqual([control, false]);
  });

  test("the panel says where requests can be tried", async () => {
    const { page } = await open(onDisk());
    expect(await page.locator(".try").first().textContent()).toContain("이 파일에서는 요청을 보낼 수 없습니다.");
  });

  test("it prints", async () => {
    const { page } = await open(onDisk());
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    await page.emulateMedia({ media: "print" });
    // What is folded on a screen is on the paper.
    expect(
      await page
        .locator("details pre")
        .evaluateAll((blocks) => blocks.every((block) => block.checkVisibility({ contentVisibilityAuto: true }))),
    ).toBe(true);
    for (const hidden of [".top", ".contents", ".try"])
      expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
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

  test("finds Korean inside words, codes by part, error codes and titles", async () => {
    const { page } = await open(onDisk());
    await page.keyboard.press("Control+k");
    const input = page.getByRole("combobox", { name: "검색어" });
    for (const [query, wanted, first] of table) {
      await input.fill(query);
      const titles = await page
        .getByRole("option")
        .evaluateAll((items) => items.map((item) => item.firstChild?.textContent ?? ""));
      const index = JSON.parse((await page.locator("#search-index").textContent()) ?? "") as {
        anchor: string;
        title: string;
      }[];
      const anchors = titles.map((title) => index.find((entry) => entry.title === title)?.anchor);
      expect([query, wanted.filter((anchor) => !anchors.includes(anchor))]).toEqual([query, []]);
      if (first === true) expect([query, anchors[0]]).toEqual([query, wanted[0]]);
    }
  });

  test("opens where the reference page sends its readers", async () => {
    const { page } = await open(onDisk().replace("index.html", "reference.html"));
    await page.getByRole("link", { name: "검색" }).click();
    await page.getByRole("dialog", { name: "검색" }).waitFor();
  });

  test("goes by keyboard: Ctrl+K, arrows, Enter; Escape closes; / opens", async () => {
    const { page } = await open(onDisk());
    await page.keyboard.press("Control+k");
    await page.keyboard.type("syscd031");
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

test("the field dictionary is filtered by words and by personal data, and a link to a hidden row brings it back", async () => {
  const { page } = await open(onDisk());
  const rows = page.locator("tr[data-words]:visible");
  expect(await rows.count()).toBe(31);
  await page.getByLabel("걸러 보기").fill("4.1.3 전화");
  expect(await rows.count()).toBe(1);
  await page.getByLabel("걸러 보기").fill("");
  await page.getByLabel("개인정보만").check();
  expect(await rows.count()).toBe(13);
  await page.goto(`${page.url().split("#")[0]}#field-ERRCODE`);
  await page.locator("#field-ERRCODE").waitFor();
});

describe("served by the sandbox", () => {
  test("a panel sends what it shows, to the sandbox alone", async () => {
    const { page, requests, complaints } = await open(`${sandbox.url()}/docs/`);
    const panel = page.locator('.try[data-operation="getCreditLoanBasicInfo"]');
    await panel.getByLabel("시나리오").selectOption("example=severalAccounts");
    await panel.getByRole("button", { name: "샌드박스로 보내기" }).click();
    const [sent, answer] = [panel.locator("pre").nth(0), panel.locator("pre").nth(1)];
    await answer.waitFor();
    expect(await sent.textContent()).toMatch(
      /^POST \/oai\/wb\/v1\/credit\/getCreditLoanBasicInfo HTTP\/1\.1\nappKey: SANDBOX-APP-KEY\n[\s\S]*Prefer: example=severalAccounts\n\n\{/,
    );
    expect(await answer.textContent()).toMatch(/^HTTP 200[\s\S]*"LN_AVL_AM": "50000000"/);
    expect(await panel.textContent()).toContain("은행에는 연결하지 않습니다.");
    expect(requests.every((url) => url.startsWith(sandbox.url()))).toBe(true);
    expect(complaints).toEqual([]);
  });

  test("another app's keys are refused as the sandbox refuses them", async () => {
    const { page } = await open(`${sandbox.url()}/docs/`);
    const panel = page.locator('.try[data-operation="checkToken"]');
    await panel.getByLabel("앱", { exact: true }).selectOption({ label: "이용이 정지된 앱" });
    await panel.getByLabel("액세스 토큰").fill("SANDBOX-ANY-TOKEN");
    await panel.getByRole("button", { name: "샌드박스로 보내기" }).click();
    await panel.locator("pre").nth(1).waitFor();
    expect(await panel.locator("pre").nth(1).textContent()).toMatch(
      /^HTTP 401[\s\S]*SYSCD03003[\s\S]*이용이 정지된 앱입니다\./,
    );
  });

  test("while an answer is awaited the panel shows the new request, and no older answer", async () => {
    const { page } = await open(`${sandbox.url()}/docs/`);
    const panel = page.locator('.try[data-operation="getCreditLoanBasicInfo"]');
    const button = panel.getByRole("button", { name: "샌드박스로 보내기" });
    await button.click();
    await panel.locator("pre").nth(1).waitFor();
    await panel.getByLabel("시나리오").selectOption("fault=hang");
    await button.click();
    expect(await panel.locator("pre").allTextContents()).toEqual([expect.stringContaining("Prefer: fault=hang")]);
    expect(await panel.textContent()).toContain("응답을 기다립니다.");
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test("the samples are for the sandbox that shows them", async () => {
    const { page } = await open(`${sandbox.url()}/docs/`);
    const samples = await page.locator("pre[data-run]").allTextContents();
    expect(samples.filter((sample) => !sample.includes(sandbox.url()))).toEqual([]);
  });

  test("a fault of the connection is told, not thrown", async () => {
    const { page } = await open(`${sandbox.url()}/docs/`);
    const panel = page.locator('.try[data-operation="getCreditLoanBasicInfo"]');
    await panel.getByLabel("시나리오").selectOption("fault=reset");
    await panel.getByRole("button", { name: "샌드박스로 보내기" }).click();
    await panel.locator("pre").nth(1).waitFor();
    expect(await panel.locator("pre").nth(1).textContent()).toContain("응답을 받지 못했습니다.");
  });
});

describe("WCAG 2.2 AA, by axe", () => {
  const modes = [1280, 820, 390].flatMap((width) =>
    (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
  );

  test.each(modes)("$width pixels, $colorScheme", async ({ width, colorScheme }) => {
    const { page } = await open(`${sandbox.url()}/docs/`, {
      viewport: { width, height: 900 },
      colorScheme,
      bypassCSP: true,
    });
    await page.locator(".try form").first().waitFor();
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    await page.addScriptTag({ path: axe });
    const violations = await page.evaluate(async () => {
      const { axe: tool } = globalThis as unknown as { axe: typeof import("axe-core") };
      const result = await tool.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      });
      return result.violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ target }) => target.join(" "))
            .join(", ")}`,
      );
    });
    expect(violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});

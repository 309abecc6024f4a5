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

describe("served by the sandbox", () => {
  const opened = usePage(() => open(`${sandbox.url()}/docs/`));
  const panelOf = (operation: string) => opened().page.locator(`.try[data-operation="${operation}"]`);

  test("a panel sends what it shows, to the sandbox alone", async () => {
    const panel = panelOf("getCreditLoanBasicInfo");
    await panel.getByLabel("시나리오").selectOption("example=severalAccounts");
    await panel.getByRole("button", { name: "샌드박스로 보내기" }).click();
    const [sent, answer] = [panel.locator("pre").nth(0), panel.locator("pre").nth(1)];
    await answer.waitFor();
    expect(await sent.textContent()).toMatch(
      /^POST \/oai\/wb\/v1\/credit\/getCreditLoanBasicInfo HTTP\/1\.1\nappKey: SANDBOX-APP-KEY\n[\s\S]*Prefer: example=severalAccounts\n\n\{/,
    );
    expect(await answer.textContent()).toMatch(/^HTTP 200[\s\S]*"LN_AVL_AM": "50000000"/);
    expect(await panel.textContent()).toContain("은행에는 연결하지 않습니다.");
    const { requests, complaints } = opened();
    expect(requests.filter((url) => !/^data:/.test(url) && !url.startsWith(sandbox.url()))).toEqual([]);
    expect(complaints.filter((complaint) => !/ERR_EMPTY_RESPONSE|401/.test(complaint))).toEqual([]);
  });

  test("another app's keys are refused as the sandbox refuses them", async () => {
    const panel = panelOf("checkToken");
    await panel.getByLabel("앱", { exact: true }).selectOption({ label: "이용이 정지된 앱" });
    await panel.getByLabel("액세스 토큰").fill("SANDBOX-ANY-TOKEN");
    await panel.getByRole("button", { name: "샌드박스로 보내기" }).click();
    await panel.locator("pre").nth(1).waitFor();
    expect(await panel.locator("pre").nth(1).textContent()).toMatch(
      /^HTTP 401[\s\S]*SYSCD03003[\s\S]*이용이 정지된 앱입니다\./,
    );
  });

  test("a fault of the connection is told; while an answer is awaited the panel shows the new request, and no older answer", async () => {
    const panel = panelOf("postCreditLoanBasicInfo");
    const button = panel.getByRole("button", { name: "샌드박스로 보내기" });
    await panel.getByLabel("시나리오").selectOption("fault=reset");
    await button.click();
    await panel.locator("pre").nth(1).waitFor();
    expect(await panel.locator("pre").nth(1).textContent()).toContain("응답을 받지 못했습니다.");
    await panel.getByLabel("시나리오").selectOption("fault=hang");
    await button.click();
    expect(await panel.locator("pre").allTextContents()).toEqual([expect.stringContaining("Prefer: fault=hang")]);
    expect(await panel.textContent()).toContain("응답을 기다립니다.");
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
  });

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

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { redocPage } from "../../scripts/docs/redoc.ts";
import { bundleFile } from "../../scripts/lib/paths.ts";
import { type TabOptions, useTabs } from "../support/browser.ts";
import { site } from "../support/site.ts";

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
const operations = ["신용대출/getcreditloanbasicinfo", "신용대출/postcreditloanbasicinfo", "인증/checktoken"];

const tab = useTabs();
const html = site.get("reference.html") ?? "";
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "reference-"));
  await writeFile(join(folder, "reference.html"), html);
  file = pathToFileURL(join(folder, "reference.html")).href;
});

afterAll(() => rm(folder, { recursive: true }));

interface Opened {
  page: Page;
  requests: string[];
  problems: string[];
}

/** The page as a reader opens it, with what it asked for and complained about. */
async function open(url: string, options: TabOptions = {}): Promise<Opened> {
  const page = await tab(options);
  const requests: string[] = [];
  const problems: string[] = [];
  // The protocol's own log, which also holds what a policy or a missing network stopped.
  const network = await page.context().newCDPSession(page);
  onTestFinished(() => network.detach());
  await network.send("Network.enable");
  network.on("Network.requestWillBeSent", ({ request }) => void requests.push(request.url));
  page.on("console", (message) => void (message.type() !== "info" && problems.push(message.text())));
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(url);
  if (options.javaScriptEnabled !== false) await page.getByText("모두 접기").first().waitFor();
  return { page, requests: requests.filter((request) => !request.startsWith("data:")), problems };
}

const lines = async (page: Page): Promise<string[]> =>
  (await page.locator("#redoc").innerText())
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

test("the same bundle gives the same bytes", async () => {
  expect(await redocPage(bundleFile)).toBe(html);
});

describe("requests", () => {
  test("opened as a file without network it asks for itself only", async () => {
    const { page, requests, problems } = await open(file, { offline: true });
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await page.waitForLoadState("networkidle");
    expect({ requests, problems }).toEqual({ requests: [file], problems: [] });
  });

  test("served on the loopback it asks for itself only, and its policy stops anything else", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.setHeader("content-type", "text/html").end(html);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => void server.close().closeAllConnections());
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
    const { page, requests, problems } = await open(url);
    expect({ requests, problems, asked }).toEqual({ requests: [url], problems: [], asked: ["/"] });
    const outcome = await page.evaluate(async () => {
      const image = await new Promise((done) =>
        Object.assign(new Image(), { onload: () => done("loaded"), onerror: () => done("stopped"), src: "/logo.svg" }),
      );
      const fetched = await fetch("/data.json").then(
        () => "loaded",
        () => "stopped",
      );
      return { image, fetched };
    });
    expect(outcome).toEqual({ image: "stopped", fetched: "stopped" });
    expect(asked).toEqual(["/"]);
  });
});

describe("reading", () => {
  test("without script the operations, their fields and Korean names are there", async () => {
    const { page } = await open(file, { javaScriptEnabled: false });
    const text = (await lines(page)).join("\n");
    for (const wanted of [
      "대출기본정보요청",
      "대출기본정보요청(POST)",
      "토큰 확인",
      "/oap/wb/v2/oauth/tokencheck",
      "UTZPE_CNCT_IPAD",
      "이용자접속IP주소",
      "LN_AVL_AM",
      "대출한도금액",
      "CUS_USG_ACNO",
      "입금가능계좌번호",
    ]) {
      expect(text).toContain(wanted);
    }
    await page.getByRole("link", { name: "/oap/wb/v2/oauth/tokencheck" }).click();
    expect(decodeURI(new URL(page.url()).hash)).toBe("#인증/checktoken");
  });

  test.each(["light", "dark"] as const)(
    "in %s the script takes over without losing a line or turning a label English",
    async (colorScheme) => {
      const before = await lines((await open(file, { javaScriptEnabled: false, colorScheme })).page);
      const { page } = await open(file, { colorScheme });
      const after = await lines(page);
      const kept = new Set(after);
      expect(before.filter((line) => !kept.has(line))).toEqual([]);
      const english =
        /\b(Overview|License|Servers|Operations|Request|Responses?|Payload|Security|Body|Enum|required|Show|Hide|Copy|Search|Collapse|Expand|Download)\b/;
      expect(after.filter((line) => english.test(line))).toEqual([]);
    },
  );

  test("its own search does not open", async () => {
    const { page } = await open(file);
    await page.keyboard.press("Control+k");
    expect(await page.getByRole("textbox").count()).toBe(0);
  });

  test.each([1280, 820, 390])("at %i px nothing is wider than the window", async (width) => {
    const { page } = await open(file, { viewport: { width, height: 900 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  test("on paper it is black on white, whatever the screen was", async () => {
    const { page } = await open(file, { colorScheme: "dark" });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const heading = page.getByRole("heading", { level: 1 });
    expect(await heading.evaluate((element) => getComputedStyle(element).color)).toBe("rgb(0, 0, 0)");
    expect(
      await page.evaluate(() =>
        [document.documentElement, document.body].map((element) => getComputedStyle(element).backgroundColor),
      ),
    ).toEqual(["rgb(255, 255, 255)", "rgb(255, 255, 255)"]);
  });
});

describe("links", () => {
  test("operations keep their anchors", async () => {
    const { page } = await open(file);
    const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map((element) => element.id));
    expect(ids.filter((id) => /^[^/]+\/[^/]+$/.test(id))).toEqual(operations);
    expect(ids).toContain("신용대출/getcreditloanbasicinfo/t=response&c=200&path=databody/ln_avl_am");
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(operations.flatMap((id) => [`#/${id}`, `#${id}`]))("%s leads to its operation", async (hash) => {
    const { page, problems } = await open(file + hash);
    const target = page.locator(`[id="${hash.replace(/^#\/?/, "")}"]`);
    await expect
      .poll(() => target.evaluate((element) => Math.abs(element.getBoundingClientRect().top)))
      .toBeLessThan(120);
    expect(problems).toEqual([]);
  });

  test("a field's link leads to the field", async () => {
    const id = "신용대출/getcreditloanbasicinfo/t=response&c=200&path=databody/ln_avl_am";
    const { page } = await open(`${file}#/신용대출/getcreditloanbasicinfo#${id}`);
    await expect
      .poll(() => page.locator(`[id="${id}"]`).evaluate((element) => Math.abs(element.getBoundingClientRect().top)))
      .toBeLessThan(200);
  });
});

test.each([
  ["light", 1280],
  ["light", 390],
  ["dark", 1280],
  ["dark", 390],
] as const)("axe finds nothing in %s at %i px", async (colorScheme, width) => {
  const { page } = await open(file, { colorScheme, viewport: { width, height: 900 } });
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const result = await axe.run(document, { runOnly: tags });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" ")}`);
  }, rules);
  expect(violations).toEqual([]);
});

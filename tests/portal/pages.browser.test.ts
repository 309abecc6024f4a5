import { beforeAll, expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { useChromium } from "../support/browser.ts";
import { loanPath, sampleRequest } from "../support/bundle.ts";
import { send } from "../support/http.ts";
import { appInService, requestApproval, registeredApp, Visitor, visitorAt } from "../support/portal.ts";
import { registeredAnswer, registeredCustomer } from "../support/portal-data.ts";
import { pagesOf } from "../support/portal-pages.ts";
import { credentials, useSandbox } from "../support/servers.ts";

const sandbox = useSandbox({ portal: true });
const open = useChromium();
const people: Record<string, Visitor> = {};

// Lists with something in them: apps in several states, customers and answers, requests that wait and that ended, calls.
beforeAll(async () => {
  const at = (login: string): Promise<Visitor> => visitorAt(sandbox.url(), login);
  const [partner, approver, developer, admin] = [
    await at("partner"),
    await at("approver"),
    await at("developer"),
    await at("admin"),
  ];
  await appInService({ partner, approver, admin }, "서비스하는 앱");
  const waiting = await registeredApp(partner, "기다리는 앱");
  await requestApproval(partner, waiting, "데모 승인자");
  await registeredCustomer(partner, waiting, "hong", { default: "yes" });
  await registeredAnswer(partner, waiting, "느린 응답", { delay: "5" });
  await partner.submit("/lines", "/lines", { name: "시험 라인", approvers: "2" });
  const headers = { ...credentials, "content-type": "application/json" };
  await send(sandbox.url() + loanPath, { method: "POST", headers, body: sampleRequest() });
  Object.assign(people, { nobody: new Visitor(sandbox.url()), partner, approver, developer, admin });
});

/** Both widths and both colour schemes; all rules run in the first. */
const looks = [
  { width: 1280, colorScheme: "light", rules: "all" },
  { width: 360, colorScheme: "dark", rules: "of the look" },
] as const;

test.each(["nobody", "partner", "developer", "admin"])(
  "every page of %s is accessible and as wide as the window, in either colour scheme and on a phone, and breaks no policy",
  async (name) => {
    const person = people[name] ?? new Visitor(sandbox.url());
    const paths = [...(await pagesOf(person, 1)).keys()].filter((path) => !path.includes(".csv"));
    const { page, complaints } = await open(`${sandbox.url()}/portal/login`);
    const [cookie = "", value = ""] = person.cookie.split("=");
    if (value !== "") await page.context().addCookies([{ name: cookie, value, url: `${sandbox.url()}/portal` }]);
    const found: string[] = [];
    for (const path of paths) {
      await page.goto(`${sandbox.url()}/portal${path}`);
      for (const { width, colorScheme, rules } of looks) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        for (const one of [...(await violations(page, rules)), ...(isWide ? ["wider than the window"] : [])])
          found.push(`${path} ${width} ${colorScheme}: ${one}`);
      }
    }
    expect(found).toEqual([]);
    // Chromium's advice about forms is no complaint.
    expect(complaints.filter((text) => !text.startsWith("[DOM]"))).toEqual([]);
    expect(paths.length).toBeGreaterThan(1);
  },
);

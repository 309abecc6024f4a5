import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { examples } from "../../generated/examples.ts";
import { useChromium } from "../support/browser.ts";
import { type Visitor, visitorAt } from "../support/portal.ts";
import { type AppWithKeys, appsOf, fileOfApps, loanAnswer } from "../support/portal-data.ts";
import { useSandbox } from "../support/servers.ts";

const sandbox = useSandbox({ portal: true, apps: fileOfApps(4) });
const open = useChromium();
let partner: Visitor;
const app = appsOf(() => partner);
beforeAll(async () => {
  partner = await visitorAt(sandbox.url(), "partner");
});

/** The demo partner's browser at a page. */
async function at(path: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const { page } = await open(`${sandbox.url()}/portal/login`, options);
  const [name = "", value = ""] = partner.cookie.split("=");
  await page.context().addCookies([{ name, value, url: `${sandbox.url()}/portal` }]);
  await page.goto(`${sandbox.url()}/portal${path}`);
  return page;
}

const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string): Promise<void> =>
  main(page).getByRole("button", { name, exact: true }).last().click();
const loan = async (keys: AppWithKeys) => (await loanAnswer(sandbox.url(), keys)).body.dataBody;

test.each([
  ["with a script", true],
  ["without a script", false],
])(
  "%s, a customer with a limit of 12,340,000원 and two accounts is made, and the app's calls are answered so",
  async (_name, javaScriptEnabled) => {
    const keys = await app();
    const page = await at(`${keys.path}/customers`, { javaScriptEnabled });
    await main(page).getByRole("link", { name: "고객 등록" }).click();
    await page.getByLabel("고객 아이디").fill("hong");
    await page.getByRole("textbox", { name: /^이름/ }).fill("홍길동(가짜)");
    await page.getByLabel(/기본 고객:/).check();
    await page.getByLabel(/대출한도금액/).fill("12,340,000");
    await page.getByLabel(/계좌수/).fill("2");
    await press(page, "반복부 추가");
    await page.getByRole("group", { name: "반복부 2번째" }).getByRole("textbox").fill("2222222222222");
    await press(page, "저장");
    // The amount is told at its field, and all else stays.
    await page.getByRole("alert").getByRole("link").click();
    expect(await page.getByRole("group", { name: "반복부 2번째" }).getByRole("textbox").inputValue()).toBe(
      "2222222222222",
    );
    await page.getByLabel(/대출한도금액/).fill("12340000");
    await press(page, "저장");
    expect(await page.getByRole("status").innerText()).toBe("저장했습니다.");
    expect(await loan(keys)).toMatchObject({
      LN_AVL_AM: "12340000",
      ACCOUNT_LIST: [
        examples.getCreditLoanBasicInfo.success.dataBody.ACCOUNT_LIST[0],
        { CUS_USG_ACNO: "2222222222222" },
      ],
    });
    await page.goto(`${sandbox.url()}/portal/requests`);
    await page.locator("summary").filter({ hasText: "POST" }).first().click();
    expect(await main(page).innerText()).toContain("기본 고객: hong, 포털");
  },
);

test("an answer of one's own for the second call: a button leads back to its place, and typing marks what is changed", async () => {
  const keys = await app();
  const page = await at(`${keys.path}/answers/new`);
  await page.getByRole("textbox", { name: /^이름/ }).fill("두 번째 호출");
  await page.getByLabel("호출의 순서").selectOption({ label: "몇 번째 호출에만" });
  await page.getByLabel("몇 번째", { exact: true }).fill("2");
  await press(page, "바꿀 필드 선택");
  expect(await page.getByRole("group", { name: "바꿀 필드" }).isVisible()).toBe(true);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await page.getByLabel(/대출한도금액/).fill("1");
  await press(page, "저장");
  const amounts = [];
  for (let time = 0; time < 3; time += 1) amounts.push((await loan(keys))["LN_AVL_AM"]);
  const { LN_AVL_AM } = examples.getCreditLoanBasicInfo.success.dataBody;
  expect(amounts).toEqual([LN_AVL_AM, "1", LN_AVL_AM]);
});

import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { loanPath } from "../support/bundle.ts";
import { looks, violations } from "../support/axe.ts";
import { type Opened, useChromium, usePage } from "../support/browser.ts";
import { execute } from "../support/execute.ts";
import { appInService, type Visitor, visitorAt } from "../support/portal.ts";
import { demoPassword } from "../../scripts/sandbox/store/seed.ts";
import { useSandbox } from "../support/servers.ts";
import { site } from "../support/site.ts";

const sandbox = useSandbox({ docs: true, portal: true });
const open = useChromium();

/** The console of an operation's page. */
class ConsolePage {
  readonly opened: Opened;
  readonly page: Page;
  readonly form: Locator;
  readonly answer: Locator;

  constructor(opened: Opened) {
    this.opened = opened;
    this.page = opened.page;
    this.form = this.page.getByRole("form", { name: "요청" });
    this.answer = this.page.getByRole("region", { name: "응답", exact: true });
  }

  /** A block of the answer: its body, the request as sent, the curl command. */
  part(name: "body" | "request" | "curl"): Locator {
    return this.answer.locator(`[data-part="${name}"]`);
  }

  get status(): Locator {
    return this.answer.getByRole("status").first();
  }

  async send(): Promise<void> {
    await this.form.getByRole("button", { name: "요청 보내기" }).click();
  }

  /** Sends, and waits until what came of it is shown. */
  async ask(): Promise<string> {
    await this.send();
    await this.part("request").waitFor();
    return (await this.status.textContent()) ?? "";
  }

  async choose(list: string, label: string | RegExp): Promise<void> {
    const options = await this.form.getByLabel(list, { exact: true }).locator("option").allTextContents();
    const found = options.find((text) => (typeof label === "string" ? text === label : label.test(text)));
    await this.form.getByLabel(list, { exact: true }).selectOption({ label: found ?? String(label) });
  }
}

async function consoleOf(operation: string, options: Parameters<typeof open>[1] = {}): Promise<ConsolePage> {
  return new ConsolePage(await open(`${sandbox.url()}/docs/op-${operation}.html`, options));
}

/** The same for the tests of a block, which share a page and choose all that they need. */
function useConsole(operation: string): () => ConsolePage {
  const opened = usePage(() => open(`${sandbox.url()}/docs/op-${operation}.html`));
  return () => new ConsolePage(opened());
}

describe("a request", () => {
  test("of a GET with a body goes out by POST, which is said; the answer comes first, and nothing goes elsewhere", async () => {
    const one = await consoleOf("getCreditLoanBasicInfo");
    await one.choose("시나리오", "severalAccounts");
    expect(await one.ask()).toMatch(/^200 OK · \d+ms · [\d,]+바이트$/);
    expect(await one.part("body").textContent()).toContain('"LN_AVL_AM": "50000000"');
    expect(await one.part("request").textContent()).toMatch(
      new RegExp(`^POST ${loanPath} HTTP/1.1\\nappKey: SANDBOX-APP-KEY\\n[^]*Prefer: example=severalAccounts\\n\\n\\{`),
    );
    expect(await one.answer.textContent()).toMatch(/^응답[^]*LN_AVL_AM[^]*보낸 요청.*GET을 보낼 수 없어 .* POST로/);
    expect(await one.page.locator(".console").textContent()).toMatch(/^실제 키나 개인정보를 입력하지 마십시오\./);
    const { requests, complaints } = one.opened;
    expect([requests.filter((url) => !url.startsWith(sandbox.url()) && !url.startsWith("data:")), complaints]).toEqual([
      [],
      [],
    ]);
  });

  test("is sent by Ctrl+Enter, and copied as the curl command that asks the same", async () => {
    const one = await consoleOf("postCreditLoanBasicInfo", { permissions: ["clipboard-read", "clipboard-write"] });
    await one.choose("시나리오", "noAccounts");
    await one.form.getByLabel(/^이용자접속전화번호/).fill("it's");
    await one.page.keyboard.press("Control+Enter");
    await one.part("request").waitFor();
    await one.answer.getByRole("button", { name: "curl로 복사" }).click();
    await one.answer.getByText("복사했습니다.").waitFor();
    const command = await one.page.evaluate(() => navigator.clipboard.readText());
    const { stdout } = await execute("bash", ["-c", command], "/");
    const shown = JSON.parse((await one.part("body").textContent()) ?? "") as { dataBody: object };
    expect((JSON.parse(stdout) as { dataBody: object }).dataBody).toEqual(shown.dataBody);
    expect(sandbox.server().requests({ reveal: true }).at(-1)?.body).toMatchObject({
      dataHeader: { UTZPE_CNCT_TEL_NO_TXT: "it's" },
    });
  });

  const loan = useConsole("getCreditLoanBasicInfo");

  test("that is refused links the code to its advice, and its record in the portal", async () => {
    const one = loan();
    await one.choose("시나리오", /^SYSCD03101 /);
    expect(await one.ask()).toMatch(/^[45]\d\d /);
    const advice = one.answer.getByRole("link", { name: /^SYSCD03101 / });
    expect(await advice.getAttribute("href")).toBe("errors.html#error-SYSCD03101");
    expect(site.get("errors.html")).toContain('id="error-SYSCD03101"');
    const record = (await one.answer.getByRole("link", { name: "포털의 요청 기록" }).getAttribute("href")) ?? "";
    const admin = await visitorAt(sandbox.url(), "admin");
    const [path = "", id = ""] = record.split("#");
    expect((await admin.get(path.replace("/portal", ""))).text).toContain(`id="${id}"`);
  });

  test("whose answer is a business error in a 200 says so", async () => {
    const one = loan();
    await one.choose("시나리오", "businessError");
    expect(await one.ask()).toMatch(/^200 /);
    expect(await one.answer.textContent()).toContain("업무 오류입니다:");
  });
});

describe("a fault", () => {
  const loan = useConsole("postCreditLoanBasicInfo");

  test.each([
    ["reset", /^응답 없음 /, /응답이 오기 전에 연결이 끊겼습니다\./],
    ["truncated-body", /^200 /, /본문을 받는 중에 연결이 끊겼습니다\./],
    ["html-page", /^502 /, /JSON이 아닌 본문\(text\/html[^]*502 Bad Gateway/],
  ])("%s: what happened is told", async (fault, status, told) => {
    const one = loan();
    await one.choose("장애", new RegExp(`^${fault}:`));
    expect(await one.ask()).toMatch(status);
    expect(await one.answer.textContent()).toMatch(told);
  });

  test("hang: it is given up after the time that was told, or cancelled, or overtaken by a newer request", async () => {
    const one = loan();
    await one.page.clock.install();
    await one.choose("장애", /^hang:/);
    await one.send();
    await one.answer.getByText("응답을 기다립니다. 30초 안에 오지 않으면 중단합니다.").waitFor();
    await one.page.clock.fastForward(31_000);
    await one.answer.getByText(/초 안에 응답이 오지 않아 중단했습니다\./).waitFor();

    await one.send();
    const cancel = one.form.getByRole("button", { name: "취소" });
    await cancel.click();
    await one.answer.getByText(/요청을 취소했습니다\./).waitFor();
    expect([await cancel.isVisible(), await one.page.evaluate(() => document.activeElement?.textContent)]).toEqual([
      false,
      "요청 보내기",
    ]);

    await one.send();
    await one.answer.getByText("응답을 기다립니다.").waitFor();
    await one.choose("장애", "없음");
    expect(await one.ask()).toMatch(/^200 /);
    expect(await one.answer.textContent()).not.toContain("취소");
  });
});

describe("the body", () => {
  const loan = useConsole("postCreditLoanBasicInfo");

  test("counts the characters of a field, and takes more than the spec allows, to see it refused", async () => {
    const one = loan();
    const field = one.form.getByLabel(/^이용기기운영체계구분코드/);
    await field.fill("가나다");
    expect(await one.form.getByText("3/1자, 2자 초과").isVisible()).toBe(true);
    expect(await one.ask()).toMatch(/^400 /);
    expect(await one.part("body").textContent()).toContain("UTZ_MCHR_OS_DSCD");
  });

  test("is not kept: a page that is opened again has the example", async () => {
    const one = loan();
    const field = one.form.getByLabel(/^이용자접속IP주소/);
    const example = await field.inputValue();
    await field.fill("10.1.1.1");
    await one.page.reload();
    expect(await field.inputValue()).toBe(example);
  });

  test("is one value in two views; broken JSON stays where it is, and can be sent", async () => {
    const one = loan();
    const json = one.form.getByLabel("본문(JSON)");
    await one.form.getByLabel(/^이용자접속IP주소/).fill("10.9.8.7");
    await one.form.getByLabel("JSON으로 입력").check();
    expect(await json.inputValue()).toContain('"UTZPE_CNCT_IPAD": "10.9.8.7"');
    const broken = '{\n  "dataHeader": {,}\n}';
    await json.fill(broken);
    await one.form.getByLabel("필드로 입력").click();
    expect(await one.form.getByRole("alert").textContent()).toMatch(
      /^2번째 줄 18번째 글자: JSON으로 읽을 수 없습니다\./,
    );
    expect([await json.inputValue(), await one.form.getByLabel("JSON으로 입력").isChecked()]).toEqual([broken, true]);
    expect(await one.ask()).toMatch(/^400 /);
    expect(await one.part("request").textContent()).toContain(broken);
  });
});

describe("the lists", () => {
  test("an input value is put into its field, and taken out by another choice", async () => {
    const one = await consoleOf("postCreditLoanBasicInfo");
    const field = one.form.getByLabel(/^이용자접속기기고유ID/);
    const before = await field.inputValue();
    await one.choose("시나리오", "UTZPE_CNCT_MCHR_UNQ_ID = SANDBOX-SYSCD01002");
    expect(await field.inputValue()).toBe("SANDBOX-SYSCD01002");
    await one.ask();
    expect(await one.part("body").textContent()).toContain('"ERRCODE": "SYSCD01002"');
    await one.choose("시나리오", "기본 응답");
    expect([await field.inputValue(), await one.ask()]).toEqual([before, expect.stringMatching(/^200 /)]);
  });

  test("a registered answer brings the app and the values that it answers", async () => {
    const scenario = {
      operation: "getCreditLoanBasicInfo",
      app: "한도가 작은 앱",
      when: { body: { dataBody: { CRINF_INQ_AGR_YN: "N" } } },
      response: { change: { dataBody: { LN_AVL_AM: "777" } } },
    };
    const own = `${sandbox.url()}/__sandbox/scenarios/${encodeURIComponent("콘솔 응답")}`;
    expect((await fetch(own, { method: "PUT", body: JSON.stringify(scenario) })).status).toBe(201);
    const one = await consoleOf("postCreditLoanBasicInfo");
    await one.choose("시나리오", "콘솔 응답");
    expect(await one.ask()).toMatch(/^200 /);
    expect(await one.part("body").textContent()).toContain('"LN_AVL_AM": "777"');
    await fetch(own, { method: "DELETE" });
  });

  test("an app's keys are its own, and a token is asked for where the operation needs one", async () => {
    const one = await consoleOf("checkToken");
    await one.choose("앱", /^이용이 정지된 앱/);
    await one.form.getByLabel(/^액세스 토큰/).fill("SANDBOX-ANY-TOKEN");
    expect(await one.ask()).toMatch(/^401 /);
    expect(await one.part("body").textContent()).toMatch(/SYSCD03003[^]*이용이 정지된 앱입니다\./);
    await one.choose("앱", "서비스 중인 앱");
    expect(await one.ask()).toMatch(/^200 /);
  });

  describe("an app of the portal", () => {
    const name = "콘솔에서 부르는 앱";
    let partner: Visitor;
    let path: string;
    beforeAll(async () => {
      const visit = (login: string): Promise<Visitor> => visitorAt(sandbox.url(), login);
      partner = await visit("partner");
      path = await appInService({ partner, approver: await visit("approver"), admin: await visit("admin") }, name);
    });

    test("is chosen without its keys, which are in the portal", async () => {
      const one = await consoleOf("postCreditLoanBasicInfo");
      await one.choose("앱", name);
      const keys = [one.form.getByLabel(/^앱 키/), one.form.getByLabel(/^시크릿 키/)] as const;
      expect([await keys[0].inputValue(), await keys[1].inputValue()]).toEqual(["", ""]);
      const link = one.form.getByRole("link", { name: "포털의 앱 상세조회" });
      expect(await link.getAttribute("href")).toBe(`/portal${path}`);
      const { text } = await partner.submit(path, `${path}/secret`, { password: demoPassword });
      for (const [index, kind] of ["app", "secret"].entries())
        await keys[index]?.fill(new RegExp(`sandbox-${kind}-[\\w-]+`).exec(text)?.[0] ?? "");
      expect(await one.ask()).toMatch(/^200 /);
    });
  });
});

describe.each(looks)(
  "to whoever sees and uses it otherwise, at $width px, $colorScheme",
  ({ width, colorScheme, rules }) => {
    test("it is as wide as the window and accessible, with an answer shown", async () => {
      const one = await consoleOf("getCreditLoanBasicInfo", {
        bypassCSP: true,
        viewport: { width, height: 900 },
        colorScheme,
      });
      await one.choose("시나리오", /^SYSCD03101 /);
      await one.ask();
      await one.page
        .locator(".console details")
        .evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)));
      expect(await one.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      expect(await one.answer.getByRole("heading", { name: "응답", exact: true }).isVisible()).toBe(true);
      expect(await violations(one.page, rules, ["best-practice"])).toEqual([]);
    });
  },
);

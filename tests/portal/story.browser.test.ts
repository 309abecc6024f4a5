import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { createWooriClient } from "../../generated/client.ts";
import { examples, requestExamples } from "../../generated/examples.ts";
import { demoPassword } from "../../scripts/sandbox/store/seed.ts";
import { useChromium } from "../support/browser.ts";
import { errorOf } from "../support/client.ts";
import { execute } from "../support/execute.ts";
import { useSandbox } from "../support/servers.ts";

const sandbox = useSandbox({ portal: true });
const open = useChromium();
const password = "fake-password-1";

/** Somebody in a browser of his own. */
async function person(options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const { page } = await open(`${sandbox.url()}/portal/`, options);
  return page;
}

async function login(page: Page, name: string, word: string = demoPassword): Promise<void> {
  await page.goto(`${sandbox.url()}/portal/login`);
  await page.getByLabel("아이디").fill(name);
  await page.getByLabel("비밀번호").fill(word);
  await press(page, "로그인");
}

/** Somebody who has logged in with a demo account. */
async function demo(name: string): Promise<Page> {
  const page = await person();
  await login(page, name);
  return page;
}

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("main").getByRole("button", { name, exact: true }).last().click();
const follow = (page: Page, name: string): Promise<void> => page.getByRole("link", { name }).first().click();

async function signUp(page: Page, name: string): Promise<void> {
  await follow(page, "포털 가입");
  await page.getByLabel("기관").selectOption({ label: "샌드박스 핀테크 (이용기관)" });
  await page.getByLabel("아이디").fill(name);
  await page.getByLabel("닉네임").fill("시험 개발자");
  await page.getByLabel("비밀번호", { exact: false }).first().fill(password);
  await page.getByLabel("비밀번호 확인").fill(password);
  await press(page, "가입 신청");
  expect(await page.getByRole("status").innerText()).toContain("가입을 신청했습니다.");
}

/** The form in two steps: what the app is, then every API with its policy and terms. */
async function register(page: Page, app: string): Promise<void> {
  await follow(page, "내가 만든 앱");
  await follow(page, "앱 등록");
  await page.getByLabel("이름", { exact: false }).first().fill(app);
  await page.getByLabel("OAuth Callback URL").fill("http://localhost:3000/callback");
  await page.getByLabel("설명").fill("대출한도를 조회하는 앱입니다.");
  await press(page, "다음");
  const groups = page.getByRole("button", { name: "그룹 추가" });
  while ((await groups.count()) > 0) {
    await groups.first().click();
    await page.waitForLoadState();
  }
  for (const policy of await page.getByLabel("정책").all()) await policy.selectOption({ index: 1 });
  for (const terms of await page.getByLabel("약관에 동의합니다.").all()) await terms.check();
  await press(page, "저장");
}

/** Asks for approval by the demo colleague; leads to the progress. */
async function ask(page: Page): Promise<void> {
  await follow(page, "승인요청");
  await page.getByLabel("데모 승인자").check();
  await press(page, "승인요청");
}

async function approve(page: Page, what: string): Promise<void> {
  await page.goto(`${sandbox.url()}/portal/waiting`);
  await follow(page, what);
  await press(page, "승인");
  expect(await page.getByRole("status").innerText()).toBe("승인했습니다.");
}

/** Runs the command that a page prints, as somebody who pastes it into a terminal does. */
async function paste(command: string): Promise<{ status: number; body: string }> {
  const { stdout } = await execute("bash", ["-c", `${command.trim()} -sw '\\n%{http_code}'`], "/");
  const end = stdout.lastIndexOf("\n");
  return { status: Number(stdout.slice(end)), body: stdout.slice(0, end) };
}

/** The numbers of a row of a table: calls, and those that were answered with an error. */
async function counted(page: Page, table: string, row: string): Promise<string[]> {
  const cells = page.getByRole("region", { name: table }).getByRole("row").filter({ hasText: row }).getByRole("cell");
  return (await cells.allInnerTexts()).slice(0, 2);
}

test("from the sign-up to the statistics: each step does what figure 1.3 shows, and the gateway follows", async () => {
  const app = "대출한도 앱";
  const [partner, admin, approver] = [await person(), await demo("admin"), await demo("approver")];
  await signUp(partner, "story.partner");
  await login(partner, "story.partner", password);
  expect(await partner.getByRole("alert").innerText()).toContain("가입 승인을 기다리는 계정입니다.");
  await approve(admin, "story.partner");
  await login(partner, "story.partner", password);
  expect(await partner.getByRole("main").innerText()).toContain("시험 개발자 님으로 로그인했습니다.");

  await register(partner, app);
  expect(await partner.getByRole("main").innerText()).toContain("서비스 중일 때 조회할 수 있습니다.");
  await ask(partner);
  await follow(partner, `${app} - 승인요청`);
  const progress = partner.getByRole("region", { name: "승인 단계" }).getByRole("row");
  expect(await progress.allInnerTexts()).toEqual([
    expect.anything(),
    expect.stringMatching(/데모 승인자\s+대기/),
    expect.stringMatching(/제공기관 관리자\s+대기/),
  ]);
  await approve(approver, app);
  await partner.reload();
  expect(await progress.nth(1).innerText()).toMatch(/데모 승인자\s+승인\s+데모 승인자/);
  await approve(admin, app);
  await follow(partner, "알림함");
  expect(await partner.getByRole("main").innerText()).toContain(`'${app} - 승인요청' 요청이 승인되었습니다.`);

  await follow(partner, "내가 만든 앱");
  await follow(partner, app);
  expect(await partner.locator("#secret-key").count()).toBe(0);
  await partner.getByLabel("로그인 비밀번호").fill(password);
  await press(partner, "시크릿 조회");
  const [appKey, secretKey] = [
    await partner.locator("#app-key").innerText(),
    await partner.locator("#secret-key").innerText(),
  ];
  const command = await partner.locator("#curl").innerText();
  const client = createWooriClient({ baseUrl: sandbox.url(), appKey, secretKey });
  onTestFinished(() => client.close());
  const { sample } = requestExamples.getCreditLoanBasicInfo;
  const served = async (): Promise<void> => {
    expect((await paste(command)).status).toBe(200);
    expect((await client.getCreditLoanBasicInfo(sample)).data).toEqual(examples.getCreditLoanBasicInfo.success);
  };
  await served();

  await follow(admin, "앱");
  await admin.goto(`${sandbox.url()}/portal/all-apps`);
  await follow(admin, app);
  await admin.getByLabel("사유").fill("약관과 다르게 사용했습니다.");
  await press(admin, "이용 정지");
  const refused = await paste(command);
  expect([refused.status, refused.body]).toEqual([401, expect.stringContaining("SYSCD03003")]);
  expect(await errorOf(client.getCreditLoanBasicInfo(sample))).toMatchObject({ status: 401, code: "SYSCD03003" });
  await press(admin, "이용 정지 해제");
  await served();

  await follow(partner, "통계 및 과금");
  expect(await counted(partner, "앱별 호출", app)).toEqual(["6", "2"]);
  expect(await counted(partner, "오류 코드별 호출", "SYSCD03003")).toEqual(["2", "2"]);
  expect(await counted(partner, "오류 코드별 호출", "오류 없음")).toEqual(["4", "0"]);
}, 300_000);

test("without a script, a partner signs up, registers an app in two steps and asks for approval", async () => {
  const page = await person({ javaScriptEnabled: false });
  await signUp(page, "plain.partner");
  await approve(await demo("admin"), "plain.partner");
  await login(page, "plain.partner", password);
  await register(page, "스크립트 없는 앱");
  await ask(page);
  expect(await page.getByRole("status").innerText()).toContain("승인을 요청했습니다.");
  expect(await page.getByRole("region", { name: "요청한 승인" }).innerText()).toContain("스크립트 없는 앱 - 승인요청");
});

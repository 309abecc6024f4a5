import { join } from "node:path";
import * as client from "openid-client";
import { beforeAll, describe, expect, test } from "vitest";
import { startSandbox } from "../../../scripts/docs/sandbox.ts";
import type { Reply } from "../../support/http.ts";
import { callLoan } from "../../support/loan.ts";
import { callHeaders, discover, type TestApp, useOauth } from "../../support/oauth.ts";
import { appInService, type Visitor, visitorAt } from "../../support/portal.ts";
import { temporaryFolder } from "../../support/project.ts";

const { url } = useOauth();
const people = {} as Record<"partner" | "approver" | "admin", Visitor>;
beforeAll(async () => {
  for (const name of ["partner", "approver", "admin"] as const) people[name] = await visitorAt(url(), name);
});

/** The keys of an app as its page shows them. */
async function keysOf(path: string): Promise<TestApp> {
  const { text } = await people.partner.submit(path, `${path}/secret`, { password: "sandbox-demo" });
  const key = (id: string): string => new RegExp(`id="${id}">([^<]+)`).exec(text)?.[1] ?? "";
  return { appKey: key("app-key"), secretKey: key("secret-key"), callbackUrl: "", isPublic: false };
}

const call = (app: TestApp, token: string): Promise<Reply> => callLoan(url(), { headers: callHeaders(app, token) });

describe("an app's tokens end at once", () => {
  test.each<[string, (path: string) => Promise<unknown>]>([
    [
      "when it is suspended, and stay ended when it may serve again",
      async (path) => {
        const page = path.replace("/apps", "/all-apps");
        await people.admin.submit(page, `${page}/suspend`, { reason: "시험" });
        await people.admin.submit(page, `${page}/resume`, {});
      },
    ],
    ["when its keys are replaced", (path) => people.partner.submit(path, `${path}/rotate`, { sure: "yes" })],
    [
      "when its owner revokes them on its page",
      async (path) => {
        const app = await people.partner.get(path);
        expect(app.text).toContain("없음(앱의 토큰)");
        await people.partner.submit(path, `${path}/revoke-token`, {});
        expect((await people.partner.get(path)).text).toContain("유효한 토큰이 없습니다.");
      },
    ],
    ["when it is deleted", (path) => people.partner.submit(`${path}/delete`, `${path}/delete`, {})],
  ])("%s", async (name, end) => {
    const path = await appInService(people, `앱 ${name}`.slice(0, 60));
    const app = await keysOf(path);
    const { access_token: token } = await client.clientCredentialsGrant(await discover(url(), app));
    expect(await call(app, token)).toMatchObject({ status: 200 });
    await end(path);
    expect(await call(app, token)).toMatchObject({ status: 401 });
  });
});

test("tokens outlive the process where there is a data file, and last as long as they were said to", async () => {
  const options = { data: join(temporaryFolder(), "oauth.db"), tokenLifetime: 120 };
  const app = { appKey: "SANDBOX-APP-KEY", secretKey: "SANDBOX-SECRET-KEY", callbackUrl: "", isPublic: false };
  const first = await startSandbox(options);
  const tokens = await client.clientCredentialsGrant(await discover(first.url, app));
  expect(tokens.expires_in).toBe(120);
  await first.close();
  const second = await startSandbox(options);
  try {
    expect(await callLoan(second.url, { headers: callHeaders(app, tokens.access_token) })).toMatchObject({
      status: 200,
    });
  } finally {
    await second.close();
  }
});

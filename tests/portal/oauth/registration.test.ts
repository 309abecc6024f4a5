import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { readApps } from "../../../scripts/sandbox/apps-file.ts";
import { scopesOf } from "../../../scripts/sandbox/oauth.ts";
import { api } from "../../support/bundle.ts";
import { fill, formOn, problemsOf, type Visitor, visitorAt } from "../../support/portal.ts";
import { temporaryFolder } from "../../support/project.ts";
import { useSandbox } from "../../support/servers.ts";

const sandbox = useSandbox({ portal: true });
let partner: Visitor;
beforeAll(async () => {
  partner = await visitorAt(sandbox.url(), "partner");
});

const names = scopesOf(api).map(({ name }) => name);
const badCallbacks = [
  "/callback",
  "callback",
  "https://app.example/#x",
  "javascript:alert(1)",
  "https://a@b.example/",
  "https://app.example/콜백",
];

/** What the first step of the form says of OAuth's fields. */
async function problems(fields: { callbackUrl?: string; scope?: string }): Promise<string[]> {
  const form = fill(formOn(await partner.get("/apps/new"), "/apps/new"), { name: "앱", step: "apis", ...fields });
  return problemsOf((await partner.post("/apps/new", form)).text).filter((text) => !text.startsWith("입력한 내용"));
}

test("the portal takes the scopes that there are, and lists them where another was typed", async () => {
  expect(await problems({ scope: names.join(" ") })).toEqual([]);
  expect(await problems({ scope: `${names[0]} unknown` })).toEqual([
    expect.stringMatching(new RegExp(`^unknown: 없는 scope입니다\\. .*${names.join(", ")}`)),
  ]);
});

test.each(["https://app.example/callback?from=bank", "http://192.168.0.2:3000/cb", "testapp://callback"])(
  "the portal takes the callback %s",
  async (callbackUrl) => {
    expect(await problems({ callbackUrl })).toEqual([]);
  },
);

test.each(badCallbacks)("the portal does not take the callback %s", async (callbackUrl) => {
  expect(await problems({ callbackUrl })).toEqual([expect.stringContaining("전체 주소를 입력하십시오.")]);
});

test("a file of apps is held to the same, by line", async () => {
  const file = join(temporaryFolder(), "apps.yaml");
  const app = (more: string): string =>
    `apps:\n  - { name: 앱, appKey: TEST-KEY, state: in-service }\n  - name: 둘째 앱\n    appKey: TEST-KEY-2\n    state: in-service\n    ${more}\n`;
  for (const [more, problem] of [
    ["type: secret", "apps[1].type: public, confidential 가운데 하나를 지정하십시오."],
    ["scope: unknown", "apps[1].scope: unknown: 없는 scope입니다."],
    ["callbackUrl: /callback", "apps[1].callbackUrl: OAuth Callback URL에는"],
  ] as const) {
    writeFileSync(file, app(more));
    await expect(readApps(file, () => api)).rejects.toThrow(`${file}:6:5 ${problem}`);
  }
  writeFileSync(file, app(`scope: ${names[0]}\n    type: public\n    callbackUrl: testapp://callback`));
  expect((await readApps(file, () => api))[1]).toMatchObject({ type: "public", callbackUrl: "testapp://callback" });
});

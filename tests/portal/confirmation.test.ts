import { expect, test } from "vitest";
import { formIn, target, visitorAt } from "../support/portal.ts";
import { useSandbox } from "../support/servers.ts";

const sandbox = useSandbox({ portal: true });

test.each([
  ["an API is taken off", "/apis", /href="\/portal(\/apis\/\d+\/stop)"/, "게시 중지"],
  ["an account is locked", "/accounts", /href="\/portal(\/accounts\/\d+\/lock)"/, "사용 정지"],
])("%s only after the portal has asked", async (_what, list, link, label) => {
  const admin = await visitorAt(sandbox.url(), "admin");
  const before = await admin.get(list);
  const path = link.exec(before.text)?.[1] ?? "";
  const asked = await admin.get(path);
  expect([asked.status, formIn({ text: asked.text.slice(asked.text.indexOf("<main")) }).action]).toEqual([
    200,
    `/portal${path}`,
  ]);
  expect(asked.text).toContain(`<button type="submit">${label}</button>`);
  expect((await admin.get(list)).text).toBe(before.text);
  expect(target(await admin.submit(path, path, {}))).toBe(list);
  expect((await admin.get(list)).text).not.toContain(`"/portal${path}"`);
});

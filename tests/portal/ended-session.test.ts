import { describe, expect, test } from "vitest";
import { type Control, type Fields, fill, formOn, target, Visitor, visitorAt } from "../support/portal.ts";
import { useSandbox } from "../support/servers.ts";

const sandbox = useSandbox({ portal: true });

describe("a session that ended while a form was filled in", () => {
  const ended = async (): Promise<{ late: Visitor; form: Control[] }> => {
    const late = await visitorAt(sandbox.url(), "admin");
    const form = formOn(await late.get("/institutions"), "/institutions");
    const sameBrowser = new Visitor(sandbox.url(), late.cookie);
    target(await sameBrowser.post("/logout", [["csrf", await sameBrowser.csrf()]]));
    return { late, form };
  };

  test("asks for the login, then sends what was typed", async () => {
    const name = "늦은 기관";
    const { late, form } = await ended();
    const asked = await late.post("/institutions", fill(form, { name }));
    expect([asked.status, asked.text]).toEqual([
      401,
      expect.stringContaining("로그인이 만료되어 처리하지 않았습니다."),
    ]);
    const admin = await visitorAt(sandbox.url(), "admin");
    expect((await admin.get("/institutions")).text).not.toContain(name);
    const again = await late.post(
      "/login",
      fill(formOn(asked, "/login"), { login: "admin", password: "sandbox-demo" }),
    );
    expect([again.status, again.text]).toEqual([200, expect.stringContaining(name)]);
    target(await late.post("/institutions", fill(formOn(again, "/institutions"), {})));
    expect((await late.get("/institutions")).text).toContain(name);
  });

  test("forgets passwords", async () => {
    const { late } = await ended();
    const fields: Fields = [
      ["current", "typed-fake-password"],
      ["password", "typed-fake-password"],
      ["repeated", "typed-fake-password"],
    ];
    const asked = await late.post("/account", fields);
    expect([asked.status, asked.text]).toEqual([401, expect.not.stringContaining("typed-fake-password")]);
  });
});

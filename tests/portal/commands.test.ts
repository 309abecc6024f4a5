import { request } from "node:https";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { startSandbox } from "../../scripts/docs/sandbox.ts";
import { demoPassword } from "../../scripts/sandbox/store/seed.ts";
import { loanPath } from "../support/bundle.ts";

interface Answer {
  cookie: string;
  page: string;
}

test("a command of a sandbox that made its certificate tells curl where to put its file", async () => {
  const { url, ca, close } = await startSandbox({ portal: true, tls: true });
  onTestFinished(close);
  const send = (path: string, method: string, headers: Record<string, string>, body = ""): Promise<Answer> =>
    new Promise((done, fail) =>
      request(url + path, { method, headers, ca }, (reply) => {
        const [cookie = ""] = reply.headers["set-cookie"] ?? [];
        text(reply).then((page) => done({ cookie: cookie.split(";")[0] ?? "", page }), fail);
      })
        .on("error", fail)
        .end(body),
    );
  await send(loanPath, "POST", { "content-type": "application/json" }, "{}");
  const form = { "content-type": "application/x-www-form-urlencoded", origin: url };
  const { cookie } = await send("/portal/login", "POST", form, `login=admin&password=${demoPassword}`);
  const { page } = await send("/portal/requests", "GET", { cookie });
  expect(page).toMatch(/<code>curl --cacert [^\n]* -X POST/);
});

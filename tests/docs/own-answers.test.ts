import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startSandbox } from "../../scripts/docs/sandbox.ts";
import { send } from "../support/http.ts";
import { callLoan } from "../support/loan.ts";
import { temporaryFolder } from "../support/project.ts";
import { allPages, plain, site } from "../support/site.ts";

const [, block = ""] =
  /<pre data-language="yaml"[^>]*><code>(.*?)<\/code>/s.exec(site.get("own-answers.html") ?? "") ?? [];
const shown = plain(block);

test("the file that the docs show is taken, and its customer and its scenarios answer", async () => {
  const file = join(temporaryFolder(), "shown.yaml");
  writeFileSync(file, shown);
  const sandbox = await startSandbox({ scenarios: file });
  onTestFinished(() => sandbox.close());
  for (const _ of [1, 2, 3]) expect((await callLoan(sandbox.url)).status).toBe(200);
  const answered = sandbox.requests().map(({ answeredBy }) => answeredBy);
  const names = [...shown.matchAll(/- name: (.+)/g)].map(([, name]) => name);
  expect(answered).toMatchObject([
    { by: "default-customer", source: "file" },
    ...names.map((name) => ({ by: "scenario", source: "file", name })),
  ]);
});

test("each request that the docs name for scenarios and customers is answered", async () => {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const requests = [
    ...allPages.matchAll(/<code>(PUT|GET|DELETE) (\/__sandbox\/(?:scenarios|customers)[^<]*)<\/code>/g),
  ];
  expect(requests.length).toBeGreaterThan(4);
  for (const [, method = "", path = ""] of requests) {
    const reply = await send(sandbox.url + encodeURI(path), {
      method,
      headers: {},
      body: method === "PUT" ? "{}" : undefined,
    });
    // What is missing in an empty body, or which name is not there, is told by the endpoint itself.
    if (![200, 204].includes(reply.status))
      expect(reply.json()).toEqual({ problems: expect.arrayContaining([expect.any(String)]) as unknown });
  }
});

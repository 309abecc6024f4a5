import { expect, test } from "vitest";
import { useSandbox } from "../support/servers.ts";

const sandbox = useSandbox({ docs: true });

test.each([
  ["woori.http", "text/plain; charset=utf-8"],
  ["woori.postman_environment.json", "application/json; charset=utf-8"],
  ["openapi-3.0.yaml", "application/yaml; charset=utf-8"],
  ["llms.txt", "text/plain; charset=utf-8"],
  ["markdown/errors.md", "text/markdown; charset=utf-8"],
])("the sandbox serves %s beside its docs", async (file, type) => {
  const answer = await fetch(`${sandbox.url()}/docs/${file}`);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, type]);
});

test("the requests of an export go to the sandbox that serves it", async () => {
  const answer = await fetch(`${sandbox.url()}/docs/woori.http`);
  expect(await answer.text()).toContain(`@baseUrl = ${sandbox.url()}\n`);
});

test("a file that no export has is not there", async () => {
  expect((await fetch(`${sandbox.url()}/docs/markdown/missing.md`)).status).toBe(404);
});

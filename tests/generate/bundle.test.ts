import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { deref, operationsOf } from "../../scripts/lib/openapi.ts";
import { bundleFile } from "../../scripts/lib/paths.ts";
import { redocly } from "../../scripts/lib/redocly.ts";
import { api, sampleRequest } from "../support/bundle.ts";
import { send } from "../support/http.ts";
import { credentials } from "../support/servers.ts";

describe("the bundle loads in", () => {
  test("Redocly, without a finding", async () => {
    const { exitCode, stdout } = await redocly("lint", bundleFile, "--format", "json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ totals: { errors: 0, warnings: 0 } });
  });

  test("the Prism command, which answers the documented GET", async () => {
    const cli = join(dirname(createRequire(import.meta.url).resolve("@stoplight/prism-cli/package.json")), "dist/index.js");
    const prism = spawn(process.execPath, [cli, "mock", bundleFile, "--host", "127.0.0.1", "--port", "0", "--multiprocess=false"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const url = await new Promise<string>((done, fail) => {
        prism.once("exit", (code) => fail(new Error(`prism ended with ${code}`)));
        createInterface({ input: prism.stdout }).on("line", (line) => {
          const [found] = /http:\/\/127\.0\.0\.1:\d+$/.exec(line) ?? [];
          if (found !== undefined && line.includes("is listening")) done(found);
        });
      });
      const headers = { ...credentials, "content-type": "application/json" };
      const reply = await send(`${url}/oai/wb/v1/credit/getCreditLoanBasicInfo`, { headers, body: sampleRequest() });
      expect(reply.status).toBe(200);
    } finally {
      prism.kill();
    }
  });
});

test("GET and POST of the loan operation share everything but their names", () => {
  const [get, post] = operationsOf(api).filter(({ path }) => path.endsWith("getCreditLoanBasicInfo")).map(({ operation }) => operation);
  expect(get?.operationId).toBe("getCreditLoanBasicInfo");
  expect(post?.operationId).toBe("postCreditLoanBasicInfo");
  expect(post?.requestBody).toEqual(get?.requestBody);
  expect(post?.responses).toEqual(get?.responses);
  expect(post?.security).toEqual(get?.security);
});

test("every code of the catalogue is an example of each of its statuses, and 24 codes are there", () => {
  const { codes } = api["x-error-catalogue"];
  const numbers = "01000 01001 01002 01003 01004 01005 01006 01007 01008 01009 01999 02001 02101 02102 02103 02901 03001 03002 03003 03101 03102 03201 03901 09999";
  expect(codes.map(({ code }) => code)).toEqual(numbers.split(" ").map((number) => `SYSCD${number}`));
  for (const { code, message, status } of codes) {
    for (const one of status) {
      for (const { operation } of operationsOf(api)) {
        const reference = operation.responses[one];
        const example = reference === undefined ? undefined : deref(api, reference).content["application/json"]?.examples?.[code];
        expect(example).toMatchObject({ value: { dataBody: { ERRCODE: code, ERRUSRMSG: message } } });
      }
    }
  }
});

import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundleFile } from "../../scripts/lib/paths.ts";
import { redocly } from "../../scripts/bundle/redocly.ts";
import { sampleRequest } from "../support/bundle.ts";
import { send } from "../support/http.ts";
import { credentials } from "../support/servers.ts";

describe("the bundle loads in", () => {
  test("Redocly, without a finding", async () => {
    const { exitCode, stdout } = await redocly("lint", bundleFile, "--format", "json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ totals: { errors: 0, warnings: 0 } });
  });

  test("the Prism command, which answers the documented GET", async () => {
    const cli = join(
      dirname(createRequire(import.meta.url).resolve("@stoplight/prism-cli/package.json")),
      "dist/index.js",
    );
    const prism = spawn(
      process.execPath,
      [cli, "mock", bundleFile, "--host", "127.0.0.1", "--port", "0", "--multiprocess=false"],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
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

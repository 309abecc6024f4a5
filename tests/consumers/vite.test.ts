import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { launchChromium } from "../support/browser.ts";
import { calling, told } from "./calls.ts";
import { consumerEnv, useProject } from "./project.ts";
import { versionOf } from "./toolchain.ts";

const vite = "node_modules/vite/bin/vite.js";

/** Chromium's own line on the refusal. */
const chromiumNote = "Failed to load resource: the server responded with a status of 500 (Internal Server Error)";

interface Visit {
  /** What the app wrote into the page. */
  outcome: unknown;
  /** Errors, and what was printed on the console but for Vite's own notes on its connection. */
  problems: string[];
  /** Servers that the page asked. */
  origins: string[];
}

/** Opens the app in Chromium and waits for its outcome. */
async function visit(app: string): Promise<Visit> {
  const browser = await launchChromium();
  try {
    const tab = await browser.newPage();
    const problems: string[] = [];
    const origins = new Set<string>();
    tab.on("request", (request) => origins.add(new URL(request.url()).origin));
    tab.on("console", (message) => message.text().startsWith("[vite] ") || problems.push(message.text()));
    tab.on("pageerror", (error) => problems.push(error.message));
    await tab.goto(`${app}/?sandbox=${encodeURIComponent(inject("sandbox"))}`);
    const text = await tab.locator("output:not(:empty)").textContent();
    return {
      outcome: JSON.parse(text ?? ""),
      problems,
      origins: [...origins].filter((origin) => origin !== "null").sort(),
    };
  } finally {
    await browser.close();
  }
}

/** Starts a server of Vite in a folder until the test ends; returns its URL. */
function serve(dir: string, ...command: string[]): Promise<string> {
  const child = spawn(process.execPath, [vite, ...command, "--host", "127.0.0.1", "--port", "0"], {
    cwd: dir,
    env: consumerEnv(inject("folder")),
  });
  onTestFinished(() => void child.kill());
  let printed = "";
  return new Promise((done, fail) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        printed += chunk.toString();
        const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
        if (url !== undefined) done(url);
      });
    child.once("close", () => fail(new Error(printed)));
  });
}

async function makesTheCall(app: string): Promise<void> {
  const {
    outcome: { outcome, problems, origins },
    seen,
  } = await calling(() => visit(app));
  expect({ outcome, problems, origins, seen }).toEqual({
    outcome: told,
    problems: [chromiumNote],
    origins: [app, inject("sandbox")].sort(),
    seen: ["POST 200 YYYY", "POST 500 YYYY"],
  });
}

describe("Vite, Chromium", { concurrent: false }, () => {
  const row = `Vite ${versionOf("vite")}`;
  const project = useProject("vite", "vite", { tools: ["vite"] });
  const byOperation = useProject("vite", "vite-operation", {
    tools: ["vite"],
    prepare: ({ dir }) => {
      const page = join(dir, "index.html");
      writeFileSync(page, readFileSync(page, "utf8").replace("./main.mjs", "./by-operation.mjs"));
    },
  });

  for (const [name, app] of [
    ["build", project],
    ["build, 오퍼레이션 하나", byOperation],
  ] as const) {
    test(`${row} · ${name}`, async ({ annotate }) => {
      const { dir, run } = await app();
      // Vite only warns of a node: module in a browser's bundle.
      expect(await run("node", [vite, "build"])).toMatchObject({ exitCode: 0, stderr: "" });
      const scripts = readdirSync(join(dir, "dist/assets"));
      // Beside what it starts with, the catalogue, which the first error brings. Nothing of node:http.
      expect(scripts.map((file) => file.replace(/-[\w-]{8}\.js$/, "")).sort()).toEqual(["error-codes", "index"]);
      await makesTheCall(await serve(dir, "preview"));
      const [script = ""] = scripts.filter((file) => file.startsWith("index"));
      const text = readFileSync(join(dir, "dist/assets", script));
      await annotate(`통과(min ${kilobytes(text.length)}, gzip ${kilobytes(gzipSync(text, { level: 9 }).length)})`);
    });
  }

  test(`${row} · dev`, async () => {
    await makesTheCall(await serve((await project()).dir));
  });
});

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

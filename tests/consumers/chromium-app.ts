import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, inject, onTestFinished } from "vitest";
import { launchChromium } from "../support/browser.ts";
import { calling, seenOf, told } from "./calls.ts";
import { consumerEnv } from "./project.ts";

/** Vite's command in a project. */
export const vite = "node_modules/vite/bin/vite.js";

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

/** Starts a server of Vite, which shows a built app too, in a folder until the test ends; returns its URL. */
export function serve(dir: string, ...command: string[]): Promise<string> {
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

/** Expects that an app makes the calls in Chromium, and asks nothing but its own server and the sandbox. */
export async function makesTheCall(app: string): Promise<void> {
  const {
    outcome: { outcome, problems, origins },
    seen,
  } = await calling(() => visit(app));
  expect({ outcome, problems, origins, seen }).toEqual({
    outcome: told,
    problems: [chromiumNote],
    origins: [app, inject("sandbox")].sort(),
    seen: seenOf("POST"),
  });
}

/**
 * Reads a built app's scripts, and expects that nothing of node:http is in any.
 *
 * @param start what the name of the script begins with that the page loads
 * @returns text for the matrix: the size of that script, as it is and compressed
 */
export function sizeWithoutNode(folder: string, start: string): string {
  const names = readdirSync(folder).filter((name) => /\.m?js$/.test(name));
  const scripts = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  expect([...scripts].filter(([, text]) => text.includes("getBuiltinModule")).map(([name]) => name)).toEqual([]);
  const script = scripts.get(names.find((name) => name.startsWith(start)) ?? "");
  if (script === undefined) throw new Error(`no ${start} among ${names.join(", ")}`);
  return `통과(min ${kilobytes(script.length)}, gzip ${kilobytes(gzipSync(script, { level: 9 }).length)})`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

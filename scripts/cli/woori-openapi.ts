#!/usr/bin/env node
import { keepCompiledCode } from "../lib/compile-cache.ts";
import { nodeObstacle } from "../lib/node-version.ts";

// The command of the package. The rest is loaded after Node was looked at: an older one would fail without a word of why.
const obstacle = nodeObstacle();
if (obstacle === undefined) {
  keepCompiledCode();
  const { runCommand } = await import("./command-line.ts");
  await runCommand(async () => {
    const { wooriOpenapi } = await import("./subcommands.ts");
    return wooriOpenapi({ args: process.argv.slice(2), folder: process.cwd() });
  });
} else {
  console.error(`오류: ${obstacle}`);
  process.exitCode = 2;
}

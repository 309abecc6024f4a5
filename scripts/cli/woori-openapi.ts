#!/usr/bin/env node
import { nodeObstacle } from "../lib/node-version.ts";

// The command of the package. The rest is loaded after Node was looked at: an older one would fail without a word of why.
const obstacle = nodeObstacle();
if (obstacle === undefined) {
  const { main } = await import("./subcommands.ts");
  await main(process.argv.slice(2));
} else {
  console.error(`오류: ${obstacle}`);
  process.exitCode = 2;
}

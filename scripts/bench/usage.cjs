// Loaded first into every process that is measured: tells what it used when it ends.
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");

const folder = process.env["BENCH_USAGE"];
process.on("exit", () => {
  if (folder === undefined) return;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(join(folder, String(process.pid)), JSON.stringify({ maxRSS, cpu: userCPUTime + systemCPUTime }));
});

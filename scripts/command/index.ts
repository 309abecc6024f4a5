#!/usr/bin/env node
// The command of the package. Nothing is imported before Node itself was looked at: an older one would fail without a word of why.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 16)) {
  console.error(`오류: Node 20.16 이상이 있어야 합니다. 사용 중인 버전: ${process.versions.node}.`);
  process.exitCode = 2;
} else {
  const { main } = await import("./main.ts");
  await main(process.argv.slice(2));
}

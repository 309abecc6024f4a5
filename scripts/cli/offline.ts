import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { readArgs, runCommand } from "./command-line.ts";
import { UserError } from "../lib/user-error.ts";
import { root } from "../lib/paths.ts";
import { inTemporaryFolder } from "../lib/temporary-folder.ts";
import { namespacePrefix } from "../checks/offline/namespace.ts";
import { parts } from "../checks/offline/parts.ts";

const names = parts.map(({ name }) => name);

const usage = `사용법: npm run verify:offline [-- --only NAME] [--without-namespace]

프로젝트의 명령을 하나씩 실행하며 밖으로 나가려는 시도(이름 찾기, 이 기기가 아닌 곳으로의 연결)를 모두 막고 셉니다.
모든 Node 프로세스를 감시하고, 리눅스에서는 루프백만 있는 네트워크 네임스페이스에서 실행하여 커널이 나머지 프로그램의 시도를 셉니다.
시도가 하나라도 있거나 명령이 실패하면 종료 코드 1, 실행할 수 없으면 2로 끝납니다.
  --only NAME           하나만 실행합니다: ${names.join(", ")}
  --without-namespace   Node 프로세스만 지켜봅니다.`;

await runCommand(async () => {
  const args = readArgs(usage, { only: { type: "string" }, "without-namespace": { type: "boolean", default: false } });
  if (args.only !== undefined && !names.includes(args.only))
    throw new UserError(`--only ${args.only}: 없는 이름입니다.\n\n${usage}`);
  return inTemporaryFolder(async (dir) => {
    const namespaceDir = join(dir, "etc");
    mkdirSync(namespaceDir);
    const namespace = args["without-namespace"] ? { reason: "--without-namespace" } : namespacePrefix(namespaceDir);
    console.log(
      "prefix" in namespace
        ? "루프백만 있는 네트워크 네임스페이스에서 실행합니다. Node 프로세스의 시도는 덫이, 나머지 프로그램의 시도는 커널이 셉니다."
        : `네트워크 네임스페이스 없이 실행합니다: ${namespace.reason}. Node 프로세스만 지켜보며, Chromium, git 같은 프로그램의 시도는 세지 못합니다.`,
    );
    const prefix = "prefix" in namespace ? namespace.prefix : [];
    const [command = "", ...rest] = [
      ...prefix,
      process.execPath,
      join(root, "scripts/checks/offline/inside.ts"),
      dir,
      prefix.length > 0 ? "kernel" : "node",
      ...(args.only === undefined ? names : [args.only]),
    ];
    const child = spawn(command, rest, { stdio: "inherit" });
    return await new Promise<number>((done, fail) =>
      child.once("error", fail).once("close", (code) => done(code ?? 1)),
    );
  });
});

import { relative } from "node:path";
import { readArgs, runCommand, UserError } from "../lib/cli.ts";
import { bundleFile } from "../lib/paths.ts";
import { announcement } from "./announce.ts";
import { startMock } from "./server.ts";

const usage = `사용법: npm start [-- --port N]

generated/openapi.json으로 목 서버(Prism)를 엽니다. 127.0.0.1에서만 받습니다.
  --port N    포트 번호입니다. 기본값은 4010이며 0은 빈 포트를 고릅니다.`;

await runCommand(async () => {
  const { port } = readArgs(usage, { port: { type: "string", default: "4010" } });
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw new UserError(`--port는 0에서 65535 사이의 숫자여야 하지만 "${port}"입니다.`);
  const mock = await startMock({ bundle: relative(process.cwd(), bundleFile), port: Number(port) });
  console.log(announcement(mock.api, mock.url));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void mock.close().then(() => process.exit(0)));
});

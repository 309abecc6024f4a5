import { resolve } from "node:path";
import { type Call, npmScript, readArgs, runCommand } from "./command-line.ts";
import { readServerOptions, serverOptions, serverUsage, showCertificate } from "./server-options.ts";
import { endOutput, serveUntilEnd, tellMissed } from "./serve-until-end.ts";
import { UserError } from "../lib/user-error.ts";
import { wholeNumber } from "../lib/option-values.ts";
import { bundleFile, pathFromHere } from "../lib/paths.ts";
import { boundsText } from "../server/bounds.ts";
import { LineWriter } from "../lib/line-writer.ts";
import { printError } from "../lib/print.ts";
import { shellWord } from "../lib/shell.ts";
import type { RecordingCounts } from "../proxy/recording/recorder.ts";
import { keepCompiledCode } from "../lib/compile-cache.ts";
import { argument, recording, serving } from "./messages.ts";

const usage = ({
  commandLine,
}: Call): string => `사용법: ${commandLine} --upstream URL [--record DIR --port N --host 주소 --allow-host 이름 --tls --timeout MS --quiet | --json]

요청과 응답을 그대로 전달하면서 명세와 다른 점을 알려 줍니다. 키와 개인정보, 필드의 값은 표시하지 않습니다.
  --upstream URL  요청을 전달할 서버의 주소입니다. https이거나 이 기기를 가리키는 http여야 합니다.
  --record DIR    명세에 있는 오퍼레이션의 요청과 응답을 종류마다 한 번씩 응답정보(시나리오) 파일로 씁니다. 샌드박스가
                  서버 없이 다시 재생합니다. 값은 길이와 형식이 같은 가짜 값으로 바꾸고, 같은 값은 같은 앱(시크릿 키)에서
                  언제나 같은 가짜 값이 됩니다. 있는 파일은 바꾸지 않습니다. 끝까지 오지 않은 응답(시간 초과, 끊긴 연결)과
                  확인하지 못한 큰 본문은 기록하지 않습니다.
  --port N        포트 번호입니다. 기본값은 4011이며, 0을 지정하면 비어 있는 포트를 자동으로 선택합니다.
${serverUsage("이름은 모든 요청에서 확인합니다.")}
  --timeout MS    응답이 끝날 때까지 기다릴 시간(밀리초)입니다. 기본값은 60000입니다.
  --quiet         요청별 기록 없이 주소와 요약만 표시합니다.
  --json          요청마다 JSON 객체를 한 줄씩 표시합니다(NDJSON). 안내와 요약은 표준 오류로 보냅니다.

${boundsText}
종료 신호(Ctrl+C 등)를 받으면 진행 중인 응답을 5초까지 기다린 뒤 요약을 표시합니다. 신호를 한 번 더 받으면 바로 종료합니다.
종료 코드: 0 정상 종료(Ctrl+C 등), 2 시작하지 못함(인자·파일·포트 오류, 도구 없음)`;

/** Opens the proxy and prints what passes through it; runs until a signal ends it. */
export async function proxy(call: Call): Promise<void> {
  const options = {
    upstream: { type: "string" },
    record: { type: "string" },
    port: { type: "string", default: "4011" },
    ...serverOptions,
    timeout: { type: "string", default: "60000" },
    quiet: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  } as const;
  const args = readArgs(usage(call), options, call.args);
  if (args.upstream === undefined) throw new UserError(`${argument.upstream}\n\n${usage(call)}`);
  if (args.quiet && args.json) throw new UserError(argument.excludes("--quiet", "--json"));
  if (args.record === "") throw new UserError(argument.record);
  const port = wholeNumber("--port", args.port, 0, 65535);
  const timeout = wholeNumber("--timeout", args.timeout, 1, 600_000);
  const server = readServerOptions(call, args);
  const output = new LineWriter(process.stdout, tellMissed);
  const notices = args.json ? new LineWriter(process.stderr) : output;
  const [{ startProxy }, { exchangeJson, exchangeLines }, { Summary }] = await Promise.all([
    import("../proxy/start.ts"),
    import("../proxy/report.ts"),
    import("../proxy/summary.ts"),
  ]);
  const summary = new Summary();
  const running = await startProxy({
    upstream: args.upstream,
    port,
    ...server,
    timeout,
    ...(args.record === undefined ? {} : { record: resolve(call.folder, args.record) }),
    bundle: pathFromHere(bundleFile),
    onExchange: (exchange) => {
      summary.add(exchange);
      if (!args.quiet) output.write((args.json ? exchangeJson : exchangeLines)(exchange));
    },
  });
  const certificate = running.ca === undefined ? undefined : showCertificate(running.ca);
  if (certificate !== undefined) (args.quiet ? printError : (text: string) => notices.write(text))(certificate.text);
  notices.write(args.quiet ? running.url : announcement(running.url, running.upstream, args.record));
  await serveUntilEnd(call, running.drain);
  certificate?.remove();
  notices.write(`\n${summary.text()}`);
  if (running.recorded !== undefined) notices.write(recordingText(call, running.recorded, args.record ?? ""));
  await endOutput(output, notices);
}

function announcement(url: string, upstream: string, record: string | undefined): string {
  return [
    serving.proxy(url),
    serving.proxyForwards(upstream),
    ...(record === undefined ? [] : [serving.proxyRecords(record)]),
    serving.proxyNext(url),
    "",
  ].join("\n");
}

function recordingText({ commandLine }: Call, counts: RecordingCounts, dir: string): string {
  const { written, known, unread, failed } = counts;
  const sandbox = commandLine.startsWith("npx ") ? commandLine.replace(/\S+$/, "sandbox") : "npm start --";
  return [
    `${recording.written(written, dir)}${known === 0 ? "" : recording.known(known)}`,
    ...(unread === 0 ? [] : [recording.unread(unread)]),
    ...(failed === 0 ? [] : [recording.failed(failed)]),
    recording.replay(`${sandbox} --scenarios ${shellWord(dir)}`),
  ].join("\n");
}

if (import.meta.main) {
  keepCompiledCode();
  await runCommand(() => proxy(npmScript("npm run proxy --")));
}

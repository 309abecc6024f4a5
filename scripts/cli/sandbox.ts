import { resolve } from "node:path";
import { type Call, npmScript, readArgs, runCommand } from "./command-line.ts";
import { readServerOptions, serverOptions, serverUsage, showCertificate } from "./server-options.ts";
import { endOutput, serveUntilEnd, tellMissed } from "./serve-until-end.ts";
import { wholeNumber } from "../lib/option-values.ts";
import { bundleFile, pathFromHere } from "../lib/paths.ts";
import { checkTools } from "../lib/tools.ts";
import { boundsText } from "../server/bounds.ts";
import { defaultAppsFile, type ScenariosRead } from "../sandbox/sandbox-options.ts";
import { LineWriter } from "../lib/line-writer.ts";
import { keepCompiledCode } from "../lib/compile-cache.ts";
import { printError } from "../lib/print.ts";
import { serving } from "./messages.ts";

const usage = ({
  commandLine,
}: Call): string => `사용법: ${commandLine} [--port N --host 주소 --allow-host 이름 --tls --data FILE --apps FILE --scenarios PATH --bundle FILE --latency MS --token-lifetime N --show-values --quiet]

은행처럼 응답하는 샌드박스를 실행합니다. 명세의 예제로 응답하며 은행에 접속하지 않습니다.
  --port N       포트 번호입니다. 기본값은 4010이며, 0을 지정하면 비어 있는 포트를 자동으로 선택합니다.
${serverUsage("이름은 /__sandbox/와 /portal/에서 확인합니다. 은행의 경로와 /docs/는 어느 이름으로도 호출할 수 있습니다.")}
  --data FILE    포털의 앱, 플랜의 사용량, 통계를 보관할 데이터 파일입니다. 없으면 만듭니다. 지정하지 않으면 메모리에만 두고 종료할 때
                 버립니다. 한 파일은 샌드박스 하나만 사용할 수 있습니다. POST /__sandbox/reset은 요청 기록과 플랜의 사용량을 초기화하고
                 앱과 통계는 그대로 둡니다.
  --apps FILE    샌드박스에서 사용할 앱을 정의한 파일(JSON이나 YAML)입니다. 기본값은 ${pathFromHere(defaultAppsFile)}입니다.
                 데이터 파일에 앱 키가 없는 앱만 더합니다. 앱 키가 이미 있는 앱은 내용이 달라도 데이터 파일의 것을 그대로 둡니다.
  --scenarios PATH
                 고객과 응답정보(시나리오)를 정의한 파일(YAML이나 JSON)이나 폴더입니다. 바뀐 파일은 다시 읽습니다. 잘못된 파일은
                 줄과 이유를 알려 주고 그 파일만 제외하며, 이전에 읽은 내용이 있으면 그대로 사용합니다.
  --bundle FILE  이 프로젝트가 묶은 OpenAPI 문서입니다. 기본값은 ${pathFromHere(bundleFile)}입니다.
  --latency MS   모든 응답을 늦출 시간(밀리초)입니다. 기본값은 0입니다.
  --token-lifetime N
                 OAuth로 발급하는 액세스 토큰의 유효 시간(초)입니다. 기본값은 3600입니다.
  --show-values  포털의 요청 기록에 키와 개인정보를 그대로 표시합니다. 이 기기에서만 받을 때 사용할 수 있습니다.
  --quiet        안내와 요청 기록을 표시하지 않고 주소만 표시합니다.

${boundsText}
종료 신호(Ctrl+C 등)를 받으면 진행 중인 응답을 5초까지 기다립니다. 신호를 한 번 더 받으면 바로 종료합니다.
종료 코드: 0 정상 종료(Ctrl+C 등), 2 시작하지 못함(인자·파일·포트 오류, 도구 없음)`;

/** Opens the sandbox and prints what it is asked; runs until a signal ends it. */
export async function sandbox(call: Call): Promise<void> {
  const args = readArgs(
    usage(call),
    {
      port: { type: "string", default: "4010" },
      ...serverOptions,
      data: { type: "string" },
      apps: { type: "string" },
      scenarios: { type: "string" },
      "show-values": { type: "boolean", default: false },
      bundle: { type: "string" },
      latency: { type: "string", default: "0" },
      "token-lifetime": { type: "string", default: "3600" },
      quiet: { type: "boolean", default: false },
    },
    call.args,
  );
  const port = wholeNumber("--port", args.port, 0, 65535);
  const latency = wholeNumber("--latency", args.latency, 0, 60_000);
  const tokenLifetime = wholeNumber("--token-lifetime", args["token-lifetime"], 1, 31_536_000);
  const given = (path: string): string => resolve(call.folder, path);
  const bundle = args.bundle === undefined ? pathFromHere(bundleFile) : given(args.bundle);
  const server = readServerOptions(call, args);
  const output = new LineWriter(process.stdout, tellMissed);
  checkTools("sandbox", "샌드박스");
  const [{ startSandbox }, { sitePages }, { portalOf }, { oauthOf }, { logLine }] = await Promise.all([
    import("../sandbox/start.ts"),
    import("../docs/site-pages.ts"),
    import("../portal/open.ts"),
    import("../portal/oauth/open.ts"),
    import("../sandbox/request-log.ts"),
  ]);
  const { url, ca, api, apps, isReadOnly, drain } = await startSandbox(
    {
      port,
      ...server,
      latency,
      tokenLifetime,
      bundle,
      showValues: args["show-values"],
      ...(args.data === undefined ? {} : { data: given(args.data) }),
      ...(args.apps === undefined ? {} : { apps: given(args.apps) }),
      ...(args.scenarios === undefined
        ? {}
        : {
            scenarios: given(args.scenarios),
            onScenarios: ({ customers, scenarios, problems, notes }: ScenariosRead) => {
              for (const text of problems) printError(serving.scenarioProblem(text));
              for (const text of notes) printError(serving.scenarioNote(text));
              if (!args.quiet) output.write(serving.scenariosRead(customers, scenarios));
            },
          }),
      ...(args.quiet ? {} : { onRecord: (record: Parameters<typeof logLine>[0]) => output.write(logLine(record)) }),
    },
    sitePages,
    portalOf,
    oauthOf,
  );
  const certificate = ca === undefined ? undefined : showCertificate(ca);
  if (certificate !== undefined) (args.quiet ? printError : (text: string) => output.write(text))(certificate.text);
  output.write(
    args.quiet ? url : (await import("../sandbox/announce.ts")).announcement(api, url, apps, certificate?.file),
  );
  if (!/^(127\.|localhost$|\[?::1\]?$)/.test(args.host)) printError(serving.exposed);
  if (isReadOnly) printError(serving.readOnlyData);
  await serveUntilEnd(call, drain);
  certificate?.remove();
  await endOutput(output);
}

if (import.meta.main) {
  keepCompiledCode();
  await runCommand(() => sandbox(npmScript("npm start --")));
}

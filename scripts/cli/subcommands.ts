import type { Call } from "./command-line.ts";
import { spellingAdvice } from "../lib/closest-word.ts";
import { UserError } from "../lib/user-error.ts";
import { manifest } from "../lib/manifest.ts";
import { bundleFile } from "../lib/paths.ts";
import { print } from "../lib/print.ts";
import { argument } from "./messages.ts";

interface Verb {
  /** What it does, as the list of commands tells. */
  does: string;
  run: (call: Call) => Promise<number | void>;
}

/** Each is loaded when it is called: none waits for the tools of another. */
const verbs = new Map<string, Verb>(
  Object.entries({
    generate: {
      does: "TypeScript 클라이언트, 타입, openapi.json을 여러분의 프로젝트에 생성합니다.",
      run: async (call) => (await import("./generate-out.ts")).generate(call),
    },
    sandbox: {
      does: "은행처럼 응답하는 샌드박스를 실행합니다. `mock`으로도 실행할 수 있습니다.",
      run: async (call) => (await import("./sandbox.ts")).sandbox(call),
    },
    proxy: {
      does: "요청과 응답을 서버에 전달하면서 명세와 다른 점을 알려 줍니다.",
      run: async (call) => (await import("./proxy.ts")).proxy(call),
    },
    lint: {
      does: "OpenAPI 문서의 구조와 규칙을 검사합니다.",
      run: async (call) => (await import("./lint-file.ts")).lintFile(call),
    },
    diff: {
      does: "두 버전의 openapi.json을 비교해 호환되지 않는 변경을 알려 줍니다.",
      run: async (call) => (await import("./diff-files.ts")).diffFiles(call),
    },
    docs: {
      does: "문서 사이트를 만듭니다.",
      run: async (call) => {
        const [{ docs }, { readBundle }] = await Promise.all([import("./docs.ts"), import("../bundle/bundle-file.ts")]);
        return docs(call, () => readBundle(bundleFile));
      },
    },
    export: {
      does: "Postman, OpenAPI 3.0, .http, Markdown처럼 다른 도구의 파일을 만듭니다.",
      run: async (call) => {
        const [{ exportOne }, { readBundle }] = await Promise.all([
          import("./export.ts"),
          import("../bundle/bundle-file.ts"),
        ]);
        return exportOne(call, () => readBundle(bundleFile));
      },
    },
  }),
);

const usage = `사용법: npx woori-openapi 명령 [옵션]

우리은행 오픈API(신용대출)의 비공식 OpenAPI 명세로 만든 개발 도구입니다. proxy에 지정한 서버 외에는 은행에도 인터넷에도 접속하지 않습니다.
${[...verbs].map(([name, { does }]) => `  ${name.padEnd(9)} ${does}`).join("\n")}

  --help    이 안내를 표시합니다. 명령 뒤에 입력하면 그 명령의 안내를 표시합니다.
  --version 버전을 표시합니다.
  --debug   명령 뒤에 입력하면, 예상하지 못한 오류가 난 자리를 표시합니다.

종료 코드: 0 정상, 1 문제나 차이 발견, 2 실행 실패(인자·파일 오류, 도구 없음)`;

/** Runs the command that the first argument names, with the others. */
export async function wooriOpenapi({
  args: [name, ...args],
  ...call
}: Omit<Call, "commandLine">): Promise<number | void> {
  if (name === "--help" || name === "-h") return print(usage);
  if (name === "--version") return print(manifest().version);
  const verb = verbs.get(name === "mock" ? "sandbox" : (name ?? ""));
  if (verb === undefined)
    throw new UserError(
      `${name === undefined ? argument.noCommand : argument.unknownCommand(name, spellingAdvice(name, verbs.keys()))}\n\n${usage}`,
    );
  return verb.run({ ...call, args, commandLine: `npx woori-openapi ${name}` });
}

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, inject, test } from "vitest";
import { execute, type Outcome } from "../support/execute.ts";
import {
  expectAnswers,
  expectErrorCode,
  expectUnchanged,
  inOrder,
  type SampleLanguage,
  written,
} from "../support/sample-runs.ts";

const monoParts = join(import.meta.dirname, "projects/csharp-sample/mono.cs");

/** Korean sources are read as UTF-8; Go asks no module proxy. */
const env = {
  ...process.env,
  LC_ALL: "C.UTF-8",
  HOME: inject("interopFolder"),
  GO111MODULE: "off",
  GOFLAGS: "",
  GOPROXY: "off",
  GOCACHE: join(inject("interopFolder"), "go-cache"),
};
const start = (program: string, args: readonly string[], dir: string): Promise<Outcome> =>
  execute(program, args, dir, env);

const languages: (SampleLanguage & { label: string; programs: string[] })[] = [
  {
    id: "python",
    label: "Python",
    programs: ["python3"],
    run: (dir, texts) =>
      inOrder(
        written(dir, texts, (at) => `sample${at}.py`),
        (file) => start("python3", [file], dir),
      ),
  },
  {
    id: "java",
    label: "Java",
    programs: ["java", "javac"],
    run: (dir, texts) =>
      inOrder(
        written(dir, texts, (at) => `${at}/Sample.java`),
        (file) => start("java", [file], dir),
      ),
  },
  {
    id: "kotlin",
    label: "Kotlin",
    programs: ["kotlinc", "java"],
    async run(dir, texts) {
      const files = written(dir, texts, (at) => `Sample${at}.kt`);
      // The compiler takes most of the time: once for all.
      const compiled = await start("kotlinc", [...files, "-nowarn", "-include-runtime", "-d", "all.jar"], dir);
      return inOrder(files, async (_, at) =>
        compiled.exitCode === 0 ? start("java", ["-cp", "all.jar", `Sample${at}Kt`], dir) : compiled,
      );
    },
  },
  {
    id: "go",
    label: "Go",
    programs: ["go"],
    run: (dir, texts) =>
      inOrder(
        written(dir, texts, (at) => `sample${at}.go`),
        (file) => start("go", ["run", file], dir),
      ),
  },
  {
    id: "csharp",
    label: "C#",
    programs: ["mcs", "mono"],
    run: (dir, texts) =>
      inOrder(
        written(dir, texts, (at) => `Sample${at}.cs`),
        async (file) => {
          const options = ["-main:Mono", "-nowarn:28", "-r:System.Net.Http.dll", `-out:${file}.exe`];
          const compiled = await start("mcs", [...options, file, monoParts], dir);
          return compiled.exitCode === 0 ? start("mono", [`${file}.exe`], dir) : compiled;
        },
      ),
  },
];

const path = (process.env["PATH"] ?? "").split(delimiter);
const missing = languages
  .flatMap(({ programs }) => programs)
  .filter((program) => !path.some((folder) => existsSync(join(folder, program))));
if (missing.length > 0)
  throw new Error(`${missing.join(", ")} 프로그램이 없습니다. .ci/install-languages를 실행한 뒤 다시 시도하십시오.`);

describe("예제 코드를 실행하는 언어", () => {
  for (const language of languages) {
    const { id, label } = language;
    const dir = join(inject("interopFolder"), `samples-${id}`);

    test(`${label} · 응답`, async () => {
      await expectAnswers(language, `${dir}-answers`, inject("interopSandbox"));
    });

    test(`${label} · 오류 코드`, async () => {
      await expectErrorCode(language, `${dir}-errors`, inject("interopSandbox"));
    });

    test(`${label} · 특수 문자`, async () => {
      await expectUnchanged(language, `${dir}-unchanged`);
    });
  }
});

import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { root } from "../../../scripts/lib/paths.ts";
import { copyProject } from "../../support/project.ts";

const script = "scripts/cli/licenses.ts";

/** A copy of the project whose lockfile says something else of some packages. */
function projectWhere(licenses: Record<string, string>) {
  const project = copyProject();
  for (const [name, license] of Object.entries(licenses)) {
    project.edit(
      "package-lock.json",
      new RegExp(`("node_modules/${name}": \\{[^{}]*"license": )"[^"]*"`),
      `$1"${license}"`,
    );
  }
  return project;
}

describe("npm run licenses", () => {
  test("lists every package by licence, and finds all allowed", async () => {
    const { exitCode, output } = await copyProject().run(script);
    expect(output).toMatch(/^MIT {2}\d+개\n {2}.*\bopenapi-fetch@\d/);
    expect(output).toMatch(/\nMPL-2\.0 {2}\d+개\n {2}axe-core@/);
    expect(output).toMatch(
      /\n배포하는 패키지에 쓰이는 것: ajv@.* marked@\S+ openapi-fetch@\S+ openapi-typescript-helpers@.* yaml@\S+\n/,
    );
    expect(output).toMatch(/\nlicenses: 패키지 \d+개의 라이선스 \d+종이 모두 허용 목록에 있습니다\.\n$/);
    expect(exitCode).toBe(0);
  });

  test("names each package whose licence is not allowed, why, who asks for it, and what to do", async () => {
    const project = projectWhere({
      yaml: "(GPL-2.0-only OR SSPL-1.0)",
      vitest: "GPL-3.0-only",
      prettier: "SEE LICENSE IN EULA.txt",
      "openapi-typescript-helpers": "MPL-2.0",
      marked: "MPL-2.0",
    });
    project.edit(
      "tests/consumers/toolchain/package-lock.json",
      /("node_modules\/typescript-5\.4": \{[^{}]*"license": )"[^"]*"/,
      '$1"GPL-3.0-only"',
    );
    project.edit(
      "scripts/bench/package-lock.json",
      /("node_modules\/zod": \{[^{}]*"license": )"[^"]*"/,
      '$1"AGPL-3.0"',
    );
    const { exitCode, output } = await project.run(script);
    const refused = output.split("\n").filter((line) => line.includes("의존하는 패키지: "));
    const refusal = (name: string, reason: string, askedBy: string): unknown =>
      expect.stringMatching(
        new RegExp(`^${name}@[\\d.]+: ${reason}\\. 의존하는 패키지: (.* )?${askedBy}@[\\d.]+(,.*)?\\.$`),
      );
    const toolsOnly = "라이선스 MPL-2\\.0: 개발 도구에만 허용되며, 배포하는 패키지에는 허용되지 않습니다";
    expect(refused.sort()).toEqual([
      refusal("marked", toolsOnly, "woori-openapi"),
      refusal("openapi-typescript-helpers", toolsOnly, "openapi-fetch"),
      refusal("prettier", "라이선스를 SPDX 표현식으로 밝히지 않았습니다", "woori-openapi"),
      refusal("typescript", "라이선스 GPL-3\\.0-only: 허용 목록에 없습니다", "woori-openapi-consumers"),
      refusal("vitest", "라이선스 GPL-3\\.0-only: 허용 목록에 없습니다", "woori-openapi"),
      refusal("yaml", "라이선스 GPL-2\\.0-only OR SSPL-1\\.0: 허용 목록에 없습니다", "woori-openapi"),
      refusal("zod", "라이선스 AGPL-3\\.0: 허용 목록에 없습니다", "woori-openapi-bench"),
    ]);
    expect(output).toMatch(
      /\n다른 패키지로 바꾸거나, .*scripts\/publish\/licenses\/allowed\.yaml에 허용하는 이유와 함께 더하십시오\.\n$/,
    );
    expect(exitCode).toBe(1);
  });
});

test("npm ls --all finds nothing missing, extraneous or invalid", () => {
  expect(execFileSync("npm", ["ls", "--all", "--parseable"], { cwd: root, encoding: "utf8" })).toContain(
    "openapi-fetch",
  );
});

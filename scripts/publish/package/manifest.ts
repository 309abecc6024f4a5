import { manifest } from "../../lib/manifest.ts";
import { testedVersions } from "../../lib/tools.ts";

const entry = (name: string): object => ({ types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` });

/** The name by which the compiled client imports its transport, which depends on the platform. */
export const platformTransport = "#platform-transport";

/** The sandbox's declarations, by the operations of the package. */
export const sandboxTypes = {
  file: "sandbox.d.ts",
  text: `import type { Sandbox as SandboxOf, SandboxOptions } from "./docs/sandbox.js";
import type { operations } from "./types.js";

export type { CustomerEntry, RequestRecord, SandboxOptions, Scenario, ScenarioFile, ScenariosRead, UsedHandle, UsedScenario, WaitOptions } from "./docs/sandbox.js";
/** 실행 중인 샌드박스입니다. 다른 문서로 실행하면 그 문서에서 생성한 operations를 지정하십시오. */
export type Sandbox<Operations = operations> = SandboxOf<Operations>;
/**
 * 은행처럼 응답하는 샌드박스를 실행합니다.
 *
 * @throws {UserError} Prism이 설치되어 있지 않거나, 문서나 앱, 시나리오 파일에 문제가 있거나, 포트를 사용할 수 없습니다.
 */
export declare function startSandbox<Operations = operations>(options?: SandboxOptions): Promise<Sandbox<Operations>>;
`,
} as const;

/** The package's own package.json. The client needs `dependencies` alone; a command names the tools that it lacks. */
export function packageManifest() {
  const { name, version, description, license, type, repository, devDependencies } = manifest();
  const testedWith = testedVersions();
  return {
    name,
    version,
    description,
    keywords: ["woori", "openapi", "우리은행", "오픈API", "sandbox"],
    license,
    ...(repository === undefined ? {} : { repository }),
    type,
    // process.getBuiltinModule, by which the client finds node:http without a bundler seeing it.
    engines: { node: ">=20.16" },
    bin: { [name]: `./dist/tools/${name}.js` },
    exports: {
      ".": entry("client"),
      "./operations": entry("operations"),
      "./operations/*": entry("operations/*"),
      "./types": entry("types"),
      "./openapi.json": "./generated/openapi.json",
      "./validators": entry("validators"),
      "./fixtures": entry("examples"),
      "./sandbox": { types: `./dist/${sandboxTypes.file}`, default: "./dist/tools/sandbox.js" },
      "./package.json": "./package.json",
    },
    // Bundlers for browsers leave node:http's part out: nothing there asks for it.
    imports: {
      [platformTransport]: {
        browser: "./dist/runtime/browser-transport.js",
        default: "./dist/runtime/platform-transport.js",
      },
    },
    sideEffects: false,
    dependencies: { "openapi-fetch": devDependencies?.["openapi-fetch"] },
    peerDependencies: Object.fromEntries(Object.keys(testedWith).map((tool) => [tool, "*"])),
    peerDependenciesMeta: Object.fromEntries(Object.keys(testedWith).map((tool) => [tool, { optional: true }])),
    testedWith,
  };
}

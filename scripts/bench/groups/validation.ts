import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { readBundle } from "../../bundle/bundle-file.ts";
import { withRefsToDefinitions } from "../../bundle/openapi.ts";
import { bundleFile, specDir } from "../../lib/paths.ts";
import { appOf } from "../app.ts";
import type { Group } from "../group.ts";
import { interleaved } from "../interleave.ts";
import { own } from "../measurement.ts";

const sample = readFileSync(join(specDir, "source/samples/4.1.4.json"), "utf8");

/** The request's JSON Schema by itself, as a program that validates would have it. */
async function requestSchema(): Promise<Record<string, unknown>> {
  const api = await readBundle(bundleFile);
  const text = JSON.stringify(api.components.schemas, (key, value: unknown) =>
    key.startsWith("x-") ? undefined : value,
  );
  const definitions = withRefsToDefinitions(JSON.parse(text) as object);
  return { $ref: "#/$defs/CreditLoanBasicInfoRequest", $defs: definitions };
}

/** A module for each subject, which exports `check`; what they import is installed in the app. */
async function modules(app: string): Promise<Record<string, string>> {
  const schema = await requestSchema();
  const ajv = new Ajv2020({ code: { source: true } });
  writeFileSync(join(app, "ajv-standalone.cjs"), standalone.default(ajv, ajv.compile(schema)));
  const text = JSON.stringify(schema);
  return {
    [own]: `export { getCreditLoanBasicInfoRequest as check } from "woori-openapi/validators";`,
    "Ajv standalone": `export { default as check } from "./ajv-standalone.cjs";`,
    "TypeBox(컴파일)": `import { Compile } from "typebox/schema"; const compiled = Compile(${text}); export const check = (value) => compiled.Check(value);`,
    zod: `import * as z from "zod"; const schema = z.fromJSONSchema(${text}); export const check = (value) => schema.safeParse(value).success;`,
  };
}

/** Imports a module, validates once, then many times: milliseconds to the first validation, and nanoseconds of the later ones. */
const child = `
const start = performance.now();
const { check } = await import(process.env.MODULE);
const isValid = check(JSON.parse(process.env.SAMPLE));
const first = performance.now() - start;
const samples = Array.from({ length: 64 }, () => JSON.parse(process.env.SAMPLE));
if (!isValid || check({ ...samples[0], extra: 1 })) throw new Error("the subject does not validate");
let valid = 0;
const batch = (count) => {
  const from = process.hrtime.bigint();
  for (let at = 0; at < count; at++) if (check(samples[at & 63])) valid += 1;
  return Number(process.hrtime.bigint() - from) / count;
};
for (let warm = 0; warm < 5; warm++) batch(40_000);
const each = Array.from({ length: 5 }, () => batch(100_000)).sort((a, b) => a - b)[2];
console.log(JSON.stringify({ first, each }));
`;

/** Validating the loan's request. */
export const validation: Group = {
  title: "요청의 검증",
  about:
    "대출기본정보의 요청(원문 4.1.4의 예제)을 같은 JSON Schema로 검증합니다. 라운드마다 새 프로세스이며, 불러와 처음 검증할 때까지의 시간과 그 뒤 50만 번의 평균을 쟀습니다. '설치한 그대로'는 패키지의 파일을 그대로 import하고, '묶은 파일'은 esbuild로 파일 하나로 묶은 것을 import합니다. zod와 TypeBox는 불러올 때 JSON Schema에서 검증기를 만들고, Ajv standalone은 벤치를 시작할 때 생성한 코드입니다.",
  metrics: {
    each: { label: "검증 한 번", unit: "ns" },
    installed: { label: "설치한 그대로 첫 검증", unit: "ms" },
    bundled: { label: "묶은 파일로 첫 검증", unit: "ms" },
  },
  peers: ["ajv", "typebox", "zod", "esbuild"],
  measure: async (run) => {
    run.tell("validation");
    const app = await appOf(run, 1);
    const contenders = [];
    for (const [index, [subject, text]] of Object.entries(await modules(app)).entries()) {
      const installed = join(app, `validate-${index}.mjs`);
      const bundled = join(app, `validate-${index}.bundled.mjs`);
      writeFileSync(installed, text);
      await build({ entryPoints: [installed], outfile: bundled, bundle: true, format: "esm", platform: "node" });
      contenders.push({
        subject,
        measure: async () => {
          const fromInstalled = await validate(app, installed);
          const { first, each } = await validate(app, bundled);
          return { each, installed: fromInstalled.first, bundled: first };
        },
      });
    }
    return interleaved(contenders, run.quick ? 3 : 15);
  },
};

async function validate(app: string, module: string): Promise<{ first: number; each: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", child], {
    cwd: app,
    env: { ...process.env, MODULE: module, SAMPLE: sample },
  });
  return JSON.parse(stdout) as { first: number; each: number };
}

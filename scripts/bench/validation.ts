import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import { transform } from "esbuild";
import { readBundle } from "../bundle/bundle-file.ts";
import { withRefsToDefinitions } from "../bundle/openapi.ts";
import { bundleFile, generatedDir, specDir } from "../lib/paths.ts";
import { inTemporaryFolder } from "../lib/temporary-folder.ts";
import { type Figure, median } from "./figure.ts";
import { loadPeer, peersDir } from "./peers.ts";

type Validator = (value: unknown) => boolean;

/** What is used here of zod. */
interface Zod {
  z: { fromJSONSchema: (schema: object) => { safeParse: (value: unknown) => { success: boolean } } };
}

const sample: unknown = JSON.parse(readFileSync(join(specDir, "source/samples/4.1.4.json"), "utf8"));

/** The request's JSON Schema by itself, as a program that validates at run time would have it. */
function requestSchema(): Record<string, unknown> {
  const api = readBundle(bundleFile);
  const text = JSON.stringify(api.components.schemas, (key, value: unknown) =>
    key.startsWith("x-") ? undefined : value,
  );
  const definitions = withRefsToDefinitions(JSON.parse(text) as object);
  return { $ref: "#/$defs/CreditLoanBasicInfoRequest", $defs: definitions };
}

/** Nanoseconds to validate the document's sample request. */
export async function validationTimes(): Promise<Figure[]> {
  const file = pathToFileURL(join(generatedDir, "validators.ts")).href;
  const { getCreditLoanBasicInfoRequest: generated } = (await import(file)) as {
    getCreditLoanBasicInfoRequest: Validator;
  };
  const { z } = await loadPeer<Zod>("zod");
  const atRunTime = new Ajv2020({ allErrors: true }).compile(requestSchema());
  const zod = z.fromJSONSchema(requestSchema());
  const rivals: [string, () => boolean][] = [
    ["생성된 검증기", () => generated(sample)],
    ["Ajv(실행할 때 컴파일)", () => atRunTime(sample)],
    ["zod", () => zod.safeParse(sample).success],
  ];
  const rounds = rivals.map((): number[] => []);
  // The rivals take turns, so that a slow moment of the machine falls on all.
  for (let round = 0; round < 15; round++) {
    for (const [index, [name, validate]] of rivals.entries()) {
      if (!validate()) throw new Error(`${name} refuses the document's sample`);
      const start = process.hrtime.bigint();
      for (let count = 0; count < 20_000; count++) validate();
      rounds[index]?.push(Number(process.hrtime.bigint() - start) / 20_000);
    }
  }
  return rivals.map(([name], index) => ({ name, value: median(rounds[index] ?? []) }));
}

/** Milliseconds from a loaded Node to the first validated request, in fresh processes. */
export async function coldStarts(): Promise<Figure[]> {
  const schema = JSON.stringify(requestSchema());
  // As JavaScript, the way a deployed program has it: stripping types costs Node more than anything measured here.
  const { code: compiled } = await transform(readFileSync(join(generatedDir, "validators.ts"), "utf8"), {
    loader: "ts",
  });
  return inTemporaryFolder(async (dir) => {
    writeFileSync(join(dir, "validators.mjs"), compiled);
    const timed = (body: string): string =>
      `const sample = ${JSON.stringify(sample)}; const start = performance.now(); ${body} if (!ok) throw new Error("refused"); console.log(performance.now() - start);`;
    const rivals: [string, string][] = [
      [
        "생성된 검증기",
        timed(
          `const v = await import(${JSON.stringify(join(dir, "validators.mjs"))}); const ok = v.getCreditLoanBasicInfoRequest(sample);`,
        ),
      ],
      [
        "Ajv(실행할 때 컴파일)",
        timed(
          `const { Ajv2020 } = await import("ajv/dist/2020.js"); const ok = new Ajv2020({ allErrors: true }).compile(${schema})(sample);`,
        ),
      ],
      [
        "zod",
        timed(`const { z } = await import("zod"); const ok = z.fromJSONSchema(${schema}).safeParse(sample).success;`),
      ],
    ];
    const rounds = rivals.map((): number[] => []);
    for (let round = 0; round < 9; round++) {
      for (const [index, [, code]] of rivals.entries()) {
        const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", code], {
          cwd: peersDir,
        });
        rounds[index]?.push(Number(stdout));
      }
    }
    return rivals.map(([name], index) => ({ name, value: median(rounds[index] ?? []) }));
  });
}

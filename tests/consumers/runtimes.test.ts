import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, inject, test } from "vitest";
import { outcomeBy, told, toldByMain } from "./calls.ts";
import type { Outcome } from "../support/execute.ts";
import { useProject } from "./project.ts";
import { binary } from "./toolchain.ts";

describe("다른 런타임", () => {
  const bun = binary("@oven", "bin/bun");
  const deno = binary("@deno", "deno");
  const project = useProject("esm", "runtimes");
  // Deno asks for a permission by a prompt, which no one answers; the network is the only one that a client needs.
  const runtimes = [
    { row: `Bun ${bun.version}`, program: bun.path, args: [] },
    { row: `Deno ${deno.version}`, program: deno.path, args: ["run", "--no-prompt", "--allow-net"] },
  ];
  for (const { row, program, args } of runtimes) {
    test(`${row} · import`, async () => {
      const { run } = await project();
      expect(await outcomeBy(() => run(program, [...args, "main.mjs", inject("sandbox")]))).toEqual(toldByMain());
    });

    test(`${row} · 오퍼레이션 하나`, async () => {
      const { run } = await project();
      expect(await outcomeBy(() => run(program, [...args, "by-operation.mjs", inject("sandbox")]))).toEqual(told);
    });
  }
});

describe("Cloudflare Workers", () => {
  const workerd = binary("@cloudflare", "bin/workerd");
  const newest = workerd.version.replace(/^\d+\.(\d{4})(\d\d)(\d\d)\..*$/, "$1-$2-$3");
  const project = useProject("workerd", "workerd");
  // The newest date has nodejs_compat unless it is refused, and with it a node:http that drops the body of a GET.
  const dates = [
    { date: "2024-09-23", flags: [] },
    { date: "2024-09-23", flags: ["nodejs_compat"] },
    { date: newest, flags: [] },
    { date: newest, flags: ["no_nodejs_compat"] },
  ];
  const bundles = { "wrangler의 import 조건": ["workerd", "worker", "browser"], "import 조건 없이": [] };

  for (const { date, flags } of dates) {
    for (const [column, conditions] of Object.entries(bundles)) {
      test(`${["workerd", date, ...flags].join(" ")} · ${column}`, async () => {
        const { dir, run } = await project();
        const name = [date, ...flags, conditions.length].join("-");
        await build({
          entryPoints: [join(dir, "worker.mjs")],
          outfile: join(dir, `${name}.mjs`),
          bundle: true,
          format: "esm",
          platform: "neutral",
          conditions,
          logLevel: "error",
        });
        writeFileSync(join(dir, `${name}.capnp`), config(`${name}.mjs`, date, flags));
        const program = async (): Promise<Outcome> => {
          const { stderr, ...outcome } = await run(workerd.path, ["test", `${name}.capnp`]);
          return { ...outcome, stderr: stderr.replaceAll(/^.* \[ (TEST|PASS) \] main.*\n/gm, "") };
        };
        expect(await outcomeBy(program, "POST")).toEqual({
          ...told,
          refused: ["method", "proxy", "ca", "idleTimeout"],
        });
      });
    }
  }
});

/** Configures workerd with one Worker, which may reach this machine. */
function config(worker: string, date: string, flags: readonly string[]): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed "${worker}")],
      compatibilityDate = "${date}",
      compatibilityFlags = ${JSON.stringify(flags)},
      bindings = [(name = "SANDBOX", fromEnvironment = "SANDBOX")],
      globalOutbound = "network"
    )),
    (name = "network", network = (allow = ["private"]))
  ]
);
`;
}

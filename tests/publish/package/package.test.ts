import { globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { consumerSet } from "../../../scripts/generate/consumer-set.ts";
import { manifest } from "../../../scripts/lib/manifest.ts";
import { root } from "../../../scripts/lib/paths.ts";
import { buildPackage } from "../../../scripts/publish/package/pack.ts";
import { unpack, usePackage } from "../../support/package.ts";
import { temporaryFolder } from "../../support/project.ts";

const packed = usePackage();

/** The files of the package as it is unpacked, by path. */
const contents = once(() => {
  const dir = join(temporaryFolder(), "package");
  unpack(packed(), dir);
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [file.slice(dir.length + 1), readFileSync(file, "utf8")]));
});

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** What the package may hold, and where it lies. */
const places: Record<string, RegExp> = {
  "papers and settings":
    /^(\.spectral\.yaml|CHANGELOG\.md|LICENSE|README\.md|THIRD-PARTY-NOTICES\.md|package\.json|redocly\.yaml)$/,
  "a hook for Dredd": /^dredd-hooks\.cjs$/,
  "the compiled client": /^dist\/((runtime|operations|schemas)\/)?[\w-]+(\.d\.ts|\.js)$/,
  "declarations of the sandbox": /^dist\/(bundle|client|docs|sandbox(\/scenarios)?)\/[\w-]+\.d\.ts$/,
  "the tools": /^dist\/tools\/[\w-]+\.js$/,
  "the TypeScript that generate --out writes":
    /^generated\/((runtime|operations|schemas)\/)?[\w-]+\.ts$|^generated\/openapi\.json$/,
  "what the commands read":
    /^scripts\/(docs\/assets|portal\/assets|sandbox|checks\/lint\/functions)\/\w+\.(css|json|yaml|js)$|^spec\/source\/[\w-]+\.yaml$/,
};

describe("the tarball", () => {
  test("holds nothing but what its users need: no tests, no tool of this repository, no hand-written spec", () => {
    const files = packed().files.map(({ path }) => path);
    expect(files.filter((file) => !Object.values(places).some((place) => place.test(file)))).toEqual([]);
    for (const [name, place] of Object.entries(places))
      expect([name, files.some((file) => place.test(file))]).toEqual([name, true]);
    expect([...contents().keys()].sort()).toEqual(files.sort());
  });

  test("holds whatever its package.json offers, and the consumer's set", () => {
    const files = contents();
    const { exports, bin } = JSON.parse(files.get("package.json") ?? "") as Record<string, Record<string, unknown>>;
    const named = [...JSON.stringify([exports, bin]).matchAll(/"\.\/([^"]+\.[^"]+)"/g)].map(([, file = ""]) => file);
    expect(named.length).toBeGreaterThan(0);
    const paths = [...files.keys()];
    for (const file of named.filter((one) => one.includes("/"))) {
      const [start = "", end = file] = file.split("*");
      expect(
        file.includes("*") ? paths.some((path) => path.startsWith(start) && path.endsWith(end)) : paths.includes(file),
        file,
      ).toBe(true);
    }
    for (const [file, text] of consumerSet()) expect(files.get(`generated/${file}`), file).toBe(text);
  });

  test("is the same, byte by byte, when it is made again elsewhere", async () => {
    const again = await buildPackage(temporaryFolder());
    expect(Buffer.compare(readFileSync(again.tarball), readFileSync(packed().tarball))).toBe(0);
  });

  test("names no folder of a machine, no registry, no source map, and writes Korean as Korean", () => {
    for (const [file, text] of contents()) {
      expect(text, file).not.toContain(root);
      expect(text.match(/["'`( ](?:\/(?:home|root|tmp|Users|work)|[A-Z]:\\)[\w/\\-]*/g), file).toBeNull();
      expect(text, file).not.toMatch(/\/\/[\w.-]*\bregistry\.\w|sourceMappingURL/);
      // Hangul syllables: U+AC00 to U+D7A3. The ends of a range are those of a table, not text.
      expect(text, file).not.toMatch(
        /(?<!-)\\u(?:(?:a[c-f]|[bc][0-9a-f]|d[0-6])[0-9a-f]{2}|d7(?:[0-9][0-9a-f]|a[0-3]))(?!-)/i,
      );
    }
  });

  test("installs openapi-fetch alone and runs no script", () => {
    const { version, devDependencies = {} } = manifest();
    const own = JSON.parse(contents().get("package.json") ?? "") as Record<string, Record<string, unknown>>;
    expect(own).toMatchObject({ name: "woori-openapi", version, license: "MIT", type: "module", sideEffects: false });
    expect(own["dependencies"]).toEqual({ "openapi-fetch": devDependencies["openapi-fetch"] });
    expect(
      ["scripts", "devDependencies", "private", "bundleDependencies", "optionalDependencies"].filter(
        (key) => key in own,
      ),
    ).toEqual([]);
    const tools = Object.keys(own["peerDependencies"] ?? {});
    expect(own["peerDependenciesMeta"]).toEqual(Object.fromEntries(tools.map((name) => [name, { optional: true }])));
    expect(own["testedWith"]).toEqual(Object.fromEntries(tools.map((name) => [name, devDependencies[name]])));
  });

  test("imports what it holds, what Node has, and what its package.json names", () => {
    const files = contents();
    const {
      dependencies,
      peerDependencies,
      imports = {},
    } = JSON.parse(files.get("package.json") ?? "") as Record<string, Record<string, string | Record<string, string>>>;
    for (const [file, text] of [...files].filter(([name]) => name.startsWith("dist/"))) {
      for (const { fileName: name } of ts.preProcessFile(text, true, true).importedFiles) {
        const where = `${file} imports ${name}`;
        if (name.startsWith(".")) {
          const target = posix.join(dirname(file), name);
          expect(target, where).toMatch(/\.js$/);
          expect(files.has(file.endsWith(".d.ts") ? target.replace(/js$/, "d.ts") : target), where).toBe(true);
        } else if (name.startsWith("#")) {
          const targets = Object.values(imports[name] ?? {});
          expect(targets, where).not.toEqual([]);
          for (const target of targets) expect(files.has(target.replace("./", "")), where).toBe(true);
        } else if (file.startsWith("dist/tools/")) {
          expect(
            name.startsWith("node:") ||
              Object.keys(peerDependencies ?? {}).some((tool) => name === tool || name.startsWith(`${tool}/`)),
            where,
          ).toBe(true);
        } else expect(Object.keys(dependencies ?? {}), where).toContain(name);
      }
    }
  });

  test("keeps the fields' Korean names and the client's notes in its declarations", () => {
    const files = contents();
    expect(files.get("dist/types.d.ts")).toContain("/** 이용자접속IP주소 */");
    expect(files.get("dist/client.d.ts")).toContain("@throws {WooriApiError} 은행이 요청을 거부했습니다.");
    expect(files.get("dist/sandbox/sandbox-options.d.ts")).toContain("/** 포트 번호입니다.");
  });
});

describe("THIRD-PARTY-NOTICES.md", () => {
  test("names each library whose code stands in dist/, and no other", () => {
    const files = contents();
    const found = [...files].flatMap(([file, text]) =>
      file.startsWith("dist/")
        ? [...text.matchAll(/^(?:\/\/|\s+") ?node_modules\/((?:@[\w-]+\/)?[\w.-]+)\//gm)].map(([, name]) => name)
        : [],
    );
    expect(found.length).toBeGreaterThan(0);
    const named = [...(files.get("THIRD-PARTY-NOTICES.md") ?? "").matchAll(/^## (\S+) \d\S* \(\S+\)$/gm)].map(
      ([, name = ""]) => name,
    );
    expect(named).toEqual(expect.arrayContaining([...new Set(found)]));
    // A library may have been published with another inside; its file then says so.
    const code = [...files].filter(([file]) => file.startsWith("dist/tools/")).map(([, text]) => text.toLowerCase());
    for (const name of named.filter((one) => !found.includes(one)))
      expect([name, code.some((text) => text.includes(name))]).toEqual([name, true]);
  });

  test("has the version and the whole licence of each", () => {
    const text = contents().get("THIRD-PARTY-NOTICES.md") ?? "";
    for (const [heading, name = "", version = ""] of text.matchAll(/^## (\S+) (\d\S*) \(\S+\)$/gm)) {
      const places = ["", "*/node_modules/", "*/node_modules/*/node_modules/"].map(
        (place) => `node_modules/${place}${name}/package.json`,
      );
      const found = globSync(places, { cwd: root }).flatMap((file) => {
        const read = JSON.parse(readFileSync(join(root, file), "utf8")) as { version: string; license: string };
        return read.version === version ? [{ folder: join(root, dirname(file)), license: read.license }] : [];
      });
      const { folder = "", license = "" } = found[0] ?? {};
      const file = readdirSync(folder).find((one) => /^licen[cs]e(\.\w+)?$/i.test(one));
      // Without a file of its own, it is the one of the same authors' package.
      const licence = file === undefined ? "(The MIT License)" : readFileSync(join(folder, file), "utf8");
      expect(heading).toBe(`## ${name} ${version} (${license})`);
      expect(text).toContain(`${heading}\n\n${licence.replaceAll("\r\n", "\n").trim()}\n`);
    }
  });
});

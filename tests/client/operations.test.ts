import { join } from "node:path";
import { build, type Metafile } from "esbuild";
import { inject, test, expect, describe, onTestFinished, vi } from "vitest";
import {
  createWooriConnection,
  getCreditLoanBasicInfo,
  WooriApiError,
  WooriInputError,
} from "../../generated/operations.ts";
import { platform } from "../../scripts/bench/platform.ts";
import { build as generate } from "../../scripts/generate/build.ts";
import { write } from "../../scripts/generate/write.ts";
import { generatedDir } from "../../scripts/lib/paths.ts";
import { replaceFiles } from "../../scripts/lib/write-files.ts";
import { answering, canary, clientFor, errorOf, input, serve, success } from "../support/client.ts";

const { appKey, secretKey } = canary;

function connectionTo(baseUrl: string): ReturnType<typeof createWooriConnection> {
  const connection = createWooriConnection({ baseUrl, appKey, secretKey });
  onTestFinished(() => connection.close());
  return connection;
}

describe("a function of one operation", () => {
  test("sends and gives what the client's method does", async () => {
    const server = await serve(answering(success));
    const { data, issues } = await getCreditLoanBasicInfo(connectionTo(server.url), input());
    const byMethod = await clientFor(server.url, { accessToken: undefined } as never).getCreditLoanBasicInfo(input());
    expect([data, issues]).toEqual([byMethod.data, byMethod.issues]);
    const [first, second] = server.seen.map(({ rawHeaders, ...seen }) => ({ ...seen, headers: rawHeaders.length }));
    expect(first).toEqual(second);
  });

  test("refuses a wrong body before anything is sent, and throws the bank's refusal with the catalogue's advice", async () => {
    const refusal = JSON.stringify({ dataHeader: {}, dataBody: { ERRCODE: "SYSCD03003", ERRUSRMSG: "" } });
    const server = await serve(answering(refusal, { status: 401 }));
    const connection = connectionTo(server.url);
    expect(await errorOf(getCreditLoanBasicInfo(connection, { dataBody: {} as never }))).toBeInstanceOf(
      WooriInputError,
    );
    expect(server.seen).toEqual([]);
    const error = await errorOf(getCreditLoanBasicInfo(connection, input()));
    expect(error).toBeInstanceOf(WooriApiError);
    expect(error).toMatchObject({ code: "SYSCD03003", known: true, resend: "afterChange" });
  });
});

/** The program of one call, bundled for a browser: the chunks that it starts with, and those that come when needed. */
async function bundled(dir: string): Promise<{ start: string; late: string }> {
  const contents = `import { createWooriConnection, getCreditLoanBasicInfo } from "./operations.ts";
    globalThis.result = getCreditLoanBasicInfo(createWooriConnection(globalThis.options), globalThis.input);`;
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: dir, loader: "ts" },
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "browser",
    charset: "utf8",
    outdir: dir,
    write: false,
    metafile: true,
    absWorkingDir: dir,
  });
  const atStart = startingChunks(metafile);
  const textOf = (isWanted: boolean): string =>
    outputFiles
      .filter(({ path }) => atStart.has(path.slice(dir.length + 1)) === isWanted)
      .map(({ text }) => text)
      .join("\n");
  return { start: textOf(true), late: textOf(false) };
}

function startingChunks({ outputs }: Metafile): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const { path, kind } of outputs[name]?.imports ?? []) if (kind === "import-statement") visit(path);
  };
  for (const [name, { entryPoint }] of Object.entries(outputs)) if (entryPoint === "<stdin>") visit(name);
  return found;
}

async function generatedPlatform(operations: number): Promise<string> {
  const spec = join(inject("runFolder"), `platform-of-${operations}-spec`);
  const out = join(inject("runFolder"), `platform-of-${operations}`);
  await replaceFiles(spec, platform(operations));
  await write(out, await generate(spec));
  return out;
}

describe("a program that calls one operation", () => {
  test("starts with that operation alone: no other, no openapi-fetch, no catalogue, none of Node's transport", async () => {
    const { start, late } = await bundled(generatedDir);
    const held = (text: string) =>
      ["/getCreditLoanBasicInfo", "tokencheck", "SYSCD", "secureConnect", "parseAs"].filter((part) =>
        text.includes(part),
      );
    expect(held(start)).toEqual(["/getCreditLoanBasicInfo"]);
    expect(held(late)).toEqual(["SYSCD", "secureConnect"]);
  });

  test("is the same among two operations and among thirty", async () => {
    const [few, many] = [await bundled(await generatedPlatform(2)), await bundled(await generatedPlatform(30))];
    // A minifier may choose other letters.
    expect(Math.abs(many.start.length - few.start.length)).toBeLessThan(few.start.length / 200);
  });
});

test("an answer reads the same where JSON.parse does not tell the source text", async () => {
  const text = success.replace(
    '"LN_AVL_AM":"',
    '"N":[1.50,12345678901234567890,-0,"n1","s"],"LN_AVL_AM":350000000.00,"OLD":"',
  );
  const read = async () => {
    const { data, issues } = await clientFor((await serve(answering(text))).url).getCreditLoanBasicInfo(input());
    return { data, issues };
  };
  const told = await read();
  expect(told.data?.dataBody).toMatchObject({
    LN_AVL_AM: "350000000.00",
    N: [1.5, "12345678901234567890", -0, "n1", "s"],
  });
  const parse = JSON.parse;
  const older = vi
    .spyOn(JSON, "parse")
    .mockImplementation((source, revive) =>
      parse(source, revive && ((key, value) => revive.call(undefined, key, value))),
    );
  onTestFinished(() => older.mockRestore());
  expect(await read()).toEqual(told);
});

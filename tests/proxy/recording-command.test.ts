import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { proxy } from "../../scripts/cli/proxy.ts";
import { RecordingFolder } from "../../scripts/proxy/recording/recording-folder.ts";
import { loanPath, sampleRequest } from "../support/bundle.ts";
import { answering, serve, successBody } from "../support/client.ts";
import { startCommand } from "../support/command.ts";
import { call, serveBy } from "../support/in-process.ts";
import { temporaryFolder } from "../support/project.ts";
import { exchangeRaw, goodHeaders } from "../support/proxy.ts";
import { filesOf, scenariosOf } from "../support/recording.ts";
import { useSandbox } from "../support/servers.ts";

const sandbox = useSandbox();

/** A folder that is not there yet. */
const newFolder = (): string => join(temporaryFolder(), "made/for/this");

describe("npm run proxy -- --record", () => {
  test("tells at the end how much was written where, and what replays it", async () => {
    const dir = newFolder();
    const { url, until, stop, printed } = await serveBy(proxy, "--upstream", sandbox.url(), "--record", dir);
    for (let count = 0; count < 2; count += 1)
      await exchangeRaw(url + loanPath, { headers: goodHeaders, body: JSON.stringify(sampleRequest()) });
    await until(/(다른 점 0개[^]*){2}/);
    expect(await stop()).toBe(0);
    expect(printed()).toContain(
      `기록: 새 응답정보 1건을 ${dir} 폴더에 썼습니다. 이미 있는 것과 같은 1건은 쓰지 않았습니다.\n` +
        `서버 없이 다시 재생하려면 npm start -- --scenarios ${dir} 명령을 실행하십시오.\n`,
    );
    expect(scenariosOf(dir)).toHaveLength(1);
  });

  test("is refused where the folder is a file, lies in one, or has no name", async () => {
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "");
    for (const [dir, message] of [
      [file, "폴더가 있어야 할 자리에 파일이 있습니다."],
      [join(file, "inner"), "폴더가 있어야 할 자리에 파일이 있습니다."],
      ["/proc/nowhere", "쓸 수 없습니다."],
      ["", "--record에 응답정보를 저장할 폴더를 지정하십시오."],
    ] as const) {
      const { exitCode, output } = await call(proxy, "--port", "0", "--upstream", sandbox.url(), "--record", dir);
      expect([exitCode, output]).toEqual([2, expect.stringContaining(message) as string]);
    }
  });

  test("goes on relaying when files can no longer be written, and says so once", async () => {
    const dir = newFolder();
    const { url, until, stop, printed } = await serveBy(proxy, "--upstream", sandbox.url(), "--record", dir);
    renameSync(dir, `${dir}-gone`);
    const statuses: number[] = [];
    for (const prefer of ["example=success", "example=noAccounts", "example=success"])
      statuses.push(
        (
          await exchangeRaw(url + loanPath, {
            headers: { ...goodHeaders, prefer },
            body: JSON.stringify(sampleRequest()),
          })
        ).status,
      );
    await until(/(다른 점 0개[^]*){3}/);
    await stop();
    expect(statuses).toEqual([200, 200, 200]);
    expect(printed().split("주의: 응답정보를 기록하지 못했습니다. 파일이나 폴더가 없습니다.")).toHaveLength(2);
    expect(printed()).toContain("파일을 쓸 수 없어 3건을 기록하지 못했습니다.");
  });
});

describe("two recorders, and one that is killed", () => {
  /** Sends distinct exchanges, whose answers tell the number of the call. */
  async function send(url: string, count: number): Promise<void> {
    for (let at = 0; at < count; at += 1)
      await exchangeRaw(url + loanPath, {
        headers: { ...goodHeaders, "x-number": String(at) },
        body: JSON.stringify(sampleRequest()),
      }).catch(() => {});
  }

  /** An upstream with another answer for each number. */
  async function numbered(): Promise<string> {
    const upstream = await serve((request, response, text) => {
      const body = successBody();
      body.dataBody["ZPNO_ADR"] = `예시로 ${request.headers["x-number"]}`.repeat(
        1 + (Number(request.headers["x-number"]) % 300),
      );
      answering(JSON.stringify(body))(request, response, text);
    });
    return upstream.url;
  }

  test("two at once write each exchange once between them", async () => {
    const dir = newFolder();
    const upstream = await numbered();
    const args = ["--upstream", upstream, "--record", dir] as const;
    const both = await Promise.all([1, 2].map(() => startCommand("scripts/cli/proxy.ts", ...args)));
    await Promise.all(both.map(({ url }) => send(url, 30)));
    await Promise.all(both.map(({ stop }) => stop("SIGINT")));
    const written = both.map(({ printed }) => Number(/새 응답정보 (\d+)건/.exec(printed())?.[1]));
    expect(scenariosOf(dir)).toHaveLength(30);
    expect(written[0]! + written[1]!).toBe(30);
    expect(readdirSync(dir).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("one that is killed leaves whole files alone, and the next one clears up after it", async () => {
    const dir = newFolder();
    const upstream = await numbered();
    const command = await startCommand("scripts/cli/proxy.ts", "--upstream", upstream, "--record", dir);
    const sending = Promise.all([1, 2, 3].map(() => send(command.url, 300)));
    await expect.poll(() => readdirSync(dir).length).toBeGreaterThan(5);
    await command.stop("SIGKILL");
    await sending;
    expect(scenariosOf(dir).length).toBeGreaterThan(4);
    const ended = spawn("true");
    await new Promise((done) => ended.once("exit", done));
    writeFileSync(join(dir, `.writing-${ended.pid}-half`), "scenarios:\n  - na");
    new RecordingFolder(dir);
    expect(readdirSync(dir).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("without hard links a file comes into being whole too, and none is replaced", () => {
    const dir = newFolder();
    const folder = new RecordingFolder(dir, () => {
      throw Object.assign(new Error("no hard links"), { code: "EPERM" });
    });
    expect(folder.write("a.yaml", "first")).toBe(true);
    expect(folder.write("a.yaml", "second")).toBe(false);
    expect([...filesOf(dir)]).toEqual([["a.yaml", "first"]]);
    // As another process has it that is just writing this file.
    mkdirSync(join(dir, ".lock-b.yaml"));
    expect(folder.write("b.yaml", "third")).toBe(false);
    expect(readdirSync(dir).sort()).toEqual([".lock-b.yaml", "a.yaml"]);
  });
});

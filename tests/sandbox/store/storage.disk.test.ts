import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { sandbox as command } from "../../../scripts/cli/sandbox.ts";
import { startSandbox } from "../../../scripts/docs/sandbox.ts";
import { loanPath, sampleRequest } from "../../support/bundle.ts";
import { send } from "../../support/http.ts";
import { call, serveBy } from "../../support/in-process.ts";
import { target, Visitor, visitorAt } from "../../support/portal.ts";
import { credentials } from "../../support/servers.ts";
import { onSmallDisk } from "../../support/small-disk.ts";

async function status(url: string): Promise<number> {
  const headers = { ...credentials, "content-type": "application/json" };
  return (await send(url + loanPath, { method: "POST", headers, body: sampleRequest() })).status;
}

/** Fills the rest of a file system. */
function fillDisk(folder: string): () => void {
  const file = join(folder, "ballast");
  for (const size of [4096, 1]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: "a" });
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe("ENOSPC");
    }
  }
  return () => rmSync(file);
}

test("on a full disk the portal says so and changes nothing, the gateway serves, and the calls are counted once there is room", async () => {
  await onSmallDisk(4096, async (folder) => {
    const sandbox = await startSandbox({ data: join(folder, "woori.db"), portal: true });
    try {
      const admin = await visitorAt(sandbox.url, "admin");
      const makeRoom = fillDisk(folder);
      let refused: string | undefined;
      const saved: string[] = [];
      // What the file had already claimed of the disk may still take some.
      for (let count = 0; refused === undefined && count < 3000; count += 1) {
        const name = `기관 ${count} ${"가".repeat(40)}`;
        const reply = await admin.submit("/institutions", "/institutions", { name, kind: "consumer" });
        if (reply.status === 303) saved.push(name);
        else refused = reply.text;
      }
      expect(refused).toContain("디스크에 남은 공간이 없어 변경하지 않았습니다.");
      const list = (await admin.get("/institutions")).text;
      expect(list.match(/기관 \d+ 가/g) ?? []).toHaveLength(saved.length);
      const told = vi.spyOn(console, "error").mockImplementation(() => {});
      for (const _ of [1, 2, 3]) expect(await status(sandbox.url)).toBe(200);
      await vi.waitFor(() =>
        expect(told.mock.calls.join("\n")).toMatch(/통계를 .*메모리에만 보관합니다\. 디스크에 남은 공간이 없어/),
      );
      told.mockRestore();
      makeRoom();
      target(await admin.submit("/institutions", "/institutions", { name: "공간이 생긴 뒤의 기관", kind: "consumer" }));
      expect((await admin.get("/statistics.csv")).text).toMatch(/,200,,3,/);
    } finally {
      await sandbox.close();
    }
  });
});

/** Lets a file system be read alone. */
function makeReadOnly(folder: string): void {
  expect(spawnSync("mount", ["-o", "remount,ro", folder]).status).toBe(0);
}

test("on a medium that cannot be written, the gateway serves what the file says, and the portal shows it and refuses changes", async () => {
  await onSmallDisk(4096, async (folder) => {
    const data = join(folder, "woori.db");
    const first = await startSandbox({ data, portal: true });
    const { cookie } = await visitorAt(first.url, "admin");
    await first.close();
    makeReadOnly(folder);
    const sandbox = await startSandbox({ data, portal: true });
    try {
      for (const _ of [1, 2]) expect(await status(sandbox.url)).toBe(200);
      const admin = new Visitor(sandbox.url, cookie);
      for (const page of ["/institutions", "/notices", "/statistics", "/audit"])
        expect([page, (await admin.get(page)).status]).toEqual([page, 200]);
      const reply = await admin.submit("/institutions", "/institutions", { name: "쓸 수 없는 기관", kind: "consumer" });
      expect([reply.status, reply.text]).toEqual([
        400,
        expect.stringContaining("데이터 파일에 쓸 수 없어 변경할 수 없습니다."),
      ]);
      const login = await new Visitor(sandbox.url).submit("/login", "/login", {
        login: "partner",
        password: "sandbox-demo",
      });
      expect([login.status, login.text]).toEqual([
        409,
        expect.stringContaining("데이터 파일에 쓸 수 없어 변경할 수 없습니다."),
      ]);
    } finally {
      await sandbox.close();
    }
  });
});

test("npm start says that the data file can only be read; what a killed sandbox left beside it keeps it closed", async () => {
  await onSmallDisk(4096, async (folder) => {
    const data = join(folder, "woori.db");
    await (await startSandbox({ data })).close();
    makeReadOnly(folder);
    const { until, stop } = await serveBy(command, "--data", data);
    expect(await until(/주의: 데이터 파일에 쓸 수 없습니다\./)).toContain("http://");
    expect(await stop()).toBe(0);
    expect(spawnSync("mount", ["-o", "remount,rw", folder]).status).toBe(0);
    writeFileSync(`${data}-wal`, "changes that were not taken over");
    makeReadOnly(folder);
    const { exitCode, output } = await call(command, "--port", "0", "--data", data);
    expect([exitCode, output]).toEqual([2, expect.stringContaining("마지막 변경 내용이")]);
  });
});

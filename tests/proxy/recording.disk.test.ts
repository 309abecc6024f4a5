import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { startProxy } from "../../scripts/proxy/start.ts";
import { loanPath, sampleRequest } from "../support/bundle.ts";
import { answering, serve, successBody } from "../support/client.ts";
import { exchangeRaw, goodHeaders } from "../support/proxy.ts";
import { filesOf, scenariosOf } from "../support/recording.ts";
import { onSmallDisk } from "../support/small-disk.ts";

test("a full disk ends the recording and not the relaying, is told once, and leaves whole files alone", async () => {
  const upstream = await serve((request, response, text) => {
    const body = successBody();
    body.dataBody["ZPNO_ADR"] = `예시로 ${String(request.headers["x-number"])} `.repeat(200);
    answering(JSON.stringify(body))(request, response, text);
  });
  await onSmallDisk(64, async (disk) => {
    const told: string[] = [];
    const spy = vi.spyOn(console, "error").mockImplementation((text: string) => void told.push(text));
    const dir = join(disk, "recording");
    const proxy = await startProxy({ upstream: upstream.url, record: dir });
    try {
      const statuses = new Set<number>();
      for (let at = 0; at < 20; at += 1) {
        const headers = { ...goodHeaders, "x-number": String(at) };
        statuses.add(
          (await exchangeRaw(proxy.url + loanPath, { headers, body: JSON.stringify(sampleRequest()) })).status,
        );
      }
      expect([...statuses]).toEqual([200]);
    } finally {
      await proxy.close();
      spy.mockRestore();
    }
    expect(told).toEqual([
      "주의: 응답정보를 기록하지 못했습니다. 디스크에 빈 공간이 없습니다. 공간을 확보한 뒤 다시 실행하십시오. 프록시는 요청을 계속 전달합니다.",
    ]);
    expect(proxy.recorded).toMatchObject({ written: scenariosOf(dir).length, known: 0 });
    expect((proxy.recorded?.failed ?? 0) + scenariosOf(dir).length).toBe(20);
    expect([...filesOf(dir).keys()].filter((name) => name.startsWith("."))).toEqual([]);
  });
});

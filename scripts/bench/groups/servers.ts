import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Group } from "../group.ts";
import { type Contender, interleaved, joined } from "../interleave.ts";
import { type Findings, own } from "../measurement.ts";
import { ofProject } from "../peers.ts";
import { sizesOf, type Run } from "../run.ts";
import { load } from "../servers/load.ts";
import { makeServed, open, sandbox, type Served, type Server, type ServerCommand } from "../servers/open.ts";

/** The server that does nothing but HTTP. */
export const bare = "node:http만";

const connections = 32;

const commands: [string, ServerCommand][] = [
  [own, sandbox],
  ["Prism", (port, { bundle }) => [ofProject("@stoplight/prism-cli/dist/index.js"), "mock", "--port", port, bundle]],
  ["openapi-backend", () => [join(import.meta.dirname, "../servers/openapi-backend.ts")]],
  ["Scalar mock server", () => [join(import.meta.dirname, "../servers/scalar.ts")]],
  [bare, () => [join(import.meta.dirname, "../servers/bare.ts")]],
];

/** The servers that answer from a description. */
export const mocks = commands.map(([subject]) => subject).filter((subject) => subject !== own && subject !== bare);

/** Servers that answer a bundle's requests with its examples. */
export const servers: Group = {
  title: "서버",
  about: `같은 묶음으로 서버를 띄우고 마지막 오퍼레이션에 POST로 예제 요청을 보냅니다. '첫 응답'은 프로세스를 시작해 200을 받을 때까지로, 라운드마다 새 프로세스이며 서버를 번갈아 띄웁니다. 샌드박스는 두 번째 실행부터 Node의 컴파일 캐시를 사용하므로 캐시를 끈 줄을 따로 두었습니다. 처리량은 모든 서버를 띄워 두고 연결 ${connections}개로 2초씩 번갈아 한 서버에만 부하를 겁니다. 부하는 소켓에 바로 쓰고, 요청 하나에 든 부하 도구와 서버의 CPU를 함께 표시해 병목이 서버에 있음을 보입니다. ${bare} 서버는 명세를 읽지 않고 정해진 응답만 보냅니다.`,
  metrics: {
    first: { label: "첫 응답", unit: "ms" },
    requestsPerSecond: { label: "처리량", unit: "요청/s" },
    p99: { label: "p99", unit: "ms" },
    server: { label: "서버의 CPU", unit: "µs/요청" },
    client: { label: "부하 도구의 CPU", unit: "µs/요청" },
  },
  peers: ["@stoplight/prism-cli", "openapi-backend", "@scalar/mock-server", "hono", "@hono/node-server"],
  measure: async (run) => {
    const all: Findings[] = [];
    for (const operations of sizesOf(run, [1, 100, 1000])) {
      run.tell(`servers: 오퍼레이션 ${operations}개`);
      const served = await makeServed(run, operations);
      const starts = await interleaved(firstAnswers(served), run.quick ? 1 : 5, operations);
      const failed = new Set(starts.failures.map(({ subject }) => subject));
      all.push(starts, await underLoad(run, served, operations, failed));
    }
    return joined(all);
  },
};

function firstAnswers(served: Served): Contender[] {
  const starts: [string, ServerCommand, Record<string, string>?][] = [
    ...commands,
    [`${own}(컴파일 캐시 없이)`, sandbox, { NODE_DISABLE_COMPILE_CACHE: "1" }],
  ];
  return starts.map(([subject, command, env]) => ({
    subject,
    measure: async () => {
      const { process, first } = await open(command, served, env);
      await process.end("SIGKILL");
      return { first };
    },
  }));
}

async function underLoad(run: Run, served: Served, operations: number, failed: ReadonlySet<string>): Promise<Findings> {
  const opened: [string, Server][] = [];
  try {
    for (const [subject, command] of commands)
      if (!failed.has(subject)) opened.push([subject, await open(command, served)]);
    const slice = run.quick ? 500 : 2000;
    for (const [, { port }] of opened) await load(port, served.request, connections, slice).catch(() => undefined);
    const contenders = opened.map(([subject, { process, port }]) => ({
      subject,
      measure: async () => {
        const before = cpuOf(process.child.pid);
        const { requests, requestsPerSecond, p99, client } = await load(port, served.request, connections, slice);
        const used = cpuOf(process.child.pid) - before;
        const server = (used * 1e6) / requests;
        return { requestsPerSecond, p99, ...(Number.isNaN(server) ? {} : { server }), client };
      },
    }));
    return await interleaved(contenders, run.quick ? 3 : 5, operations);
  } finally {
    await Promise.all(opened.map(([, { process }]) => process.end("SIGKILL")));
  }
}

/** Seconds of CPU that a process has used, in ticks of a hundredth (proc(5)); NaN where there is no /proc. */
function cpuOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

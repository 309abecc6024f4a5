import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { judge } from "../../scripts/bench/goals.ts";
import { exponent, perOperation } from "../../scripts/bench/growth-rate.ts";
import { interleaved } from "../../scripts/bench/interleave.ts";
import { CannotMeasure, median, own } from "../../scripts/bench/measurement.ts";
import { benchmarks } from "../../scripts/bench/report.ts";
import { benchmarksFile, readResults, type Results } from "../../scripts/bench/results.ts";
import { load } from "../../scripts/bench/servers/load.ts";
import { listen, stop } from "../../scripts/server/listen.ts";

test("BENCHMARKS.md is what the committed figures give", () => {
  expect(readFileSync(benchmarksFile, "utf8")).toBe(benchmarks(readResults()));
});

/** Results in which validating takes us so many nanoseconds, and Ajv standalone 100. */
function validationOf(each: number): Results {
  const measured = (subject: string, values: number[]) => ({ subject, metric: "each", values });
  const measurements = [measured(own, [each]), measured("Ajv standalone", [90, 100, 500])];
  return { validation: { machine: "", peers: {}, measurements, failures: [] } };
}

test.each([
  [80, "달성"],
  [100, "달성"],
  [120, "미달"],
])("a validation of %s ns beside a median of 100 makes its goal %s", (each, verdict) => {
  const judged = judge(validationOf(each)).filter(({ figures }) => figures.length > 0);
  expect(judged.map((goal) => [goal.verdict, goal.figures[0]?.value])).toEqual([[verdict, each / 100]]);
});

test("work that we fail to do misses its goal", () => {
  const failures = [{ subject: own, operations: 1000, reason: "240초 안에 끝나지 않았습니다." }];
  const judged = judge({ docs: { machine: "", peers: {}, measurements: [], failures } });
  expect(judged.filter(({ figures }) => figures.length > 0).map(({ verdict }) => verdict)).toEqual(["미달"]);
});

test("what was not measured is neither met nor missed", () => {
  expect(new Set(judge({}).map(({ verdict }) => verdict))).toEqual(new Set(["재지 않음"]));
});

test("a table tells the median, the spread, the share of ours, and who failed", () => {
  const results = validationOf(50);
  results.validation?.failures.push({ subject: "zod", reason: "240초 안에 끝나지 않았습니다." });
  const text = benchmarks(results);
  expect(text).toContain("| Ajv standalone | 100 (90–500) × 2 |");
  expect(text).toMatch(/^\| zod \|.* 240초 안에 끝나지 않았습니다\. \|$/m);
});

test("the median of an even number lies between the middle two", () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test("growth is told beyond the fixed cost", () => {
  const curve = (value: (operations: number) => number) =>
    [10, 100, 300, 1000].map((operations) => [operations, value(operations)] as const);
  expect(exponent(curve((operations) => 5000 + 3 * (operations - 10)))).toBeCloseTo(1);
  expect(exponent(curve((operations) => 5000 + (operations - 10) ** 2))).toBeCloseTo(2);
  expect(exponent(curve(() => 7))).toBe(0);
  expect(exponent(curve((operations) => operations).slice(0, 2))).toBeUndefined();
  expect(perOperation(curve((operations) => 50 + 3 * operations))).toEqual([3, 3, 3]);
});

test("contenders take turns; who fails is told and takes no further one", async () => {
  const turns: string[] = [];
  const contender = (subject: string, fails = false) => ({
    subject,
    measure: async () => {
      turns.push(subject);
      if (fails) throw new CannotMeasure("할 수 없습니다.");
      return { wall: turns.length };
    },
  });
  const found = await interleaved([contender("a"), contender("b", true), contender("c")], 3, 10);
  expect(turns).toEqual(["a", "b", "c", "a", "c", "a", "c"]);
  expect(found.failures).toEqual([{ subject: "b", operations: 10, reason: "할 수 없습니다." }]);
  expect(found.measurements).toEqual([
    { subject: "a", operations: 10, metric: "wall", values: [1, 4, 6] },
    { subject: "c", operations: 10, metric: "wall", values: [3, 5, 7] },
  ]);
});

/** A server that answers every request by a function; gives its port. */
async function serving(answer: Parameters<typeof createServer>[1]): Promise<number> {
  const server = createServer(answer);
  const url = await listen(server, "127.0.0.1", 0);
  onTestFinished(() => stop(server));
  return Number(new URL(url).port);
}

const request = { method: "POST", path: "/", headers: { "content-type": "text/plain" }, body: "가" };

test.each(["a length", "chunks"])("the load counts the answers that it got, framed by %s", async (framing) => {
  let answered = 0;
  const port = await serving((incoming, response) => {
    incoming.resume().on("end", () => {
      answered += 1;
      if (framing === "chunks") response.write("가");
      response.end("나");
    });
  });
  const { requests, p99 } = await load(port, request, 4, 50);
  expect(requests).toBe(answered);
  expect(p99).toBeGreaterThan(0);
});

test("the load fails where the server refuses", async () => {
  const port = await serving((_, response) => void response.writeHead(503).end());
  await expect(load(port, request, 1, 50)).rejects.toThrow("503");
});

import { generators } from "./generators.ts";
import type { GroupName } from "./groups.ts";
import { growthSizes } from "./groups/growth.ts";
import { spectral } from "./groups/lint.ts";
import { bare, mocks } from "./groups/servers.ts";
import { type Curve, exponent, perOperation } from "./growth-rate.ts";
import { median, own } from "./measurement.ts";
import type { Results } from "./results.ts";

/** What a goal is judged by. */
interface Figure {
  /** In Korean. */
  what: string;
  /** Undefined where it was not measured. */
  value: number | undefined;
  /** Whether a value that is just the limit reaches the goal: at most, less than, at least. */
  is: "≤" | "<" | "≥";
  limit: number;
}

/** A goal and the figures that it asks for. */
interface Goal {
  /** A Korean sentence. */
  text: string;
  figures: (medians: Medians) => Figure[];
}

/** Medians of what was measured. */
class Medians {
  readonly #results: Results;
  constructor(results: Results) {
    this.#results = results;
  }

  /** The median of a metric; undefined where it was not measured, NaN where it is our work that failed. */
  of(group: GroupName, metric: string, subject: string, operations?: number): number | undefined {
    const found = this.#results[group]?.measurements.find(
      (one) => one.subject === subject && one.metric === metric && one.operations === operations,
    );
    if (found !== undefined) return median(found.values);
    const isOurs = subject === own || group === "growth";
    return isOurs && this.hasFailed(group, subject, operations) ? Number.NaN : undefined;
  }

  /** Our share of another's: below 1 is less. */
  ratio(group: GroupName, metric: string, other: string, operations?: number): number | undefined {
    return quotient(this.of(group, metric, own, operations), this.of(group, metric, other, operations));
  }

  /** Whether a subject could not do the work. */
  hasFailed(group: GroupName, subject: string, operations?: number): boolean {
    const failures = this.#results[group]?.failures ?? [];
    return failures.some((one) => one.subject === subject && one.operations === operations);
  }

  /** A metric of one of our commands over the sizes that were measured. */
  curve(metric: string, command: string): Curve {
    return growthSizes.flatMap((size) => {
      const value = this.of("growth", metric, command, size);
      return value === undefined ? [] : [[size, value] as const];
    });
  }

  /** The exponent of a curve; NaN where the command failed on one of the platforms. */
  exponent(metric: string, command: string): number | undefined {
    const curve = this.curve(metric, command);
    return curve.some(([, value]) => Number.isNaN(value)) ? Number.NaN : exponent(curve);
  }

  /** The commands whose growth was measured. */
  commands(): string[] {
    const { measurements = [], failures = [] } = this.#results.growth ?? {};
    return [...new Set([...measurements, ...failures].map(({ subject }) => subject))];
  }
}

const sizes = [1, 100, 1000] as const;
const cost = { wall: "시간", peak: "최고 메모리" } as const;

/** Our share of the cost of others' work, on each platform where they can do it. */
function costs(
  medians: Medians,
  group: GroupName,
  others: readonly string[],
  bound: Pick<Figure, "is" | "limit">,
): Figure[] {
  return sizes.flatMap((size) =>
    others
      .filter((other) => !medians.hasFailed(group, other, size))
      .flatMap((other) =>
        Object.entries(cost).map(([metric, label]) => ({
          what: `${size}개, ${label} ÷ ${other}`,
          value: medians.ratio(group, metric, other, size),
          ...bound,
        })),
      ),
  );
}

/** How the bytes of an operation change from small platforms to large ones. */
function bytesPerOperation(medians: Medians, command: string): Figure {
  const each = perOperation(medians.curve("bytes", command));
  return {
    what: "오퍼레이션 하나에 늘어난 바이트의 가장 큰 값 ÷ 가장 작은 값",
    value: each.length < 2 ? undefined : Math.max(...each) / Math.min(...each),
    is: "≤",
    limit: 1.05,
  };
}

const [, typesAlone, ...validating] = generators.map(({ subject }) => subject);

/** The goals, in the order of design §7. */
export const goals: readonly Goal[] = [
  {
    text: "생성의 시간과 최고 메모리가 검증기까지 만드는 모든 비교 대상보다 작습니다.",
    figures: (medians) => costs(medians, "generate", validating, { is: "<", limit: 1 }),
  },
  {
    text: "생성의 시간과 최고 메모리가 타입만 만드는 openapi-typescript 명령의 1.3배를 넘지 않습니다.",
    figures: (medians) => costs(medians, "generate", [typesAlone ?? ""], { is: "≤", limit: 1.3 }),
  },
  {
    text: "생성한 양이 오퍼레이션 수에 비례합니다(5% 안).",
    figures: (medians) => [bytesPerOperation(medians, "generate")],
  },
  {
    text: "오퍼레이션 하나를 호출하는 프로그램이 검증을 포함해 10KB(gzip)를 넘지 않습니다.",
    figures: (medians) =>
      [1, 1000].map((size) => ({
        what: `${size}개, 처음 불러오는 크기 ÷ 10KB`,
        value: quotient(medians.of("size", "entry", own, size), 10),
        is: "≤",
        limit: 1,
      })),
  },
  {
    text: "그 크기가 오퍼레이션이 1개일 때와 1,000개일 때 같습니다(1% 안).",
    figures: (medians) => [
      {
        what: "1,000개일 때 ÷ 1개일 때",
        value: quotient(medians.of("size", "entry", own, 1000), medians.of("size", "entry", own, 1)),
        is: "≤",
        limit: 1.01,
      },
    ],
  },
  {
    text: "요청의 검증과, 불러와 처음 검증하기까지가 Ajv standalone보다 느리지 않습니다.",
    figures: (medians) =>
      Object.entries({ each: "검증 한 번", installed: "설치한 그대로 첫 검증", bundled: "묶은 파일로 첫 검증" }).map(
        ([metric, label]) => ({
          what: `${label} ÷ Ajv standalone`,
          value: medians.ratio("validation", metric, "Ajv standalone"),
          is: "≤",
          limit: 1,
        }),
      ),
  },
  {
    text: "샌드박스가 다른 mock 서버보다 먼저 응답합니다.",
    figures: (medians) =>
      sizes.flatMap((size) =>
        mocks
          .filter((mock) => !medians.hasFailed("servers", mock, size))
          .map((mock) => ({
            what: `${size}개, 첫 응답 ÷ ${mock}`,
            value: medians.ratio("servers", "first", mock, size),
            is: "<",
            limit: 1,
          })),
      ),
  },
  {
    text: "샌드박스의 처리량이 맨 node:http의 0.6배 이상입니다.",
    figures: (medians) =>
      sizes.map((size) => ({
        what: `${size}개, 처리량 ÷ ${bare}`,
        value: medians.ratio("servers", "requestsPerSecond", bare, size),
        is: "≥",
        limit: 0.6,
      })),
  },
  {
    text: "샌드박스의 처리량이 오퍼레이션 수에 따라 줄지 않습니다(10% 안).",
    figures: (medians) => [
      {
        what: `1,000개일 때 ÷ 1개일 때(${bare}에 대한 비율)`,
        value: quotient(
          medians.ratio("servers", "requestsPerSecond", bare, 1000),
          medians.ratio("servers", "requestsPerSecond", bare, 1),
        ),
        is: "≥",
        limit: 0.9,
      },
    ],
  },
  {
    text: "lint의 시간과 최고 메모리가 Spectral의 spectral:oas만 검사할 때보다 작습니다.",
    figures: (medians) => costs(medians, "lint", [spectral], { is: "<", limit: 1 }),
  },
  {
    text: "문서 사이트의 시간과 양이 오퍼레이션 수에 비례합니다(지수 1.1, 양은 5% 안).",
    figures: (medians) => [
      { what: "CPU 시간의 지수", value: medians.exponent("cpu", "docs"), is: "≤", limit: 1.1 },
      bytesPerOperation(medians, "docs"),
    ],
  },
  {
    text: "문서 사이트의 어느 페이지도 150KB(gzip)를 넘지 않습니다.",
    figures: (medians) =>
      sizes.map((size) => ({
        what: `${size}개, 가장 큰 페이지 ÷ 150KB`,
        value: quotient(medians.of("docs", "largest", own, size), 150),
        is: "≤",
        limit: 1,
      })),
  },
  {
    text: "모든 명령의 시간과 최고 메모리가 오퍼레이션 수에 비례하거나 그보다 덜 늘어납니다(지수 1.1).",
    figures: (medians) =>
      Object.entries({ cpu: "CPU 시간", peak: "최고 메모리" }).flatMap(([metric, label]) =>
        medians
          .commands()
          .map((command) => ({
            what: `${command}, ${label}의 지수`,
            value: medians.exponent(metric, command),
            is: "≤",
            limit: 1.1,
          })),
      ),
  },
];

function quotient(value: number | undefined, by: number | undefined): number | undefined {
  return value === undefined || by === undefined ? undefined : value / by;
}

/** A goal with what was found. */
export interface Judged {
  text: string;
  verdict: "달성" | "미달" | "재지 않음";
  /** The measured figures; the first is the one that is nearest to missing the goal, or misses it most. */
  figures: (Figure & { value: number })[];
  /** Figures that were not measured. */
  missing: number;
}

/** Judges every goal by results: it is met where all that was measured is. */
export function judge(results: Results): Judged[] {
  const medians = new Medians(results);
  return goals.map(({ text, figures: figuresOf }) => {
    const all = figuresOf(medians);
    const figures = all
      .filter((figure): figure is Figure & { value: number } => figure.value !== undefined)
      .sort((a, b) => distance(b) - distance(a));
    return {
      text,
      verdict: figures.length === 0 ? "재지 않음" : figures.every(isMet) ? "달성" : "미달",
      figures,
      missing: all.length - figures.length,
    };
  });
}

function isMet({ value, is, limit }: Figure & { value: number }): boolean {
  return is === "<" ? value < limit : is === "≤" ? value <= limit : value >= limit;
}

/** How far a value lies on the wrong side of its limit, as a factor. */
function distance({ value, is, limit }: Figure & { value: number }): number {
  if (Number.isNaN(value)) return Number.MAX_VALUE;
  return is === "≥" ? limit / value : value / limit;
}

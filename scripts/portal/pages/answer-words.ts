import { faults } from "../../sandbox/faults.ts";
import type { Conditions, ScenarioResponse } from "../../sandbox/scenarios/scenario.ts";
import { isObject } from "../../lib/is-object.ts";
import type { requestFields } from "./answer-input.ts";

/** When a scenario answers, in words. */
export function conditionsText(
  known: ReturnType<typeof requestFields>,
  { customer, body, parameters, call, time }: Conditions,
): string {
  const values = [...leavesOf(body, ["body"]), ...leavesOf(parameters, ["parameters"])].map(([path, value]) => {
    const field = known.find((one) => one.path.join("/") === path.join("/"));
    return `${field?.label ?? path.slice(1).join(".")} = ${typeof value === "string" && value !== "" ? value : JSON.stringify(value)}`;
  });
  const texts = [
    ...(customer === undefined ? [] : [`고객 ${customer}`]),
    ...values,
    ...(call === undefined ? [] : [typeof call === "number" ? `${call}번째 호출` : `${call.from}번째 호출부터`]),
    ...(time === undefined ? [] : [`한국 시각 ${time.from}부터 ${time.to} 전까지`]),
  ];
  return texts.length === 0 ? "모든 호출" : texts.join(", ");
}

function leavesOf(value: unknown, path: readonly string[]): [path: readonly string[], value: unknown][] {
  if (value === undefined) return [];
  if (!isObject(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]));
}

/** What a scenario answers, in words. */
export function responseText(response: ScenarioResponse): string {
  const { status, example, change, body, contentType, delay, fault, deviates } = response;
  return [
    ...(status === undefined ? [] : [`상태 코드 ${status}`]),
    ...(example === undefined ? [] : [`예제 ${example}`]),
    ...(change === undefined
      ? []
      : [
          `바꾸는 필드 ${leavesOf(change, [])
            .map(([path]) => path.at(-1) ?? "본문")
            .join(", ")}`,
        ]),
    ...(body === undefined ? [] : ["본문 전체"]),
    ...(contentType === undefined ? [] : [contentType]),
    ...(delay === undefined ? [] : [`${delay}밀리초 뒤에 응답`]),
    ...(fault === undefined ? [] : [`장애 ${fault}(${faults[fault].replace(/\.$/, "")})`]),
    ...(deviates === true ? ["일부러 명세와 다름"] : []),
  ].join(", ");
}

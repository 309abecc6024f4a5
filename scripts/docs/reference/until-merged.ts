import { clientSample, curlSample } from "../../generate/client/samples.ts";
import { code, Html } from "../html.ts";

type Called = Parameters<typeof curlSample>[0];
type At = Parameters<typeof curlSample>[1];

export function samplesOf(called: Called, at: At): { id: string; label: string; language: "sh" | "ts"; text: string }[] {
  return [
    { id: "curl", label: "curl", language: "sh", text: curlSample(called, at) },
    { id: "typescript", label: "TypeScript", language: "ts", text: clientSample(called, at) },
  ];
}

export function jsonExample(value: unknown, { base }: { base?: unknown } = {}): Html {
  const other = new Set(JSON.stringify(base ?? value, null, 2).split("\n"));
  const lines = JSON.stringify(value, null, 2).split("\n");
  const { text } = code(lines.map((line) => (other.has(line) ? line : `\uE000${line}\uE001`)).join("\n"), "json");
  return new Html(text.replaceAll("\uE000", '<mark data-note="바뀐 줄">').replaceAll("\uE001", "</mark>"));
}

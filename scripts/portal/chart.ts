import { html } from "hono/html";
import type { Markup } from "./kit/form.ts";

/** A bar of a chart: what was counted, and how much of it went wrong. */
export interface Bar {
  label: string;
  count: number;
  errors: number;
}

const width = 720;
const left = 130;
const row = 26;

/**
 * Horizontal bars with their numbers; what went wrong is hatched, so that nobody needs to tell colours apart. The same
 * numbers stand in a table beside it.
 */
export function barChart(title: string, bars: readonly Bar[]): Markup | "" {
  if (bars.length === 0) return "";
  const most = Math.max(...bars.map(({ count }) => count));
  const lengthOf = (count: number): number => Math.round((count / most) * (width - left - 120));
  const height = bars.length * row + 10;
  return html`<figure><div class="wide" role="region" aria-label="${title}" tabindex="0"><svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">
<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="hatch-ground"/><line x1="0" y1="0" x2="0" y2="6" class="hatch-line" stroke-width="3"/></pattern></defs>
${bars.map(({ label, count, errors }, index) => {
  const y = index * row + 5;
  const good = lengthOf(count - errors);
  const bad = lengthOf(errors);
  return html`<text x="${left - 8}" y="${y + 14}" text-anchor="end">${label}</text>
<rect class="bar" x="${left}" y="${y}" width="${good}" height="18"/>
${bad > 0 ? html`<rect x="${left + good}" y="${y}" width="${bad}" height="18" fill="url(#hatch)"/>` : ""}
<text x="${left + good + bad + 8}" y="${y + 14}">${count}건${errors > 0 ? ` (오류 ${errors}건)` : ""}</text>`;
})}
<line class="axis" x1="${left}" y1="0" x2="${left}" y2="${height}"/>
</svg></div><figcaption>빗금은 오류로 응답한 호출입니다.</figcaption></figure>`;
}

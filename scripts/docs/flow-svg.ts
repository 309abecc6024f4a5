import type { Flow } from "../bundle/source.ts";
import { type Html, html } from "./html.ts";

const column = 150;
const rowHeight = 58;
const box = { width: 130, height: 40 };
const head = 40;
const stepGap = 14;

/** A box of the picture: one event in one lane. */
interface Box {
  x: number;
  y: number;
  text: string;
}

/**
 * The flow of figure 1.3 as a picture of our own: a column for each lane, time downwards, one row for each event. The
 * steps stand beside it as text, so a reader of the text alone misses nothing.
 */
export function flowPicture(flow: Flow): Html {
  const width = flow.lanes.length * column + 40;
  let y = head + 20;
  const steps = flow.steps.map((step, index) => {
    const top = y;
    const chains = step.chains.map((events) =>
      events.map(({ lanes, does }) => {
        const boxes = lanes.map((lane): Box => ({
          x: 40 + flow.lanes.indexOf(lane) * column + (column - box.width) / 2,
          y,
          text: does,
        }));
        y += rowHeight;
        return boxes;
      }),
    );
    y += stepGap;
    return { index, chains, top, bottom: y - stepGap };
  });
  const height = y + 10;
  return html`<svg class="flow" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="flow-title flow-desc">
<title id="flow-title">연동 흐름</title>
<desc id="flow-desc">${flow.lanes.join(", ")}의 ${flow.lanes.length}개 열에 ${flow.steps.length}단계를 위에서 아래로 나타낸 그림입니다. 같은 내용이 아래 목록에 글로 있습니다.</desc>
<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0 L10 5 L0 10 z" class="arrow"/></marker></defs>
${flow.lanes.map(
  (
    lane,
    index,
  ) => html`<g><line x1="${40 + (index + 0.5) * column}" y1="${head}" x2="${40 + (index + 0.5) * column}" y2="${height - 10}" class="lane"/><text x="${40 + (index + 0.5) * column}" y="${head - 14}" class="lane-name">${lane}</text></g>
`,
)}${steps.map(
    ({
      index,
      chains,
      top,
      bottom,
    }) => html`<g><rect x="4" y="${top - 6}" width="${width - 8}" height="${bottom - top}" rx="6" class="step"/><text x="20" y="${top + 17}" class="step-number">${index + 1}</text>
${chains.map((rows) => rows.slice(1).map((boxes, row) => (rows[row] ?? []).flatMap((from) => boxes.map((to) => arrow(from, to)))))}
${chains.flat(2).map(
  ({
    x,
    y: boxY,
    text,
  }) => html`<rect x="${x}" y="${boxY}" width="${box.width}" height="${box.height}" rx="5" class="event"/>${label(x + box.width / 2, boxY + box.height / 2, text)}
`,
)}</g>
`,
  )}</svg>
`;
}

/** Draws an arrow to an event in the next row; it crosses columns between the rows. */
function arrow(from: Box, to: Box): Html {
  const between = from.y + box.height + (rowHeight - box.height) / 2 - 2;
  return html`<path d="M${from.x + box.width / 2} ${from.y + box.height} V${between} H${to.x + box.width / 2} V${to.y}" class="link" marker-end="url(#arrow)"/>`;
}

/** One or two lines, broken at a blank or a bracket. */
function label(x: number, y: number, text: string): Html {
  if ([...text].length <= 11) return html`<text x="${x}" y="${y + 4}" class="event-name">${text}</text>`;
  const at = text.includes("(") ? text.indexOf("(") : text.indexOf(" ", Math.floor(text.length / 2) - 1);
  const lines = at === -1 ? [text] : [text.slice(0, at).trim(), text.slice(at).trim()];
  return html`<text x="${x}" y="${y - (lines.length - 1) * 7 + 4}" class="event-name">${lines.map((line, index) => html`<tspan x="${x}" dy="${index === 0 ? 0 : 14}">${line}</tspan>`)}</text>`;
}

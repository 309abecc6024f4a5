/** Korea's time is nine hours before UTC, the whole year. */
const offset = 9 * 3_600_000;
const dayLength = 24 * 3_600_000;

/** A day such as 2026-01-31; empty where a text is none. */
export function dayOf(text: string | undefined): string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : "";
}

/**
 * When a Korean day begins, as the store writes times; empty where no day is given.
 *
 * @param later days after the given one
 */
export function startOf(day: string, later = 0): string {
  return day === "" ? "" : new Date(Date.parse(day) - offset + later * dayLength).toISOString();
}

/** An hour of the store, such as 2026-01-31T09, as a Korean reader counts it. */
export function koreanHour(hour: string): string {
  const text = new Date(Date.parse(`${hour}:00:00Z`) + offset).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 13)}시`;
}

/** The part of the form that names the host, eight characters. */
const host = "SANDBOX0";

/** Korea has had one offset, and no summer time, since 1988. */
const koreaOffset = 9 * 60 * 60 * 1000;

let count = 0;

/**
 * A new GLBL_ID in the bank's form of 32 characters: the date (8), the host (8), the time (6), 00, and a running number
 * (8). The time is Korea's.
 */
export function newGlobalId(now = Date.now()): string {
  count = (count + 1) % 100_000_000;
  const [date = "", time = ""] = new Date(now + koreaOffset).toISOString().split("T");
  return `${date.replaceAll("-", "")}${host}${time.slice(0, 8).replaceAll(":", "")}00${String(count).padStart(8, "0")}`;
}

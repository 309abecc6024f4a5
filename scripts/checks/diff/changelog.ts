/** A version's section of CHANGELOG.md. */
export interface ChangelogSection {
  version: string;
  /** What stands in brackets behind the version: `준비 중`, or the day of the release as YYYY-MM-DD; "" for nothing. */
  state: string;
  /** The heading, unchanged. */
  heading: string;
  /** The bullets, each on one line, without the dash. */
  lines: string[];
}

/** The state of a section that is not released yet. */
export const inPreparation = "준비 중";

/** The sections of CHANGELOG.md, newest first. Headings without a version start no section. */
export function changelogSections(text: string): ChangelogSection[] {
  const [, ...parts] = text.split(/^(?=## )/m);
  return parts.flatMap((part) => {
    const [heading = "", ...body] = part.split(/\r?\n/);
    const [, version, state = ""] = /^## (\d+\.\d+\.\d+)(?: \((.+)\))?\s*$/.exec(heading) ?? [];
    return version === undefined ? [] : [{ version, state, heading: heading.trim(), lines: bullets(body) }];
  });
}

/** Indented lines continue a bullet. */
function bullets(lines: readonly string[]): string[] {
  const found: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    const [, bullet] = /^- (.*)$/.exec(line) ?? [];
    if (bullet !== undefined) found.push(bullet.trim());
    else if (isOpen && /^\s+\S/.test(line)) found.push(`${found.pop()} ${line.trim()}`);
    isOpen = bullet !== undefined || (isOpen && /^\s+\S/.test(line));
  }
  return found;
}

import { appendFileSync } from "node:fs";

/** Where an annotation stands: a file, from the repository's topmost folder, and its 1-based line. */
interface AnnotationPlace {
  file: string;
  line: number;
  title: string;
}

/**
 * A workflow command that GitHub shows beside the line it is about.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function annotation(
  level: "error" | "warning" | "notice",
  { file, line, title }: AnnotationPlace,
  message: string,
): string {
  return `::${level} file=${property(file)},line=${line},title=${property(title)}::${data(message)}`;
}

/** Adds Markdown to the summary of the job that runs; does nothing outside of GitHub Actions. */
export function addToJobSummary(markdown: string): void {
  const path = process.env["GITHUB_STEP_SUMMARY"];
  if (path !== undefined && path !== "") appendFileSync(path, `${markdown}\n`);
}

function data(text: string): string {
  return text.toWellFormed().replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

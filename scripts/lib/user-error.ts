/** A mistake a person can mend: its message is shown as it is, without a stack. */
export class UserError extends Error {
  override name = "UserError";
}

/** Tells of a defect on standard error by its stack's frames alone: a message may quote what was being worked on. */
export function reportDefect(title: string, error: unknown): void {
  console.error(
    [
      title,
      ...String((error as Error).stack)
        .split("\n")
        .filter((line) => line.startsWith("    at ")),
    ].join("\n"),
  );
}

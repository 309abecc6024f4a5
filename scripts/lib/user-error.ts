/** An error that the user can fix. Its message is shown without a stack. */
export class UserError extends Error {
  override name = "UserError";
}

/** Reports an internal error on standard error by its stack frames alone, as its message may quote data. */
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

/** A text as one word of a POSIX shell: in single quotes where the shell would read it otherwise. */
export function shellWord(text: string): string {
  return /^[\w./:=@+%,\p{Script=Hangul}-]+$/u.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The same for a path, which no command takes for an option. */
export function shellPath(path: string): string {
  return shellWord(path.startsWith("-") ? `./${path}` : path);
}

// npm run generate. 직접 수정하지 마십시오.
/** What explains failures, loaded with the first; undefined where it cannot be had, as in a browser without a network. */
export function explanation(): Promise<typeof import("./explain.ts") | undefined> {
  return import("./explain.ts").catch(() => undefined);
}

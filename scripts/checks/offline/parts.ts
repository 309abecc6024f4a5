/** A command of the project that must run without reaching out. */
export interface Part {
  name: string;
  /** After `npm`. */
  args: string[];
  /** For a command that serves: finds its URL in what it prints. It gets one request and is ended. */
  ready?: RegExp;
}

/** What verify:offline runs, in this order. */
export const parts: readonly Part[] = [
  { name: "generate", args: ["run", "generate"] },
  { name: "lint", args: ["run", "lint"] },
  { name: "start", args: ["start", "--", "--port", "0"], ready: /샌드박스: (http:\S+)/ },
  { name: "mock", args: ["run", "mock", "--", "--port", "0"], ready: /listening on (http:\S+)/ },
  { name: "docs", args: ["run", "docs"] },
  { name: "diff", args: ["run", "diff", "--", "HEAD"] },
  { name: "package", args: ["run", "package"] },
  { name: "release", args: ["run", "release", "--", "--dry-run"] },
  { name: "sbom", args: ["run", "sbom"] },
  { name: "licenses", args: ["run", "licenses"] },
  { name: "test", args: ["test"] },
];

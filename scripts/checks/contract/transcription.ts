import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FieldTable } from "../../bundle/source.ts";
import type { CheckGroup } from "./check.ts";

// To change a digest, look the place up in the document first, and say in the commit what it prints.
const tables = { "4.1.2": "f9770f2bd1879361", "4.1.3": "8b6573c83590c0b1", "3.6": "0759c74ef37030cf" };
const files = {
  "samples/4.1.4.json": "2f9eafde2d6fcc25",
  "samples/4.1.5.json": "a7c8af9308c6121c",
  "document.yaml": "2194e5a706576e4f",
  "error-codes.yaml": "2fae065c055b19fc",
};

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** What was transcribed from the document stays as it is: the rest is compared with it. */
export const transcription: CheckGroup = {
  name: "transcription",
  asks: "nothing",
  checks: ({ spec }) => [
    ...Object.entries(tables).map(([section, digest]) => ({
      name: `the rows of ${section}`,
      run() {
        const table = spec.source<FieldTable[]>("fields.yaml").find((one) => one.section === section);
        assert.equal(digestOf(JSON.stringify(table?.rows)), digest);
      },
    })),
    ...Object.entries(files).map(([file, digest]) => ({
      name: file,
      run: () => assert.equal(digestOf(readFileSync(join(spec.dir, "source", file), "utf8")), digest),
    })),
  ],
};

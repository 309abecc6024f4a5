import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import type { DataProblem } from "./data-problem.ts";

/** The largest file that is read, in MiB. */
const largest = 64;

/** The text of a file without a byte order mark, or why there is none. */
export function readText(path: string): { value: string } | { problem: DataProblem } {
  try {
    const state = statSync(path);
    if (state.isDirectory()) return refused("파일이 아니라 폴더입니다. 파일을 지정하십시오.");
    if (!state.isFile()) return refused("일반 파일이 아닙니다. 파일을 지정하십시오.");
    if (state.size > largest * 1024 * 1024)
      return refused(`${Math.ceil(state.size / 1024 / 1024)}MiB입니다. ${largest}MiB까지 읽을 수 있습니다.`);
    const bytes = readFileSync(path);
    const text = bytes.toString();
    if (!isUtf8(bytes))
      return {
        problem: {
          line: text.split("\ufffd", 1)[0]?.split("\n").length ?? 1,
          reason: "UTF-8이 아닌 글자가 있습니다. 파일을 UTF-8로 저장하십시오.",
        },
      };
    return { value: text.startsWith("\ufeff") ? text.slice(1) : text };
  } catch (error) {
    return refused(reasons[(error as NodeJS.ErrnoException).code ?? ""] ?? unreadable);
  }
}

const unreadable = "파일을 읽을 수 없습니다. 경로를 확인하십시오.";
const reasons: Record<string, string> = {
  ENOENT: "파일이 없습니다.",
  ENOTDIR: "파일이 없습니다.",
  EACCES: "읽기 권한이 없습니다. 파일의 권한을 확인하십시오.",
  ELOOP: "심볼릭 링크가 자기 자신을 가리킵니다. 링크를 고치십시오.",
};

function refused(reason: string): { problem: DataProblem } {
  return { problem: { reason } };
}

/** A file with its problem, for a message: `file:line reason`. */
export function problemAt(file: string, { line, reason }: DataProblem): string {
  return line === undefined ? `${file}: ${reason}` : `${file}:${line} ${reason}`;
}

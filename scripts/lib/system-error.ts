/** What is wrong, and what to do, in Korean, by the code of an error of the operating system. */
const reasons: Record<string, readonly [what: string, remedy: string]> = {
  EACCES: ["권한이 없습니다.", "파일과 폴더의 권한을 확인하십시오."],
  EPERM: ["권한이 없습니다.", "파일과 폴더의 권한을 확인하십시오."],
  EROFS: ["읽기만 할 수 있는 파일 시스템입니다.", "다른 폴더를 지정하십시오."],
  ENOSPC: ["디스크에 빈 공간이 없습니다.", "공간을 확보한 뒤 다시 실행하십시오."],
  EDQUOT: ["디스크 할당량을 모두 사용했습니다.", "공간을 확보한 뒤 다시 실행하십시오."],
  EEXIST: ["폴더가 아니라 파일이나 끊어진 심볼릭 링크입니다.", "다른 폴더를 지정하십시오."],
  ENOTDIR: ["폴더가 있어야 할 자리에 파일이 있습니다.", "다른 폴더를 지정하십시오."],
  EISDIR: ["파일이 있어야 할 자리에 폴더가 있습니다.", "폴더를 옮기거나 다른 경로를 지정하십시오."],
  ENOENT: ["파일이나 폴더가 없습니다.", "경로를 확인하십시오."],
  ELOOP: ["심볼릭 링크가 자기 자신을 가리킵니다.", "링크를 고치십시오."],
  ENAMETOOLONG: ["경로가 너무 깁니다.", "더 짧은 경로의 폴더를 지정하십시오."],
  EMFILE: ["열어 둔 파일이 너무 많습니다.", "ulimit -n으로 한도를 올린 뒤 다시 실행하십시오."],
  ENFILE: ["이 기기에서 열어 둔 파일이 너무 많습니다.", "다른 프로그램을 종료한 뒤 다시 실행하십시오."],
  EIO: ["디스크나 장치를 읽고 쓸 수 없습니다.", "다른 폴더를 지정하십시오."],
};

/** What is wrong by an error's code, and what to do, in Korean; undefined for a code that is not about files. */
export function fileProblem({ code = "" }: NodeJS.ErrnoException): string | undefined {
  return reasons[code]?.join(" ");
}

/** What is wrong alone, for a message that says itself what to do; "" for a code that is not about files. */
export function fileObstacle({ code = "" }: NodeJS.ErrnoException): string {
  return reasons[code]?.[0] ?? "";
}

/**
 * What an error of the operating system or of a missing package means, and what to do, in Korean: by its code, path and
 * program alone, as a message may quote data.
 *
 * @returns undefined for any other error
 */
export function systemProblem(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall = "", path, message } = error as NodeJS.ErrnoException;
  if (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") {
    const [, name] = /^Cannot find (?:package|module) '((?:@[\w.-]+\/)?\w[\w.-]*)/.exec(message) ?? [];
    return name && `설치되지 않은 패키지입니다: ${name}. npm ci나 npm install을 실행하십시오.`;
  }
  if (syscall === "uv_cwd") return "현재 폴더가 삭제되었습니다. 다른 폴더로 이동한 뒤 다시 실행하십시오.";
  if (syscall.startsWith("spawn"))
    return `${path ?? "프로그램"} 명령을 실행할 수 없습니다. 설치되어 있고 PATH에 있는지, 실행 권한이 있는지 확인하십시오.`;
  const reason = fileProblem(error);
  return reason && syscall !== "" ? `${path ?? "표준 출력"}: ${reason}` : undefined;
}

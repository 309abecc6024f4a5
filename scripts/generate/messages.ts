/** Why nothing is generated. */
export const refusal = {
  unsupported: (lines: readonly string[]): string =>
    `생성할 수 없는 이름, 파라미터, 경로, 스키마가 있습니다.\n${lines.join("\n")}`,
  noJsonAnswer: (operationId: string): string =>
    `${operationId}: 200의 application/json 응답이 없어 클라이언트를 만들 수 없습니다. responses에 정의하십시오.`,
  broken: (lines: readonly string[]): string =>
    `생성된 코드를 읽을 수 없어 아무것도 바꾸지 않았습니다. 도구의 오류입니다. 다음 줄을 저장소의 관리자에게 전달해 주십시오.\n${lines.join("\n")}`,
  foreign: (dir: string, files: readonly string[]): string =>
    `${dir} 폴더에 이 명령이 만들지 않은 파일이 있어 아무것도 쓰지 않았습니다: ${files.join(", ")}. 파일을 옮기거나 다른 폴더를 지정하십시오.`,
};

/** Why a name of the spec cannot be one of the generated code. */
export const taken = {
  other: (kind: string, name: string, why: string): string => `${kind} ${name}: ${why} 다른 이름으로 바꾸십시오.`,
  by: (whose: string): string => `${whose}입니다.`,
  types: (names: readonly string[]): string => `이 이름으로 생성하는 타입의 이름이 이미 있습니다: ${names.join(", ")}.`,
};

/** What was written. */
export const written = {
  changed: (dir: string, all: number, changed: number): string =>
    `${dir}: 파일 ${all}개 중 ${changed}개가 바뀌어 다시 썼습니다.`,
  removed: (count: number): string => `더 이상 생성하지 않는 파일 ${count}개를 삭제했습니다.`,
  more: (count: number): string => `  외 ${count}개`,
};

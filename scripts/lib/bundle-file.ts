import { readFileSync } from "node:fs";
import { UserError } from "./cli.ts";
import { type OpenApi, operationsOf } from "./openapi.ts";

/**
 * Reads a bundled OpenAPI document.
 *
 * @throws {UserError} when the file is missing or not JSON, or holds no operation
 */
export function readBundle(path: string): OpenApi {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new UserError(`${path} 파일이 없습니다. 저장소에서 npm run generate로 만드십시오.`);
  }
  let api: Partial<OpenApi> | null;
  try {
    api = JSON.parse(text) as Partial<OpenApi> | null;
  } catch (error) {
    throw new UserError(`${path}을 JSON으로 읽을 수 없습니다. 저장소에서 npm run generate로 다시 만드십시오. ${(error as Error).message}`);
  }
  if (api?.openapi === undefined || api["x-error-catalogue"] === undefined) throw new UserError(`${path}은 이 프로젝트가 묶은 OpenAPI 문서가 아닙니다. 저장소에서 npm run generate로 다시 만드십시오.`);
  if (Object.keys(api.paths ?? {}).length === 0) throw new UserError(`${path}에 오퍼레이션이 없습니다. 저장소에서 npm run lint로 spec/을 확인하십시오.`);
  return api as OpenApi;
}

/**
 * The bank's operations have no parameters. Passing over some silently would answer wrongly.
 *
 * @param tool who does not know them, in Korean
 * @throws {UserError} that names the operation
 */
export function refuseParameters(api: OpenApi, path: string, tool: string): void {
  const found = operationsOf(api).find(({ path: at, operation }) => at.includes("{") || "parameters" in operation || "parameters" in (api.paths[at] ?? {}));
  if (found !== undefined) throw new UserError(`${path}의 ${found.operation.operationId}: ${tool}는 경로 변수와 parameters가 있는 오퍼레이션을 지원하지 않습니다.`);
}

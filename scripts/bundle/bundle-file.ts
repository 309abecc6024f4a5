import { resolve } from "node:path";
import { readJson } from "../lib/read-json.ts";
import { problemAt, readText } from "../lib/read-text.ts";
import { UserError } from "../lib/user-error.ts";
import { bundleFile } from "../lib/paths.ts";
import type { Purpose } from "./bundle-form.ts";
import type { OpenApi } from "./openapi.ts";
import { unsupportedIn } from "./unsupported.ts";

/**
 * Reads a bundled OpenAPI document, and checks once for every command all that they rely on.
 *
 * @param purpose one that is compared may be of an earlier version
 * @throws {UserError} when the file cannot be read, is not JSON or not such a document, holds no operation, or something
 *   that the tools do not support, by place
 */
export async function readBundle(path: string, purpose: Purpose = "run"): Promise<OpenApi> {
  const text = readText(path);
  const read = "problem" in text ? text : readJson(text.value);
  if ("problem" in read) throw new UserError(`${problemAt(path, read.problem)} ${advice(path)}`);
  const api = checked(path, read.value as Partial<OpenApi> | null);
  await refuseUnsupported(api, path, purpose);
  return api;
}

function checked(path: string, api: Partial<OpenApi> | null): OpenApi {
  if (api?.openapi === undefined || api["x-error-catalogue"] === undefined)
    throw new UserError(`${path}: 이 프로젝트가 묶은 OpenAPI 문서가 아닙니다. ${advice(path)}`);
  if (Object.keys(api.paths ?? {}).length === 0) throw new UserError(`${path}: 오퍼레이션이 없습니다. ${advice(path)}`);
  return api as OpenApi;
}

function advice(path: string): string {
  return resolve(path) === bundleFile
    ? "저장소에서 npm run generate로 만드십시오."
    : "npm run generate가 만든 openapi.json이나 패키지 woori-openapi에 있는 것을 지정하십시오.";
}

/** Problems that are told; a foreign document may have one at each place. */
const most = 50;

/** @throws {UserError} that names each place with what the tools do not support there */
async function refuseUnsupported(api: OpenApi, path: string, purpose: Purpose): Promise<void> {
  const found = await unsupportedIn(api, purpose);
  if (found.length > 0)
    throw new UserError(
      [
        `${path}: 지원하지 않는 형식, 이름, 파라미터, 경로, 스키마가 있습니다.`,
        ...found
          .slice(0, most)
          .map(
            ({ pointer, operationId, message }) =>
              `  ${pointer || "/"} ${operationId === undefined ? "" : `${operationId}: `}${message}`,
          ),
        ...(found.length > most ? [`  외 ${found.length - most}건`] : []),
      ].join("\n"),
    );
}

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "../lib/user-error.ts";
import { bundleFile } from "../lib/paths.ts";
import { lazyDocument } from "./lazy-document.ts";
import type { OpenApi } from "./openapi.ts";
import { unsupportedIn } from "./unsupported.ts";

/**
 * Reads a bundled OpenAPI document.
 *
 * @throws {UserError} when the file cannot be read, is not JSON or not such a document, holds no operation, or one that
 *   the tools do not support
 */
export function readBundle(path: string): OpenApi {
  const api = parse(path, readBytes(path));
  refuseUnsupported(api, path);
  return api;
}

/** Bytes from which on a bundle takes longer to parse than a server may take to open. */
const largeBundle = 1024 * 1024;

/**
 * Reads a bundled OpenAPI document for a server, which opens as fast whatever the number of operations: the paths and
 * components of a large one are parsed when they are first read.
 *
 * @throws {UserError} as {@link readBundle} does
 */
export function openBundle(path: string): OpenApi {
  const bytes = readBytes(path);
  const lazy = bytes.length < largeBundle ? undefined : lazyDocument(bytes);
  const api = lazy === undefined ? parse(path, bytes) : checked(path, lazy);
  refuseUnsupported(lazy === undefined || bytes.includes('"parameters":') ? api : withTemplatesAlone(api), path);
  return api;
}

/** Without parameters, only the variables of paths can be what the tools do not support. */
function withTemplatesAlone(api: OpenApi): OpenApi {
  const templates = Object.keys(api.paths).filter((path) => path.includes("{"));
  return { ...api, paths: Object.fromEntries(templates.map((path) => [path, api.paths[path] ?? {}])) };
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason =
      { ENOENT: "파일이 없습니다.", EISDIR: "파일이 아니라 폴더입니다." }[code ?? ""] ??
      `읽을 수 없습니다. ${message}.`;
    throw new UserError(`${path}: ${reason} ${advice(path)}`);
  }
}

function parse(path: string, bytes: Buffer): OpenApi {
  try {
    return checked(path, JSON.parse(bytes.toString()) as Partial<OpenApi> | null);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${path}: JSON으로 읽을 수 없습니다. ${advice(path)} ${(error as Error).message}`);
  }
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

/** @throws {UserError} that names each place with what the tools do not support there */
function refuseUnsupported(api: OpenApi, path: string): void {
  const found = unsupportedIn(api);
  if (found.length > 0)
    throw new UserError(
      [
        `${path}: 지원하지 않는 이름, 파라미터, 경로, 스키마가 있습니다.`,
        ...found.map(
          ({ pointer, operationId, message }) =>
            `  ${pointer} ${operationId === undefined ? "" : `${operationId}의 `}${message}`,
        ),
      ].join("\n"),
    );
}

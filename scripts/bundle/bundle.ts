import { readdirSync } from "node:fs";
import path from "node:path";
import { UserError } from "../lib/user-error.ts";
import { formProblems } from "./bundle-form.ts";
import { join } from "./join.ts";
import { deref, type OpenApi, operationsOf } from "./openapi.ts";
import { placeOf } from "./place-of.ts";
import { redocly } from "./redocly.ts";
import { errorExamples } from "./error-examples.ts";
import { loadSpec, type Spec } from "./spec-files.ts";

/** What the marker of generated files begins with in every version. A file without it is never overwritten. */
export const markerStart = "npm run generate. 직접 ";
/** The marker of generated files. */
export const marker = `${markerStart}수정하지 마십시오.`;

/**
 * Bundles a spec folder into one OpenAPI 3.1 document: joins the files, then gives every error response its examples from
 * the error-code catalogue. A spec of another style is joined, or refused, by Redocly, which takes a second.
 *
 * @param spec what is in the folder, where the caller has read it
 * @throws {UserError} when two files would be components of one name, or Redocly refuses the spec, with Redocly's own words
 */
export async function bundle(specDir: string, spec: Spec | undefined = readable(specDir)): Promise<OpenApi> {
  refuseTwins(specDir);
  const joined = (spec && join(spec)) ?? (await joinByRedocly(specDir));
  refuseForm(joined, specDir, spec);
  return complete(joined as OpenApi);
}

/** @throws {UserError} that names each place where a joined spec has not the form that the tools rely on */
function refuseForm(joined: unknown, specDir: string, spec: Spec | undefined): void {
  const lines = formProblems(joined).map(({ pointer, message }) => {
    const { file, pointer: at } = spec === undefined ? { file: "openapi.yaml", pointer } : placeOf(spec, pointer);
    const known = spec?.files.get(file);
    return known === undefined
      ? `  ${path.join(specDir, file)} ${pointer} ${message}`
      : `  ${spec?.nameOf(file)}:${known.lineOf(at)}  ${message}`;
  });
  if (lines.length > 0) throw new UserError(`명세의 형식이 달라 묶을 수 없습니다.\n${[...new Set(lines)].join("\n")}`);
}

/** The spec; undefined where Redocly has to say what is wrong with it. */
function readable(specDir: string): Spec | undefined {
  try {
    return loadSpec(specDir);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

async function joinByRedocly(specDir: string): Promise<unknown> {
  const { exitCode, stdout, stderr } = await redocly("bundle", path.join(specDir, "openapi.yaml"), "--ext", "json");
  if (exitCode !== 0) throw new UserError(`spec/을 하나로 묶을 수 없습니다.\n${stderr.trim()}`);
  return JSON.parse(stdout);
}

/** Refuses files with the same component name; Redocly would rename one of them. */
function refuseTwins(specDir: string): void {
  const seen = new Map<string, string>();
  const twins: string[] = [];
  for (const file of readdirSync(specDir, { recursive: true, encoding: "utf8" }).sort()) {
    const [, kind, name] =
      /^[^/]+\/(schemas|parameters|examples|responses)\/([^/]+)\.yaml$/.exec(file.replaceAll("\\", "/")) ?? [];
    if (kind === undefined || name === undefined) continue;
    const first = seen.get(`${kind}/${name}`);
    if (first === undefined) seen.set(`${kind}/${name}`, file);
    else
      twins.push(
        `${file}: 컴포넌트의 이름이 ${first} 파일과 같습니다. 서비스를 통틀어 하나뿐인 파일 이름으로 바꾸십시오.`,
      );
  }
  if (twins.length > 0) throw new UserError(twins.join("\n"));
}

/** Adds the examples of the error responses and the `x-generated` marker. It changes the given document. */
export function complete(api: OpenApi): OpenApi {
  addErrorExamples(api);
  const { openapi, ...rest } = api;
  return { openapi, "x-generated": marker, ...rest };
}

/** Puts one example for each catalogue code of its status into every error response that the operations use. */
function addErrorExamples(api: OpenApi): void {
  const { codes } = api["x-error-catalogue"];
  for (const { operation } of operationsOf(api)) {
    for (const [status, reference] of Object.entries(operation.responses)) {
      const response = deref(api, reference);
      if (response["x-error-status"] === undefined) continue;
      const json = response.content["application/json"];
      if (json !== undefined) json.examples = errorExamples(codes, Number(status));
    }
  }
}

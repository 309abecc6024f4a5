import type { GlobalContext, OpenAPI3 } from "openapi-typescript";
// Its main module loads Redocly's core besides.
import { astToString } from "openapi-typescript/dist/lib/ts.js";
import { resolveRef } from "openapi-typescript/dist/lib/utils.js";
import transformSchema from "openapi-typescript/dist/transform/index.js";
import type { OpenApi } from "../bundle/openapi.ts";
import { aliasesOf } from "./aliases.ts";
import { commentText, docComment } from "./source-text.ts";

/** TypeScript types of a bundle by openapi-typescript, then the aliases. */
export function types(api: OpenApi, header: string): string {
  const document = forTypes(api);
  // Not by its main function, which lints and bundles once more. Options that are left out are off.
  const context: Partial<GlobalContext> = {
    discriminators: { objects: {}, refsHandled: [] },
    injectFooter: [],
    resolve: <T>($ref: string) => resolveRef<T>(document, $ref, { silent: true }),
  };
  const ast = transformSchema(document, context as GlobalContext);
  const aliases = aliasesOf(api).map(
    ({ name, comment, type }) => `${docComment(comment)}export type ${name} = ${type};\n`,
  );
  return `${header}\n${astToString(ast)}\n${aliases.join("")}`;
}

/** The keys whose text openapi-typescript puts into comments: it keeps them from ending there, but not from being tags. */
const commented = ["title", "summary", "description", "format", "default", "example"];
/** The keys of objects whose own keys are names. */
const maps = ["paths", "properties", "patternProperties", "$defs", "schemas", "responses", "parameters", "content"];
const moreMaps = ["requestBodies", "headers", "examples", "securitySchemes", "callbacks", "links", "pathItems"];
const mapKeys = new Set([...maps, ...moreMaps]);

/** A copy of a bundle with text that is safe in comments, and without the examples and the catalogue, of which no type is made. */
function forTypes(api: OpenApi): OpenAPI3 {
  const copy = (node: unknown, isMap: boolean): unknown => {
    if (Array.isArray(node)) return node.map((item) => copy(item, false));
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(
      Object.entries(node)
        .filter(([key, value]) => isMap || key !== "examples" || Array.isArray(value))
        .map(([key, value]: [string, unknown]) => {
          if (isMap) return [key, copy(value, false)];
          if (typeof value === "string") return [key, commented.includes(key) ? commentText(value) : value];
          if (key === "examples" && Array.isArray(value)) return [key, value.map(asComment)];
          return [key, copy(value, mapKeys.has(key))];
        }),
    );
  };
  const { "x-error-catalogue": _, ...document } = api;
  return copy(document, false) as OpenAPI3;
}

function asComment(value: unknown): unknown {
  return typeof value === "string" ? commentText(value) : value;
}

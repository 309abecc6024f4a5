import { deref, type OpenApi, type Operation, pointerSegments } from "./openapi.ts";

/**
 * One operation of a bundle as a bundle of its own, with just the components it refers to. What is made of it costs the
 * same however many operations the bundle has.
 */
export function operationSubset(api: OpenApi, path: string, method: string): OpenApi {
  const operation = api.paths[path]?.[method] as Operation;
  const components: Record<string, Record<string, unknown>> = { securitySchemes: api.components.securitySchemes };
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if ("$ref" in node && typeof node.$ref === "string") {
      const [, , kind, name] = ["", ...pointerSegments(node.$ref.replace(/^#/, ""))];
      if (kind === undefined || name === undefined || components[kind]?.[name] !== undefined) return;
      const target = deref<object>(api, { $ref: node.$ref });
      (components[kind] ??= {})[name] = target;
      visit(target);
    } else for (const child of Object.values(node)) visit(child);
  };
  const { parameters } = (api.paths[path] ?? {}) as { parameters?: unknown };
  const item = { ...(parameters === undefined ? {} : { parameters }), [method]: operation };
  visit(item);
  return {
    ...api,
    servers: [{ url: "/" }],
    paths: { [path]: item as Record<string, Operation> },
    components: components as unknown as OpenApi["components"],
  };
}

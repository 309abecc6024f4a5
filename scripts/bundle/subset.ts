import { deref, type OpenApi, type Operation, pointerSegments } from "./openapi.ts";

type Located = { path: string; method: string };

/**
 * One operation of a bundle as a bundle of its own, with just the components it refers to. What is made of it costs the
 * same however many operations the bundle has.
 */
export function operationSubset(api: OpenApi, path: string, method: string): OpenApi {
  return { ...subsetOf(api, [{ path, method }]), servers: [{ url: "/" }] };
}

/** Some operations of a bundle as a bundle of their own, with just the components they refer to. */
export function subsetOf(api: OpenApi, operations: readonly Located[]): OpenApi {
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
  const paths: Record<string, Record<string, Operation>> = {};
  for (const { path, method } of operations) {
    const { [method]: operation, parameters } = (api.paths[path] ?? {}) as Record<string, unknown>;
    const item = { ...paths[path], ...(parameters === undefined ? {} : { parameters }), [method]: operation };
    paths[path] = item as Record<string, Operation>;
    visit(item);
  }
  return { ...api, paths, components: components as unknown as OpenApi["components"] };
}

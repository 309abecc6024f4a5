import type { OpenApi } from "../../bundle/openapi.ts";

/** Keys of example values, which Redoc shows as JSON. */
const data = ["value", "example", "default"];

/**
 * A copy of a bundle whose descriptions bring neither HTML nor images into the page. Redoc reads them as Markdown, which
 * allows both, and the page's policy does not stop a `meta` element.
 */
export function withoutHtml(api: OpenApi): OpenApi {
  const copy = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(copy);
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, value]: [string, unknown]) => {
        if (typeof value === "string") return [key, key === "description" ? inert(value) : value];
        return [key, data.includes(key) ? value : copy(value)];
      }),
    );
  };
  const { info, ...rest } = copy(api) as OpenApi & { info: { summary?: string } };
  // The only summary that is Markdown to Redoc.
  return { ...rest, info: { ...info, ...(info.summary === undefined ? {} : { summary: inert(info.summary) }) } };
}

function inert(markdown: string): string {
  return markdown.replaceAll("<", "&lt;").replaceAll("![", "!\\[");
}

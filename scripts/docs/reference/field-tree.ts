import { deref, type Schema } from "../../bundle/openapi.ts";
import { isObject } from "../../lib/is-object.ts";
import { type Html, html, prose } from "../html.ts";
import type { Model } from "../model.ts";
import { errataLine } from "./errata-links.ts";
import { fieldList, fieldRow, needOf, resolved } from "./field-row.ts";

/** How deep the fields of objects are unfolded at first. */
const unfoldedDepth = 3;
/** How often a tree shows the fields of one schema; further places refer to the first. */
const shownTimes = 3;

/** A tree that is being made. */
interface Tree {
  model: Model;
  /** How often each schema's fields have been shown, and where first. */
  shown: Map<Schema, { times: number; first: string }>;
}

/** Where a tree is. */
interface Spot {
  /** Keys joined by dots, `[]` behind a list. */
  path: string;
  depth: number;
  /** The schemas that hold it. */
  within: readonly Schema[];
}

/**
 * The fields of a body as nested lists: those of objects, of lists and of what lists hold.
 *
 * @param examples values of the body
 */
export function fieldTree(model: Model, node: Schema, examples: readonly unknown[]): Html {
  const schema = deref<Schema>(model.api, node);
  const tree: Tree = { model, shown: new Map() };
  if (schema.properties === undefined)
    return fieldList([row(tree, "본문", node, undefined, examples, { path: "", depth: 0, within: [] })]);
  return html`${about(model, schema)}${fieldsOf(tree, schema, examples, { path: "", depth: 0, within: [] })}`;
}

/** What is said of an object that has no row of its own. */
function about(model: Model, { description, "x-errata": errata }: Schema): Html {
  return html`${description !== undefined && html`<p>${prose(description)}</p>\n`}${errataLine(model, errata)}`;
}

function fieldsOf(tree: Tree, schema: Schema, examples: readonly unknown[], { path, depth, within }: Spot): Html {
  return fieldList(
    Object.entries(schema.properties ?? {}).map(([code, node]) => {
      const isRequired = schema.required?.includes(code) ?? false;
      const values = examples.flatMap((one) => (isObject(one) && Object.hasOwn(one, code) ? [one[code]] : []));
      const spot = { path: path === "" ? code : `${path}.${code}`, depth, within: [...within, schema] };
      return row(tree, code, node, needOf(isRequired), values, spot);
    }),
  );
}

function row(
  tree: Tree,
  code: string,
  node: Schema,
  need: string | undefined,
  examples: readonly unknown[],
  spot: Spot,
): Html {
  const { model } = tree;
  const schema = deref<Schema>(model.api, node);
  return fieldRow(model, {
    code,
    more: model.fieldOf.get(node)?.id,
    schema: resolved(schema, node),
    ...(need === undefined ? {} : { need }),
    examples,
    isInBody: true,
    below: below(tree, schema, examples, spot),
  });
}

/** What an object or a list holds; false for other values. */
function below(tree: Tree, schema: Schema, examples: readonly unknown[], spot: Spot): Html | false {
  if (schema.type === "array")
    return schema.items !== undefined && held(tree, schema, schema.items, examples.filter(Array.isArray).flat(), spot);
  if (schema.type !== "object") return false;
  const count = Object.keys(schema.properties ?? {}).length;
  if (count === 0) return html`<p class="quiet">이 객체의 필드는 명세에 정의되어 있지 않습니다.</p>`;
  return folded(tree, schema, `필드 ${count}개`, spot, (inner) => fieldsOf(tree, schema, examples, inner));
}

/** What a list holds: the fields of its objects, or a row for its values. */
function held(tree: Tree, list: Schema, node: Schema, examples: readonly unknown[], spot: Spot): Html {
  const item = deref<Schema>(tree.model.api, node);
  const inList = { ...spot, path: `${spot.path}[]` };
  const count = Object.keys(item.properties ?? {}).length;
  if (count > 0) {
    const object = resolved(item, node);
    const summary = `${object.title ?? "객체"}: 필드 ${count}개`;
    return folded(
      tree,
      item,
      summary,
      inList,
      (inner) => html`${about(tree.model, object)}${fieldsOf(tree, item, examples, inner)}`,
    );
  }
  return folded(tree, list, "목록의 값", inList, (inner) =>
    fieldList([row(tree, "[]", node, undefined, examples, inner)]),
  );
}

/** Something that can be folded away. A schema within itself, or shown often enough, is referred to. */
function folded(tree: Tree, schema: Schema, summary: string, spot: Spot, make: (inner: Spot) => Html): Html {
  const known = tree.shown.get(schema) ?? { times: 0, first: spot.path };
  if (spot.within.includes(schema) || known.times === shownTimes)
    return html`<p class="quiet">구조는 <code>${known.times === 0 ? "본문" : known.first}</code>에 나온 것과 같습니다.</p>`;
  tree.shown.set(schema, { ...known, times: known.times + 1 });
  const inner = { ...spot, depth: spot.depth + 1, within: [...spot.within, schema] };
  return html`<details${spot.depth < unfoldedDepth && html` open`}><summary>${summary}</summary>
${make(inner)}</details>
`;
}

import { type Html, html } from "../html.ts";
import type { Model } from "../model.ts";

/** Links to the errata of a place, joined by commas; false where the register has none of them. */
export function errataLinks({ erratumOf }: Pick<Model, "erratumOf">, ids: readonly string[] = []): Html | false {
  const found = ids.flatMap((id) => erratumOf.get(id) ?? []);
  return (
    found.length > 0 &&
    html`${found.map(({ id, topic }, index) => html`${index > 0 && ", "}<a href="#erratum-${id}">${topic}</a>`)}`
  );
}

/** A line with the errata of a place; false where it has none. */
export function errataLine(model: Pick<Model, "erratumOf">, ids?: readonly string[]): Html | false {
  const links = errataLinks(model, ids);
  return links && html`<p class="source">원문과 다른 점: ${links}</p>`;
}

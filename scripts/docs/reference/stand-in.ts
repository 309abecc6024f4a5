import type { OpenApi, Operation } from "../../bundle/openapi.ts";
import { clientOperations } from "../../generate/client/operations.ts";
import { type Html, html } from "../html.ts";
import type { Model } from "../model.ts";
import { errataLine } from "./errata-links.ts";

const kept = new WeakMap<OpenApi, ReadonlySet<string>>();

/** The paths whose GET has a body and whose POST stands in for it. */
function pathsWithStandIn(api: OpenApi): ReadonlySet<string> {
  let paths = kept.get(api);
  if (paths === undefined) {
    paths = new Set(clientOperations(api).flatMap(({ path, fallback }) => (fallback === undefined ? [] : [path])));
    kept.set(api, paths);
  }
  return paths;
}

/** What must be known of a GET with a body, or of the POST in its place; false for other operations. */
export function standInNote(model: Model, { path, method, operation }: Model["operations"][number]): Html | false {
  const { get, post } = model.api.paths[path] ?? {};
  const hasStandIn = pathsWithStandIn(model.api).has(path) && get !== undefined && post !== undefined;
  if (method === "post" && hasStandIn)
    return html`<div class="note"><p>${linkTo(get)}(GET)과 요청과 응답이 같습니다. GET에 본문을 실을 수 없는 환경에서 사용하십시오.</p>${aboutMethod(model, post)}</div>`;
  if (method !== "get" || operation.requestBody === undefined) return false;
  return html`<div class="note"><p>본문이 있는 GET입니다. 브라우저의 <code>fetch</code>처럼 GET에 본문을 실을 수 없는 환경에서는 ${hasStandIn ? html`같은 주소에 POST로 보내십시오: ${linkTo(post)}.` : "호출할 수 없습니다."}</p>${hasStandIn && aboutMethod(model, post)}</div>`;
}

function linkTo({ operationId, summary }: Operation): Html {
  return html`<a href="#op-${operationId}">${summary}</a>`;
}

/** The errata that say why there is another method than the document's. */
function aboutMethod(model: Model, { "x-errata": ids = [] }: Operation): Html | false {
  const isOfMethod = (id: string): boolean =>
    model.erratumOf.get(id)?.places.some(({ differs }) => differs?.includes("method") === true) === true;
  return errataLine(model, ids.filter(isOfMethod));
}

import { deref, type Example, type OpenApi, type Operation } from "../../bundle/openapi.ts";

/** The first example of an operation's good answer, as JSON. */
export function exampleAnswer(api: OpenApi, { responses }: Operation): string {
  const success = responses["200"];
  const examples = success === undefined ? {} : deref(api, success).content["application/json"]?.examples;
  const [example] = Object.values(examples ?? {});
  return example === undefined ? "{}" : JSON.stringify(deref<Example>(api, example).value);
}

import type { Body, SpecUnderTest } from "../contract/spec-under-test.ts";

/** A JSON body that the implementations validate. */
export interface Target extends Body {
  /** The operation, and which of its bodies. */
  name: string;
  kind: "request" | "response" | "error";
}

/** Every JSON request and answer of every operation. Errors that share a schema are one target. */
export function targetsOf({ bodies }: SpecUnderTest): Target[] {
  const all = bodies
    .filter(({ contentType }) => contentType === "application/json")
    .map((body): Target => {
      const { operationId, status } = body;
      if (status === undefined) return { ...body, kind: "request", name: `${operationId} 요청` };
      return { ...body, kind: status < 400 ? "response" : "error", name: `${operationId} ${status} 응답` };
    });
  const schemaOf = ({ mediaType }: Target): string => JSON.stringify(mediaType.schema);
  return all.filter(
    (target, index) =>
      target.kind !== "error" ||
      all.findIndex((one) => one.kind === "error" && schemaOf(one) === schemaOf(target)) === index,
  );
}

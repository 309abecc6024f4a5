import type { OpenApi } from "../../../scripts/bundle/openapi.ts";

/** A document with as much as a new store reads of one. */
export const oneOperation = {
  tags: [],
  paths: { "/test": { get: { operationId: "getTest", summary: "시험", tags: [] } } },
} as unknown as OpenApi;

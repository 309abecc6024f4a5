import type { MediaType } from "../bundle/openapi.ts";
import type { CheckedOperation } from "../server/checked-operation.ts";
import { successOf } from "../sandbox/scenarios/check.ts";
import { chosenApis } from "../sandbox/store/registered-apps.ts";
import type { Visit } from "./kit/visit.ts";

/** An operation that an app has chosen: one call, whichever of several methods it is sent by. */
export interface AppOperation {
  id: string;
  /** Its operationIds by method. */
  ids: readonly string[];
  operation: CheckedOperation;
  /** Korean name. */
  name: string;
  /** The answer of a success; undefined where it has no body. */
  success: MediaType | undefined;
}

/** The operations of an app, in the order of its APIs. */
export function operationsOfApp({ api, store, table }: Visit, appId: number): AppOperation[] {
  const seen = new Set<string>();
  return chosenApis(store.database, appId).flatMap(({ path, operations }) => {
    const allowed = operations === null ? undefined : (JSON.parse(operations) as string[]);
    return [...(table.at(path)?.methods.values() ?? [])].flatMap((operation): AppOperation[] => {
      const { operationId: id, summary: name } = operation.operation;
      if (seen.has(id) || allowed?.includes(id) === false) return [];
      const ids = table.family(id).map((one) => one.operation.operationId);
      for (const one of ids) seen.add(one);
      const { status, mediaType } = successOf(api, operation);
      return [{ id, ids, operation, name, success: operation.responseTypes(status)?.[mediaType] }];
    });
  });
}

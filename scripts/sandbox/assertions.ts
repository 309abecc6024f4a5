import type { OperationTable } from "../server/checked-operation.ts";
import { UserError } from "../lib/user-error.ts";
import type { RequestFeed } from "./request-feed.ts";
import type { RequestLog } from "./request-log.ts";
import { waitForRequests } from "./request-wait.ts";
import type { Sandbox } from "./sandbox-options.ts";
import type { ScenarioRegistry } from "./scenarios/registry.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import * as say from "./messages.ts";

/** What a test asks of a sandbox in its own process: what came, and answers of its own. */
export function assertionsOf<Operations>(given: {
  log: RequestLog;
  feed: RequestFeed;
  registry: ScenarioRegistry;
  table: OperationTable;
}): Pick<Sandbox<Operations>, "count" | "waitForRequests" | "use" | "putCustomer"> {
  const { log, feed, registry, table } = given;
  let used = 0;
  const idsOf = (operationId: string): string[] => {
    const ids = table.family(operationId).map(({ operation }) => operation.operationId);
    if (ids.length > 0) return ids;
    const known = table.operations.map(({ operation }) => operation.operationId);
    throw new UserError(say.unknownOperation(operationId, known));
  };
  return {
    count: (operation) => (operation === undefined ? log.count() : log.count(idsOf(operation))),
    waitForRequests: async (operation, options = {}) => waitForRequests(log, feed, idsOf(operation), options),
    use: (operation, scenario) => {
      used += 1;
      const { name = `use ${used}` } = scenario;
      const entry = registry.put({ ...scenario, name, operation } as unknown as Scenario);
      const remove = (): void => registry.take(entry);
      return { name, answered: () => entry.answered, remove, [Symbol.dispose]: remove };
    },
    putCustomer: (customer) => void registry.customers.put(customer),
  };
}

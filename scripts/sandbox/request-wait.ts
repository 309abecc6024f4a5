import type { RequestFeed } from "./request-feed.ts";
import type { RequestLog } from "./request-log.ts";
import type { RequestRecord } from "./request-record.ts";
import type { WaitOptions } from "./sandbox-options.ts";
import * as say from "./messages.ts";

/**
 * Waits until operations were asked a number of times since the start or the last reset.
 *
 * @returns the records of the operations, oldest first
 * @throws {Error} when the time is over, or the sandbox has ended: what came until then
 */
export function waitForRequests(
  log: RequestLog,
  feed: RequestFeed,
  operationIds: readonly string[],
  { count = 1, timeout = 5000, reveal = false }: WaitOptions,
): Promise<readonly RequestRecord[]> {
  return new Promise((done, fail) => {
    const isThere = (): boolean => log.count(operationIds) >= count;
    const records = (): RequestRecord[] =>
      log.records(reveal).filter((one) => operationIds.includes(one.operationId ?? ""));
    const end = (): void => {
      clearTimeout(timer);
      stop();
      feed.ended.removeEventListener("abort", closed);
    };
    const miss = (why: string): void => {
      end();
      fail(
        new Error(
          say.awaited(why, operationIds.join(", "), { wanted: count, came: log.count(operationIds), all: log.count() }),
        ),
      );
    };
    const closed = (): void => miss(say.stopped);
    // Node fires a longer one at once.
    const timer = timeout > longest ? undefined : setTimeout(() => miss(say.timeIsUp(timeout)), timeout);
    const stop = feed.listen(() => {
      if (!isThere()) return;
      end();
      done(records());
    });
    feed.ended.addEventListener("abort", closed);
    if (isThere()) {
      end();
      done(records());
    } else if (feed.ended.aborted) closed();
  });
}

/** The longest time in milliseconds that a timer can run. */
const longest = 2 ** 31 - 1;

import type { RequestFeed } from "./request-feed.ts";
import type { RequestLog } from "./request-log.ts";
import type { RequestRecord } from "./request-record.ts";
import type { WaitOptions } from "./sandbox-options.ts";

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
          `${why} ${operationIds.join(", ")} 요청 ${count}개를 기다렸으나 ${log.count(operationIds)}개가 왔습니다. 다른 요청까지 모두 ${log.count()}개입니다.`,
        ),
      );
    };
    const closed = (): void => miss("샌드박스가 닫혔습니다.");
    // Node fires a longer one at once.
    const timer = timeout > longest ? undefined : setTimeout(() => miss(`${timeout}밀리초가 지났습니다.`), timeout);
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

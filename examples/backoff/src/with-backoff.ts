import { setTimeout } from "node:timers/promises";
import { isSafeToRetry } from "woori-openapi";

export interface Backoff {
  /** 처음을 포함해 보내는 횟수의 한도입니다. */
  attempts?: number;
  /** 처음 기다리는 시간(밀리초)의 최댓값입니다. 다시 보낼 때마다 두 배가 됩니다. */
  first?: number;
  /** 한 번에 기다리는 시간(밀리초)의 한도입니다. */
  most?: number;
  /** 기다리기를 그만둘 신호입니다. */
  signal?: AbortSignal;
}

/**
 * 은행에 닿지 않았거나 처리되기 전에 거부되어 다시 보내도 되는 호출만 기다렸다가 다시 보냅니다.
 * 처리되었을 수 있는 오류(시간 초과, 끊긴 연결, SYSCD01002 등)는 다시 보내지 않고 그대로 던집니다.
 *
 * @throws 다시 보낼 수 없는 오류나, attempts번째의 오류
 */
export async function withBackoff<T>(
  call: () => Promise<T>,
  { attempts = 5, first = 2_000, most = 16_000, signal }: Backoff = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (!isSafeToRetry(error) || attempt >= attempts) throw error;
      const ceiling = Math.min(most, first * 2 ** (attempt - 1));
      // 함께 거부된 호출이 한꺼번에 다시 가지 않도록 절반과 전부 사이에서 임의로 선택합니다.
      await setTimeout(ceiling / 2 + (Math.random() * ceiling) / 2, undefined, { signal });
    }
  }
}

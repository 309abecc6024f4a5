import type { Logger } from "pino";
import type { WooriOptions } from "woori-openapi";

/**
 * 호출마다 로그 한 줄을 남기는 훅입니다. 훅은 키와 필드의 값을 받지 않으므로 로그에 남을 수 없습니다.
 * 응답을 받으면 info, 은행이 거부하거나 응답을 받지 못하면 error입니다.
 */
export function logHooks(logger: Logger): Pick<WooriOptions, "onResponse" | "onError"> {
  return {
    onResponse({ operation, method, attempt, duration, status, globalId }) {
      logger.info({ operation, method, attempt, duration, status, globalId }, "woori response");
    },
    // sent는 요청이 은행에 전송되었는지를 나타냅니다. no가 아니면 처리되었을 수 있습니다.
    onError({ operation, method, attempt, duration, kind, status, code, sent, globalId }) {
      logger.error({ operation, method, attempt, duration, kind, status, code, sent, globalId }, "woori error");
    },
  };
}

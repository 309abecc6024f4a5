import { type Span, SpanKind, SpanStatusCode, type Tracer } from "@opentelemetry/api";
import type { CallRequestEvent, WooriOptions } from "woori-openapi";

/**
 * 은행에 보낸 요청마다 스팬 하나를 만드는 훅입니다. 훅은 키와 필드의 값을 받지 않으므로 스팬에 남을 수 없습니다.
 * POST로 바꾸어 한 번 더 보낸 호출은 스팬이 둘이며 woori.attempt로 구별합니다.
 */
export function traceHooks(tracer: Tracer): Pick<WooriOptions, "onRequest" | "onResponse" | "onError"> {
  const open = new Map<string, Span>();
  const keyOf = ({ call, attempt }: CallRequestEvent): string => `${call}/${attempt}`;

  const start = ({ operation, path, method, attempt }: CallRequestEvent, startTime?: number): Span =>
    tracer.startSpan(`woori ${operation}`, {
      kind: SpanKind.CLIENT,
      startTime,
      attributes: { "http.request.method": method, "url.template": path, "woori.attempt": attempt },
    });

  const take = (event: CallRequestEvent): Span | undefined => {
    const span = open.get(keyOf(event));
    open.delete(keyOf(event));
    return span;
  };

  return {
    onRequest(event) {
      open.set(keyOf(event), start(event));
    },
    onResponse(event) {
      take(event)?.setAttributes({ "http.response.status_code": event.status, "woori.glbl_id": event.globalId }).end();
    },
    onError(event) {
      // 보내기 전에 거부된 호출(attempt 0)은 onRequest가 없었으므로 여기에서 시작합니다.
      const span = take(event) ?? start(event, Date.now() - event.duration);
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttributes({
        "http.response.status_code": event.status,
        "error.type": event.code || event.kind,
        // no가 아니면 은행에서 처리되었을 수 있습니다.
        "woori.sent": event.sent,
        "woori.glbl_id": event.globalId,
      });
      span.end();
    },
  };
}

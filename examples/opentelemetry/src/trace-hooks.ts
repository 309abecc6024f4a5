import { type Attributes, type Span, SpanKind, SpanStatusCode, type Tracer } from "@opentelemetry/api";
import type { WooriOptions } from "woori-openapi";

/**
 * 은행에 보낸 요청마다 스팬 하나를 만드는 훅입니다. 훅은 키와 항목의 값을 받지 않으므로 스팬에 남을 수 없습니다.
 * POST로 바꾸어 한 번 더 보낸 호출은 스팬이 둘이며 woori.attempt로 구별합니다.
 */
export function traceHooks(tracer: Tracer): Pick<WooriOptions, "onRequest" | "onResponse" | "onError"> {
  const open = new Map<string, Span>();
  const start = (operation: string, attributes: Attributes, startTime?: number): Span =>
    tracer.startSpan(`woori ${operation}`, { kind: SpanKind.CLIENT, attributes, ...(startTime && { startTime }) });

  return {
    onRequest({ call, operation, method, attempt }) {
      open.set(`${call}/${attempt}`, start(operation, common(operation, method, attempt)));
    },
    onResponse({ call, attempt, status, globalId }) {
      const span = open.get(`${call}/${attempt}`);
      open.delete(`${call}/${attempt}`);
      span?.setAttributes(defined({ "http.response.status_code": status, "woori.glbl_id": globalId }));
      span?.end();
    },
    onError({ call, operation, method, attempt, duration, kind, status, code, sent, globalId }) {
      // 보내기 전에 거부된 호출(attempt 0)은 onRequest가 없었으므로 여기에서 시작합니다.
      const span =
        open.get(`${call}/${attempt}`) ??
        start(operation, common(operation, method, attempt), Date.now() - (duration ?? 0));
      open.delete(`${call}/${attempt}`);
      span.setAttributes(
        defined({
          "http.response.status_code": status,
          "error.type": code || kind,
          "woori.code": code,
          "woori.sent": sent,
          "woori.glbl_id": globalId,
        }),
      );
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

function common(operation: string, method: string, attempt: number): Attributes {
  return defined({ "woori.operation": operation, "http.request.method": method, "woori.attempt": attempt });
}

/** 값이 있는 속성만 남깁니다. */
function defined(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}

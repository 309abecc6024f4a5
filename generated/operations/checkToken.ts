// npm run generate. 직접 수정하지 마십시오.
import type { CallSuccess, WooriConnection } from "../runtime/connection.ts";
import type { Operation, SchemaNode } from "../runtime/contract.ts";
import * as is from "../runtime/is.ts";
import type { CallOptions } from "../runtime/options.ts";
import { ErrorResponse } from "../schemas/ErrorResponse.ts";
import { ResponseDataHeader } from "../schemas/ResponseDataHeader.ts";
import type * as types from "../types.ts";

const ResponseEnvelope: SchemaNode = {
  kind: "object",
  accepts: (value) => is.object(value) && ResponseDataHeader.accepts(value.dataHeader) && is.object(value.dataBody),
  fields: {
    dataHeader: ResponseDataHeader,
    dataBody: { kind: "object", fields: {
    } },
  },
};

/** What the spec says of checkToken. */
export const operation: Operation = {
  id: "checkToken",
  path: "/oap/wb/v2/oauth/tokencheck",
  method: "GET",
  security: [["appKey", "bearer"]],
  response: ResponseEnvelope,
  error: ErrorResponse,
};

/**
 * 토큰 확인
 *
 * @throws {WooriInputError} 요청이 명세와 맞지 않아 보내지 않았습니다.
 * @throws {WooriApiError} 은행이 요청을 거부했습니다.
 * @throws {WooriTransportError} 쓸 수 있는 응답을 받지 못했습니다.
 */
export function checkToken(woori: WooriConnection, options?: CallOptions): Promise<CallSuccess<types.CheckTokenResponse>> {
  return woori.call(operation, undefined, options) as Promise<CallSuccess<types.CheckTokenResponse>>;
}

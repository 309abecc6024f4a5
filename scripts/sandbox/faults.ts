import { deref, type MediaType, type OpenApi, type Schema } from "../bundle/openapi.ts";

/** Faults that a request can ask for. Each was observed on the bank's or other servers. */
export const faults = {
  hang: "응답하지 않고 연결을 유지합니다.",
  reset: "응답하지 않고 연결을 끊습니다(TCP RST).",
  "html-page": "502와 함께 HTML 오류 화면을 보냅니다.",
  "truncated-body": "본문을 절반만 보내고 연결을 끊습니다.",
  "number-amounts": "숫자 문자열을 JSON 숫자로 보냅니다.",
  "empty-list-text": "목록 대신 빈 문자열을 보냅니다.",
  "missing-keys": "dataBody의 첫 필드만 남기고 보냅니다.",
  "extra-keys": "명세에 없는 필드를 추가해 보냅니다.",
  "other-error-key":
    "오류 본문의 ERRCODE를 ERRORCODE라는 이름으로 보냅니다. example=SYSCD01002처럼 오류와 함께 지정합니다.",
} as const;

export type FaultName = keyof typeof faults;

/** The HTML page of a gateway that stands before the bank's; no gateway's own text. */
export const htmlPage =
  "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n";

/** Keys that answers of this platform have carried beside the documented ones. */
const extraKeys = { TRN_SRNO: "0000001", FAXC_BAL: "000000000000000.000", LNAPV_RQ_NO: "" };

/**
 * An answer's body as a fault changes it; the faults of the connection leave it as it is.
 *
 * @param mediaType the media type of the body in the spec
 */
export function distort(api: OpenApi, mediaType: MediaType | undefined, body: unknown, fault: FaultName): unknown {
  const root = mediaType === undefined ? {} : deref<Schema>(api, mediaType.schema);
  const { dataBody: part = {} } = root.properties ?? {};
  const { properties = {} } = deref<Schema>(api, part);
  switch (fault) {
    case "number-amounts":
      return inDataBody(body, (dataBody) => withNumbers(api, part, dataBody) as Record<string, unknown>);
    case "empty-list-text":
      return inDataBody(body, (dataBody) =>
        mapEntries(dataBody, (_code, value) => (Array.isArray(value) ? "" : value)),
      );
    case "missing-keys":
      return inDataBody(body, (dataBody) => Object.fromEntries(Object.entries(dataBody).slice(0, 1)));
    case "extra-keys":
      return inDataBody(body, (dataBody) => ({ ...extraKeys, ...dataBody }));
    case "other-error-key":
      return inDataBody(body, (dataBody) => renamed(dataBody, properties));
    default:
      return body;
  }
}

/** A pattern that lets nothing but digits pass. */
const digitsOnly = /^\^(\[0-9\]|\\d)([*+]|\{[\d,]+\})?\$$/;

/** A value with every string that its schema keeps to digits as a number. */
function withNumbers(api: OpenApi, reference: Schema, value: unknown): unknown {
  const { pattern = "", items = {}, properties = {} } = deref<Schema>(api, reference);
  if (typeof value === "string") return value !== "" && digitsOnly.test(pattern) ? Number(value) : value;
  if (Array.isArray(value)) return value.map((item) => withNumbers(api, items, item));
  if (typeof value !== "object" || value === null) return value;
  return mapEntries(value as Record<string, unknown>, (code, child) => withNumbers(api, properties[code] ?? {}, child));
}

/** The error code under the first other name that the bank has used, where it now stands last. */
function renamed(dataBody: Record<string, unknown>, properties: Record<string, Schema>): Record<string, unknown> {
  const [code = "", field] = Object.entries(properties).find(([, one]) => one["x-role"] === "errorCode") ?? [];
  const [alias] = field?.["x-aliases"] ?? [];
  const { [code]: value, ...rest } = dataBody;
  return value === undefined || alias === undefined ? dataBody : { ...rest, [alias]: value };
}

function mapEntries(
  dataBody: Record<string, unknown>,
  change: (code: string, value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(dataBody).map(([code, value]) => [code, change(code, value)]));
}

function inDataBody(body: unknown, change: (dataBody: Record<string, unknown>) => Record<string, unknown>): unknown {
  if (typeof body !== "object" || body === null || !("dataBody" in body)) return body;
  return { ...body, dataBody: change(body.dataBody as Record<string, unknown>) };
}

import type { ExampleRequest } from "../../../bundle/example-request.ts";

/** What came of a request. */
export type Outcome = { duration: number } & (
  | {
      kind: "answer";
      status: number;
      statusText: string;
      headers: [string, string][];
      text: string;
      size: number;
      isCut: boolean;
    }
  | { kind: "none"; reason: "cancelled" | "timeout" | "failed" }
);

/**
 * Sends a request to the server of the page.
 *
 * @param timeout milliseconds until it is given up
 * @param cancelled ends it before
 */
export async function send(
  { method, path, headers, body }: ExampleRequest,
  timeout: number,
  cancelled: AbortSignal,
): Promise<Outcome> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeout);
  const started = performance.now();
  const duration = (): number => performance.now() - started;
  try {
    const answer = await fetch(path, {
      ...{ method, headers, credentials: "omit", cache: "no-store" },
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.any([late.signal, cancelled]),
    });
    const { bytes, isCut } = await readAll(answer.body);
    if (late.signal.aborted || cancelled.aborted) throw new Error("aborted");
    const { status, statusText } = answer;
    return {
      ...{ kind: "answer", status, statusText, headers: [...answer.headers], duration: duration() },
      ...{ text: new TextDecoder().decode(bytes), size: bytes.length, isCut },
    };
  } catch {
    const reason = cancelled.aborted ? "cancelled" : late.signal.aborted ? "timeout" : "failed";
    return { kind: "none", reason, duration: duration() };
  } finally {
    clearTimeout(timer);
  }
}

/** All that comes of a body, also where the connection breaks off in it. */
async function readAll(
  stream: ReadableStream<Uint8Array<ArrayBuffer>> | null,
): Promise<{ bytes: Uint8Array; isCut: boolean }> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let isCut = false;
  try {
    const reader = stream?.getReader();
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read())
      parts.push(part.value);
  } catch {
    isCut = true;
  }
  return { bytes: new Uint8Array(await new Blob(parts).arrayBuffer()), isCut };
}

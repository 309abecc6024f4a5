import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Well below the 16 KiB of headers that Node's own client takes. */
const maxLength = 8 * 1024;

/**
 * Keeps Prism alive: it tells violations in a header, `sl-violations`, with the keys of the body as they are, and Node
 * refuses to send a header with a letter outside Latin-1. The request then hangs and the process ends
 * (https://github.com/stoplightio/prism/issues/1934). Here such letters become `\uXXXX`, which is the same JSON.
 *
 * @param port of a server in this process
 * @returns stops it
 */
export function escapeHeaders(port: number): () => void {
  const onRequest = (message: unknown): void => {
    const { socket, response } = message as { socket: Socket; response: ServerResponse };
    if (socket.localPort !== port) return;
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (name, value) => setHeader(name, typeof value === "string" ? escape(value) : value);
  };
  subscribe("http.server.request.start", onRequest);
  return () => void unsubscribe("http.server.request.start", onRequest);
}

function escape(value: string): string {
  return value
    .replaceAll(/[^\t\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .slice(0, maxLength);
}

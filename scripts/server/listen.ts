import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { UserError } from "../lib/user-error.ts";

/**
 * Makes a server listen.
 *
 * @param port 0 picks a free one
 * @returns the server's URL, without a slash at the end
 * @throws {UserError} when the address cannot be had
 */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      fail(new UserError(`${host}:${port}에서 열 수 없습니다. ${whyNot(error)}`)),
    );
    server.listen(port, host, done);
  });
  const address = server.address() as AddressInfo;
  return urlOf(address.address, address.port);
}

/**
 * The URL by which this machine reaches a listening address, an IPv6 one in brackets (RFC 3986, 3.2.2). One that stands for all
 * addresses is reached by loopback.
 */
export function urlOf(address: string, port: number): string {
  if (address === "0.0.0.0" || address === "::") return `http://127.0.0.1:${port}`;
  return `http://${address.includes(":") ? `[${address}]` : address}:${port}`;
}

/** Stops a server and cuts the connections that are open. */
export function stop(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

function whyNot({ code, message }: NodeJS.ErrnoException): string {
  if (code === "EADDRINUSE") return "이미 사용 중인 포트입니다. 다른 포트를 지정하십시오. 0은 빈 포트를 고릅니다.";
  if (code === "EACCES") return "이 포트를 열 권한이 없습니다. 1024 이상의 포트를 지정하십시오.";
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return "이 기기의 주소가 아닙니다. --host에 이 기기의 IP 주소를 지정하십시오.";
  return message;
}

import type { Server } from "node:http";
import { type AddressInfo, isIP } from "node:net";
import { UserError } from "../lib/user-error.ts";
import { hostName } from "./own-name.ts";

/**
 * Makes a server listen.
 *
 * @param host an IP address, in brackets or not, or a name of this machine
 * @param port 0 picks a free one
 * @returns the server's URL, without a slash at the end
 * @throws {UserError} when the address cannot be had
 */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  const name = hostName("--host", host);
  await new Promise<void>((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      fail(new UserError(`${authority(host, port)}에서 실행할 수 없습니다. ${whyNot(error)}`)),
    );
    server.listen(port, name, done);
  });
  const address = server.address() as AddressInfo;
  return urlOf(address.address, address.port, "setSecureContext" in server);
}

/** The URL by which this machine reaches a listening address. One that stands for all addresses is reached by loopback. */
export function urlOf(address: string, port: number, isSecure = false): string {
  const own = reachedBy.get(address) ?? address;
  return `${isSecure ? "https" : "http"}://${authority(own.replace(/^::ffff:(?=[\d.]+$)/i, ""), port)}`;
}

const reachedBy = new Map([
  ["0.0.0.0", "127.0.0.1"],
  ["::", "::1"],
]);

/** Host and port as a URL has them: an IPv6 address in brackets, its interface encoded (RFC 3986, 3.2.2; RFC 6874). */
function authority(host: string, port: number): string {
  return `${isIP(host) === 6 ? `[${host.replace("%", "%25")}]` : host}:${port}`;
}

/** Stops a server and cuts the connections that are open. */
export function stop(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

function whyNot({ code, message }: NodeJS.ErrnoException): string {
  if (code === "EADDRINUSE")
    return "이미 사용 중인 포트입니다. 다른 포트를 지정하십시오. 0을 지정하면 비어 있는 포트를 자동으로 선택합니다.";
  if (code === "EACCES") return "이 포트를 사용할 권한이 없습니다. 1024 이상의 포트를 지정하십시오.";
  if (["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN", "EAFNOSUPPORT", "EINVAL"].includes(code ?? ""))
    return "이 기기의 주소가 아닙니다. --host에 이 기기의 IP 주소를 지정하십시오.";
  return message;
}

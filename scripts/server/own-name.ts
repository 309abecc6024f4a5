import type { IncomingMessage } from "node:http";
import { BlockList, isIP, type Socket } from "node:net";
import { domainToASCII } from "node:url";
import { UserError } from "../lib/user-error.ts";

/**
 * Whether a request that came over loopback is for a name of this machine. Another name may be that of a page which was made
 * to lead here (DNS rebinding), and which its own origin does not give away.
 *
 * @param allowed names that this server may also be called by, as `allowedNames` gives them
 */
export function isForOwnName(
  {
    headers: { host = "" },
    socket: { localAddress = "" },
  }: Pick<IncomingMessage, "headers"> & { socket: Pick<Socket, "localAddress"> },
  allowed: ReadonlySet<string> = none,
): boolean {
  if (!isLoopback(localAddress)) return true;
  return isOwnName(host, allowed);
}

/** Whether an address, or the name localhost, is reached from this machine alone. */
export function isLoopback(host: string): boolean {
  // A link-local address has its interface behind it, which BlockList does not take.
  const [address = ""] = host.split("%");
  return host === "localhost" || loopback.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/** Whether a Host names this machine: localhost, an IP address, or a name that the user allows. */
export function isOwnName(host: string, allowed: ReadonlySet<string> = none): boolean {
  const name = plainName(host);
  return name === "localhost" || name.endsWith(".localhost") || isIP(name) !== 0 || allowed.has(name);
}

/**
 * The names that a user allows, in the form in which a request's are compared.
 *
 * @param host the address to listen on, which is a name of the server too
 * @throws {UserError} for what is no name of one host
 */
export function allowedNames(names: readonly string[], host = ""): ReadonlySet<string> {
  return new Set([plainName(host), ...names.map((name) => hostName("--allow-host", name))]);
}

/**
 * A host name or an IP address as it is compared and listened on: in lower case, without brackets, port and final dot.
 *
 * @param option names the option in the message
 * @throws {UserError} for what is neither
 */
export function hostName(option: string, value: string): string {
  const name = plainName(value);
  if (isIP(name) !== 0) return name;
  if (value.includes("*"))
    throw new UserError(
      option === "--host"
        ? "--host에는 *를 사용할 수 없습니다. 모든 주소에서 받으려면 0.0.0.0이나 ::를 지정하십시오."
        : `${option}에는 *를 사용할 수 없습니다. 이름을 제한하지 않으면 다른 사이트의 페이지가 이 서버를 읽을 수 있습니다. 호스트 이름을 하나씩 지정하십시오.`,
    );
  // domainToASCII stops at a slash.
  const ascii = /[/\\?#@]/.test(name) ? "" : domainToASCII(name);
  if (!/^(?=.{1,253}$)[\w-]{1,63}(\.[\w-]{1,63})*$/.test(ascii))
    throw new UserError(
      `${option}에는 호스트 이름이나 IP 주소를 지정하십시오(예: sandbox, 127.0.0.1, ::1). 입력한 값: ${JSON.stringify(value)}`,
    );
  return ascii;
}

/** An authority without its port, brackets and final dot, in lower case. */
function plainName(authority: string): string {
  if (isIP(authority) !== 0) return authority.toLowerCase();
  const name = authority.replace(/:\d*$/, "").toLowerCase();
  return name.startsWith("[") ? name.replace(/^\[(.*)\]$/, "$1") : name.replace(/\.$/, "");
}

const none: ReadonlySet<string> = new Set();
const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8);
loopback.addAddress("::1", "ipv6");

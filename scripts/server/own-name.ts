import type { IncomingMessage } from "node:http";
import { BlockList, isIP, type Socket } from "node:net";

/**
 * Whether a request that came over loopback is for a name of this machine. Another name may be that of a page which was made
 * to lead here (DNS rebinding), and which its own origin does not give away.
 *
 * @param allowed a name that this server may also be called by
 */
export function isForOwnName(
  {
    headers: { host = "" },
    socket: { localAddress = "" },
  }: Pick<IncomingMessage, "headers"> & { socket: Pick<Socket, "localAddress"> },
  allowed?: string,
): boolean {
  if (!loopback.check(localAddress, isIP(localAddress) === 6 ? "ipv6" : "ipv4")) return true;
  const name = host.replace(/:\d*$/, "").toLowerCase();
  const isOwn = name === "localhost" || name.endsWith(".localhost") || name === allowed?.toLowerCase();
  return isOwn || isIP(name.replace(/^\[(.*)\]$/, "$1")) !== 0;
}

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8);
loopback.addAddress("::1", "ipv6");

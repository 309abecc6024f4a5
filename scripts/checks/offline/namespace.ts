import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../lib/user-error.ts";

/**
 * Chromium asks the kernel for a route to this address (UDP connect, which sends nothing) to learn whether there is IPv6, and has no switch
 * against it. A prohibited route makes the kernel refuse this one address without counting it.
 */
const chromiumProbe = "2001:4860:4860::8888";

/** An address that no host has (RFC 5737). */
const nowhere = "192.0.2.1";

/**
 * Run by sh in the new namespaces, with a folder and then a command. Names are asked of DNS at an address without a route: a resolver on
 * loopback or on a socket file would carry the question out of the namespace.
 */
const setUp = `
ip link set lo up || exit 1
ip -6 route add prohibit ${chromiumProbe}/128 2>/dev/null
for name in resolv.conf nsswitch.conf; do
  if [ -e /etc/$name ]; then mount --bind "$1/$name" /etc/$name || exit 1; fi
done
shift
exec "$@"
`;

/**
 * The command prefix that runs a command in a network namespace with only loopback.
 *
 * @param dir an empty folder that lasts as long as the command
 * @throws {UserError} where there can be no such namespace
 */
export function namespacePrefix(dir: string): string[] {
  writeFileSync(join(dir, "resolv.conf"), `nameserver ${nowhere}\n`);
  writeFileSync(join(dir, "nsswitch.conf"), "hosts: files dns\n");
  const prefix = ["unshare", "--map-root-user", "--net", "--mount", "sh", "-c", setUp, "sh", dir];
  const { status, stderr, error } = spawnSync("unshare", [...prefix.slice(1), "true"], { encoding: "utf8" });
  if (status === 0) return prefix;
  throw new UserError(
    `이 기기에서는 네트워크 네임스페이스를 만들 수 없어(${error?.message ?? stderr.trim()}) 확인하지 못했으니, unshare와 ip가 있고 네임스페이스를 허용하는 리눅스에서 실행하십시오.`,
  );
}

/** The kernel's count of packets without a route in this network namespace (RFC 4293, OutNoRoutes). */
export function noRoutes(): { ipv4: number; ipv6: number } {
  const [names = [], values = []] = readFileSync("/proc/net/snmp", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("Ip: "))
    .map((line) => line.split(" "));
  const snmp6 = existsSync("/proc/net/snmp6") ? readFileSync("/proc/net/snmp6", "utf8") : "";
  return {
    ipv4: Number(values[names.indexOf("OutNoRoutes")]),
    ipv6: Number(/^Ip6OutNoRoutes\s+(\d+)$/m.exec(snmp6)?.[1] ?? 0),
  };
}

/**
 * Asks for a name once, to see that the kernel counts it.
 *
 * @throws {UserError} when it does not: then a count of zero would say nothing
 */
export function checkCounters(): void {
  const before = noRoutes().ipv4;
  spawnSync("getent", ["hosts", "host.invalid"]);
  if (noRoutes().ipv4 === before)
    throw new UserError("일부러 한 시도를 커널이 세지 않아 확인하지 못했으니, getent가 있는지 확인하십시오.");
}

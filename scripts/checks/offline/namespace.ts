import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../lib/user-error.ts";

/**
 * Chromium asks the kernel for a route to this address (UDP connect, which sends nothing) to learn whether there is IPv6, and has no switch
 * against it. In the namespace this one address is prohibited by a route of its own: nothing can be sent to it, and the kernel does not count it.
 */
const chromiumProbe = "2001:4860:4860::8888";

/** An address that no host has (RFC 5737). */
const nowhere = "192.0.2.1";

/**
 * Run by sh in the new namespaces, with a folder and then a command. Names are asked of DNS at an address without a route, whatever resolver
 * this machine has: one that listens on loopback or on a socket file would carry the question out of the namespace.
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
 * The words to put before a command so that it runs in a network namespace where there is nothing but loopback.
 *
 * @param dir an empty folder that lasts as long as the command
 * @returns the words; or why there can be no such namespace here, in Korean
 */
export function namespacePrefix(dir: string): { prefix: string[] } | { reason: string } {
  if (process.platform !== "linux") return { reason: "리눅스가 아닙니다" };
  writeFileSync(join(dir, "resolv.conf"), `nameserver ${nowhere}\n`);
  writeFileSync(join(dir, "nsswitch.conf"), "hosts: files dns\n");
  const prefix = ["unshare", "--map-root-user", "--net", "--mount", "sh", "-c", setUp, "sh", dir];
  const { status, stderr, error } = spawnSync("unshare", [...prefix.slice(1), "true"], { encoding: "utf8" });
  if (status === 0) return { prefix };
  return { reason: error === undefined ? stderr.trim() : `unshare를 실행할 수 없습니다(${error.message})` };
}

/** How often this namespace's kernel found no route for what a process wanted to send. */
export interface NoRoutes {
  ipv4: number;
  ipv6: number;
}

/** The counters OutNoRoutes of this process's network namespace (RFC 4293, ipSystemStatsOutNoRoutes). */
export function noRoutes(): NoRoutes {
  const [names = [], values = []] = readFileSync("/proc/net/snmp", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("Ip: "))
    .map((line) => line.split(" "));
  const ipv6 = existsSync("/proc/net/snmp6")
    ? /^Ip6OutNoRoutes\s+(\d+)$/m.exec(readFileSync("/proc/net/snmp6", "utf8"))?.[1]
    : "0";
  return { ipv4: Number(values[names.indexOf("OutNoRoutes")]), ipv6: Number(ipv6) };
}

/**
 * Asks for a name once, to see that this namespace's kernel counts it.
 *
 * @throws {UserError} when it does not: then a count of zero would say nothing
 */
export function checkCounters(): void {
  const before = noRoutes().ipv4;
  // Not by Node, which an outer run of this command may watch.
  const { error } = spawnSync("getent", ["hosts", "host.invalid"]);
  if (noRoutes().ipv4 > before) return;
  const found =
    error === undefined
      ? "일부러 이름을 찾아 보았으나 커널이 세지 않았습니다"
      : `getent를 실행할 수 없습니다(${error.message})`;
  throw new UserError(
    `네트워크 네임스페이스의 계수기를 확인하지 못했습니다: ${found}. Node 프로세스만 지켜보려면 --without-namespace로 실행하십시오.`,
  );
}

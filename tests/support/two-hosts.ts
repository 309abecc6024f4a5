import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../scripts/lib/paths.ts";

const unshare = ["--map-root-user", "--net", "--mount"];

/** Whether this machine allows network namespaces; Docker by default does not. */
export const hasNamespaces = spawnSync("unshare", [...unshare, "ip", "link"]).status === 0;

/**
 * Run by sh in namespaces of its own, with a folder, the port, and the client's command. All that it makes is gone when it ends.
 * The first line that the server prints tells that it listens.
 */
const twoHosts = `
dir=$1 port=$2; shift 2
mount -t tmpfs none /run && mount --bind "$dir/hosts" /etc/hosts || exit 1
ip netns add server && ip netns add client || exit 1
ip link add eth0 netns server type veth peer name eth0 netns client || exit 1
for host in server:192.0.2.1 client:192.0.2.2; do
  ip -n "\${host%:*}" address add "\${host#*:}/24" dev eth0 && ip -n "\${host%:*}" link set eth0 up || exit 1
done
mkfifo "$dir/printed"
nsenter --net=/run/netns/server node scripts/cli/sandbox.ts --host 0.0.0.0 --port "$port" --quiet >"$dir/printed" &
exec 3<"$dir/printed"
read -r listening <&3
nsenter --net=/run/netns/client "$@"
status=$?
kill $! && wait $!
exit $status
`;

/** How the client's program ended. */
interface Outcome {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs a program of this repository on a host that reaches another host by a name, where `npm start -- --host 0.0.0.0` listens.
 *
 * @param name of the sandbox's host
 * @param port of the sandbox
 * @param command the program and its arguments
 */
export async function besideSandbox(name: string, port: number, ...command: string[]): Promise<Outcome> {
  const dir = mkdtempSync(join(tmpdir(), "woori-two-hosts-"));
  writeFileSync(join(dir, "hosts"), `127.0.0.1 localhost\n192.0.2.1 ${name}\n`);
  try {
    return await new Promise((done) => {
      const args = [...unshare, "sh", "-c", twoHosts, "sh", dir, String(port), ...command];
      execFile("unshare", args, { cwd: root }, (error, stdout, stderr) =>
        done({ exitCode: error === null ? 0 : Number(error.code ?? 1), stdout, stderr }),
      );
    });
  } finally {
    rmSync(dir, { recursive: true });
  }
}

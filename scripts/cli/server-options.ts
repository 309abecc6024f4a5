import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Call } from "./command-line.ts";
import { UserError } from "../lib/user-error.ts";
import { hostName } from "../server/own-name.ts";
import type { Certificate } from "../server/tls.ts";
import { argument, serving } from "./messages.ts";

/** The options of every command that opens a server for others to call. */
export const serverOptions = {
  host: { type: "string", default: "127.0.0.1" },
  "allow-host": { type: "string", multiple: true, default: [] as string[] },
  tls: { type: "boolean", default: false },
  "tls-cert": { type: "string" },
  "tls-key": { type: "string" },
} as const;

/**
 * What they do, for a command's usage.
 *
 * @param named where the command looks at the name that it is called by, in Korean
 */
export const serverUsage = (
  named: string,
): string => `  --host 주소    받을 IP 주소입니다. 기본값은 127.0.0.1이며, 이 기기에서만 접속할 수 있습니다. ::1이나 ::처럼 IPv6도 지정할 수 있습니다.
  --allow-host 이름
                 이 기기에서 사용할 다른 호스트 이름입니다. 여러 번 지정할 수 있습니다. localhost와 IP 주소는 언제나 허용합니다.
                 ${named}
  --tls          시작할 때 만든 인증서로 https를 사용합니다. 인증서의 파일을 표시합니다.
  --tls-cert FILE --tls-key FILE
                 지정한 인증서와 개인 키(PEM)로 https를 사용합니다.`;

/** The options as the server takes them. */
export interface ServerOptions {
  host: string;
  allowHosts: readonly string[];
  tls?: true | Certificate;
}

/**
 * Reads the options and their files.
 *
 * @throws {UserError} for a value that is no name, and for a file that cannot be read
 */
export function readServerOptions(
  { folder }: Call,
  args: {
    host: string;
    "allow-host": string[];
    tls: boolean;
    "tls-cert"?: string | undefined;
    "tls-key"?: string | undefined;
  },
): ServerOptions {
  const { "tls-cert": cert, "tls-key": key } = args;
  hostName("--host", args.host);
  const common = { host: args.host, allowHosts: args["allow-host"] };
  if (cert === undefined && key === undefined) return { ...common, ...(args.tls ? { tls: true } : {}) };
  if (cert === undefined || key === undefined) throw new UserError(argument.needs("--tls-cert", "--tls-key"));
  const read = (option: string, file: string): string => {
    try {
      return readFileSync(resolve(folder, file), "utf8");
    } catch {
      throw new UserError(argument.unreadableFile(option, file));
    }
  };
  return { ...common, tls: { cert: read("--tls-cert", cert), key: read("--tls-key", key) } };
}

/** A certificate that was made, as the command tells of it. */
export interface ShownCertificate {
  /** The file; undefined where none can be written. */
  file: string | undefined;
  /** How a client comes to trust it. */
  text: string;
  /** Removes the file. */
  remove: () => void;
}

/** Puts a certificate where a client finds it: into a file of its own, or into the output where none can be written. */
export function showCertificate(ca: string): ShownCertificate {
  try {
    const folder = mkdtempSync(join(tmpdir(), "woori-tls-"));
    const file = join(folder, "certificate.pem");
    writeFileSync(file, ca);
    return { file, text: serving.certificate(file), remove: () => rmSync(folder, { recursive: true, force: true }) };
  } catch {
    return { file: undefined, text: serving.certificateText(ca.trimEnd()), remove: () => {} };
  }
}

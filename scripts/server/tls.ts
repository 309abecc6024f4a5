import { createPrivateKey, X509Certificate } from "node:crypto";
import { UserError } from "../lib/user-error.ts";
import { selfSignedCertificate } from "../lib/self-signed.ts";

/** A certificate with its private key, as PEM. */
export interface Certificate {
  /** The server's certificate, and those of the authorities between, if any. */
  cert: string;
  key: string;
}

/**
 * The certificate that a server shows: the given one once it is checked, or one made for the names that the server is called by.
 *
 * @param allowed further names of the server
 * @throws {UserError} where the given one cannot serve, or none can be made; the message holds nothing of the key
 */
export async function serverCertificate(tls: true | Certificate, allowed: Iterable<string>): Promise<Certificate> {
  if (tls !== true) return checked(tls);
  const names = [...allowed].filter((name) => name !== "" && !unspecified.includes(name) && !name.includes("%"));
  return selfSignedCertificate([...new Set(["localhost", "127.0.0.1", "::1", ...names])]);
}

/** Addresses that stand for all. */
const unspecified = ["0.0.0.0", "::"];

function checked({ cert, key }: Certificate): Certificate {
  const certificate = attempt(() => new X509Certificate(cert));
  if (certificate === undefined)
    throw new UserError(
      "--tls-cert: PEM 형식의 인증서가 아닙니다. -----BEGIN CERTIFICATE-----로 시작하는 파일을 지정하십시오.",
    );
  const privateKey = attempt(() => createPrivateKey(key));
  if (privateKey === undefined)
    throw new UserError(
      "--tls-key: PEM 형식의 개인 키가 아니거나 암호로 잠긴 키입니다. 암호가 없는 개인 키 파일을 지정하십시오.",
    );
  if (!certificate.checkPrivateKey(privateKey))
    throw new UserError(
      "--tls-key: --tls-cert의 인증서와 맞지 않는 개인 키입니다. 인증서와 함께 만든 키를 지정하십시오.",
    );
  const now = Date.now();
  if (Date.parse(certificate.validTo) < now)
    throw new UserError(`--tls-cert: ${day(certificate.validTo)}에 만료된 인증서입니다. 새 인증서를 지정하십시오.`);
  if (Date.parse(certificate.validFrom) > now)
    throw new UserError(
      `--tls-cert: ${day(certificate.validFrom)}부터 유효한 인증서입니다. 이 기기의 시각을 확인하거나 다른 인증서를 지정하십시오.`,
    );
  return { cert, key };
}

function day(date: string): string {
  return new Date(date).toISOString().slice(0, 10);
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

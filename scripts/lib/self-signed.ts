import { KeyObject } from "node:crypto";
import { isIP, isIPv6 } from "node:net";
import { requireTools } from "./tools.ts";

/** Days that a certificate is valid: a server that runs longer is started anew. */
const validity = 397;

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

/**
 * Makes a certificate for a server's names, signed by its own key (RFC 5280).
 *
 * @param names host names and IP addresses
 * @returns certificate and private key as PEM; a client that trusts the certificate trusts this server alone
 * @throws {UserError} where the library that makes it is not installed
 */
export async function selfSignedCertificate(names: readonly string[]): Promise<{ cert: string; key: string }> {
  requireTools("certificate", "--tls의 인증서");
  // The other needs it, and says so when it is loaded.
  await import("reflect-metadata");
  const x509 = await import("@peculiar/x509");
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const now = Date.now();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: "CN=woori-openapi sandbox",
    keys,
    signingAlgorithm: algorithm,
    notBefore: new Date(now - 3_600_000),
    notAfter: new Date(now + validity * 86_400_000),
    extensions: [
      new x509.BasicConstraintsExtension(false), // It signs no other.
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names.map(generalName)),
    ],
  });
  return {
    cert: `${certificate.toString("pem")}\n`,
    key: KeyObject.from(keys.privateKey).export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

function generalName(name: string): { type: "dns" | "ip"; value: string } {
  if (isIP(name) === 0) return { type: "dns", value: name };
  // The library reads no IPv6 address that ends as IPv4; URL writes it in hexadecimal groups.
  return { type: "ip", value: isIPv6(name) ? new URL(`http://[${name}]`).hostname.slice(1, -1) : name };
}

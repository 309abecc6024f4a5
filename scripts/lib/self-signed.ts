import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isIP, isIPv4 } from "node:net";

/** Days that a certificate is valid: a server that runs longer is started anew. */
const validity = 397;

/**
 * Makes a certificate for a server's names, signed by its own key (RFC 5280). Node makes keys and signatures, but no
 * certificates; the libraries that do weigh a hundred times this file.
 *
 * @param names host names and IP addresses
 * @returns certificate and private key as PEM; a client that trusts the certificate trusts this server alone
 */
export function selfSignedCertificate(names: readonly string[]): { cert: string; key: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const now = Date.now();
  const algorithm = sequence(objectId("2a8648ce3d040302")); // ecdsa-with-SHA256
  const subject = sequence(set(sequence(objectId("550403"), element(0x0c, Buffer.from("woori-openapi sandbox")))));
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40; // positive, and without leading zeros
  const toBeSigned = sequence(
    element(0xa0, element(0x02, Buffer.from([2]))), // version 3
    element(0x02, serial),
    algorithm,
    subject,
    sequence(time(now - 3_600_000), time(now + validity * 86_400_000)),
    subject,
    publicKey.export({ type: "spki", format: "der" }),
    element(
      0xa3,
      sequence(
        extension("551d13", sequence()), // basicConstraints: it signs no other
        extension("551d0f", element(0x03, Buffer.from([7, 0x80]))), // keyUsage: digitalSignature
        extension("551d25", sequence(objectId("2b06010505070301"))), // extKeyUsage: serverAuth
        extension("551d11", sequence(...names.map(generalName))), // subjectAltName
      ),
    ),
  );
  const signature = sign("sha256", toBeSigned, privateKey);
  const der = sequence(toBeSigned, algorithm, element(0x03, Buffer.from([0]), signature));
  const lines = der.toString("base64").replace(/.{64}(?=.)/g, "$&\n");
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

/** One element of DER (X.690, 8.1). */
function element(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return element(0x30, ...parts);
}

function set(part: Buffer): Buffer {
  return element(0x31, part);
}

/** @param encoded as hexadecimal DER content */
function objectId(encoded: string): Buffer {
  return element(0x06, Buffer.from(encoded, "hex"));
}

function extension(id: string, value: Buffer): Buffer {
  return sequence(objectId(id), element(0x04, value));
}

/** UTCTime, which lasts until 2049 (RFC 5280, 4.1.2.5.1). */
function time(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replace(/\D/g, "").slice(2, 14);
  return element(0x17, Buffer.from(`${digits}Z`));
}

/** A name of subjectAltName (RFC 5280, 4.2.1.6): an IP address in bytes, or a DNS name. */
function generalName(name: string): Buffer {
  return isIP(name) === 0 ? element(0x82, Buffer.from(name)) : element(0x87, addressBytes(name));
}

function addressBytes(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split(".").map(Number));
  // URL writes an IPv6 address in hexadecimal groups, also one that ends as IPv4.
  const [head = "", tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const groups = (text: string): string[] => (text === "" ? [] : text.split(":"));
  const after = groups(tail ?? "");
  const zeros = Array<string>(8 - groups(head).length - after.length).fill("0");
  return Buffer.from([...groups(head), ...zeros, ...after].map((group) => group.padStart(4, "0")).join(""), "hex");
}

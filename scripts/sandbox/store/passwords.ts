import { randomBytes, scrypt as scryptWithCallback, type ScryptOptions, timingSafeEqual } from "node:crypto";

/** OWASP's parameters for scrypt: 32 MiB and a few tens of milliseconds a password. */
const parameters: ScryptOptions = { N: 2 ** 15, r: 8, p: 3, maxmem: 2 ** 26 };
const keyLength = 32;

/** A password's hash with its salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await scrypt(password, salt);
  return `scrypt$${salt.toString("base64url")}$${key.toString("base64url")}`;
}

/** Whether a password has a hash. Without a hash it takes as long and says no. */
export async function isPassword(password: string, hash: string | null | undefined): Promise<boolean> {
  const [, salt = "", key = ""] = (hash ?? "").split("$");
  const expected = Buffer.from(key, "base64url");
  const found = await scrypt(password, Buffer.from(salt, "base64url"));
  return expected.length === found.length && timingSafeEqual(expected, found);
}

function scrypt(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((done, fail) =>
    scryptWithCallback(password.normalize("NFC"), salt, keyLength, parameters, (error, key) =>
      error === null ? done(key) : fail(error),
    ),
  );
}

import { promisify } from "node:util";
import zlib from "node:zlib";

type Decoder = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const gunzip: Decoder = promisify(zlib.gunzip);

/** The content codings of RFC 9110 (8.4.1), Brotli (RFC 7932) and Zstandard (RFC 8878). */
const decoders: Record<string, Decoder> = {
  gzip: gunzip,
  "x-gzip": gunzip,
  deflate: promisify(zlib.inflate),
  br: promisify(zlib.brotliDecompress),
  zstd: promisify(zlib.zstdDecompress),
};

/** Servers apply one content coding; more than three is treated as unknown. */
const maxCodings = 3;

/**
 * Undoes the content codings of a body, the last applied first.
 *
 * @param field Content-Encoding (RFC 9110, 8.4)
 * @param limit bytes that any step may give
 * @returns the body, or why it cannot be had
 */
export async function decodeContent(
  bytes: Buffer,
  field: string | undefined,
  limit: number,
): Promise<Buffer | "unknown" | "broken" | "too-large"> {
  const codings = (field ?? "")
    .split(",")
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== "" && coding !== "identity");
  if (codings.length > maxCodings || !codings.every((coding) => Object.hasOwn(decoders, coding))) return "unknown";
  let decoded = bytes;
  for (const coding of codings.reverse()) {
    try {
      decoded = await (decoders[coding] as Decoder)(decoded, { maxOutputLength: limit });
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : "broken";
    }
  }
  return decoded;
}

import { createHmac, hash } from "node:crypto";

/** Gives a whole number from 0 to below the given one, which is at most 256. */
export type Draw = (below: number) => number;

/**
 * Draws that follow from a key and a label: the same for the same, and without the key nobody can tell which.
 *
 * @param key secret, at least 16 bytes
 */
export function drawsOf(key: Uint8Array, label: string): Draw {
  // Known to who has the key, so that the blocks need no key of their own.
  const own = createHmac("sha256", key).update(label).digest("hex");
  let block = Buffer.alloc(0);
  let at = 0;
  let blocks = 0;
  return (below) => {
    if (at === block.length) {
      block = hash("sha256", `${own}${blocks}`, "buffer");
      blocks += 1;
      at = 0;
    }
    const number = block.readUInt16BE(at);
    at += 2;
    return Math.floor((number / 2 ** 16) * below);
  };
}

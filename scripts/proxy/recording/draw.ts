import { createHmac } from "node:crypto";

/** Gives a whole number from 0 to below the given one. */
export type Draw = (below: number) => number;

/**
 * Draws that follow from a key and a label: the same for the same, and without the key nobody can tell which.
 *
 * @param key secret, at least 16 bytes
 */
export function drawsOf(key: Uint8Array, label: string): Draw {
  let block = Buffer.alloc(0);
  let at = 0;
  let blocks = 0;
  return (below) => {
    if (at + 4 > block.length) {
      block = createHmac("sha256", key).update(`${blocks}\0${label}`).digest();
      blocks += 1;
      at = 0;
    }
    const word = block.readUInt32BE(at);
    at += 4;
    return Math.floor((word / 2 ** 32) * below);
  };
}

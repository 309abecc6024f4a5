import fc from "fast-check";
import { expect, test } from "vitest";
import { toBigInt } from "../../generated/client.ts";

test("an amount of any length becomes the same number", () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.nat(5), (amount, zeros) => {
      expect(toBigInt(String(amount))).toBe(amount);
      expect(toBigInt(`${String(amount).replace("-", "-00")}.0${"0".repeat(zeros)}`)).toBe(amount);
    }),
  );
});

test.each(["", " ", "0x10", "1e3", "1,000", "12.5", "12.", ".0", "+1", "１２", "NaN", "1\n"])(
  "%j is no whole amount, and the error does not show it",
  (text) => {
    expect(() => toBigInt(text)).toThrow(RangeError);
    expect(() => toBigInt(text)).toThrow(/[가-힣].*하십시오\.$/);
  },
);

test("a value of another type is refused, not guessed", () => {
  for (const value of [undefined, null, 12, {}]) expect(() => toBigInt(value as never)).toThrow(RangeError);
});

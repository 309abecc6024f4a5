import { brokenAmount, emptyAmount } from "./messages.ts";

/**
 * 금액이나 건수의 문자열을 bigint로 바꿉니다. 소수 자리는 모두 0일 때만 버립니다("3014050.000"은 3014050n).
 *
 * @throws {RangeError} 빈 문자열이거나 정수가 아닙니다. 값은 오류에 담기지 않습니다.
 */
export function toBigInt(amount: string): bigint {
  // JavaScript's callers may give a number, whose digits are rounded already.
  const digits = typeof amount === "string" ? /^(-?\d+)(?:\.0+)?$/.exec(amount)?.[1] : undefined;
  if (digits === undefined) throw new RangeError(amount === "" ? emptyAmount : brokenAmount);
  return BigInt(digits);
}

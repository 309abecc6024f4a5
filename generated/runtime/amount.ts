// npm run generate. 직접 수정하지 마십시오.
/**
 * 금액이나 건수의 문자열을 bigint로 바꿉니다. 소수 자리는 모두 0일 때만 버립니다("3014050.000"은 3014050n).
 *
 * @throws {RangeError} 빈 문자열이거나 정수가 아닙니다. 값은 오류에 담기지 않습니다.
 */
export function toBigInt(amount: string): bigint {
  // JavaScript's callers may give a number, whose digits are rounded already.
  const digits = typeof amount === "string" ? /^(-?\d+)(?:\.0+)?$/.exec(amount)?.[1] : undefined;
  if (digits === undefined)
    throw new RangeError(
      amount === ""
        ? "빈 문자열은 금액이 아닙니다. 값이 없는 경우를 따로 처리하십시오."
        : "정수로 바꿀 수 없는 금액입니다. 소수나 다른 글자가 있는지 확인하십시오.",
    );
  return BigInt(digits);
}

import { UserError } from "./user-error.ts";

/**
 * Reads a whole number, written in digits alone.
 *
 * @param name the option, as the user types it
 * @throws {UserError} for anything else, and outside of the limits
 */
export function wholeNumber(name: string, text: string, min: number, max: number): number {
  if (/^\d{1,15}$/.test(text) && Number(text) >= min && Number(text) <= max) return Number(text);
  throw new UserError(`${name}에는 ${min}에서 ${max} 사이의 정수를 지정하십시오. 입력한 값: "${text}"`);
}

/**
 * Reads one of the names that an option knows.
 *
 * @param name the option, as the user types it
 * @throws {UserError} for another
 */
export function oneOf<T extends string>(name: string, text: string, known: readonly T[]): T {
  const found = known.find((one) => one === text);
  if (found === undefined)
    throw new UserError(`${name}에는 ${known.join(", ")} 가운데 하나를 지정하십시오. 입력한 값: "${text}"`);
  return found;
}

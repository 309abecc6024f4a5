import { isIP } from "node:net";
import type { Draw } from "./draw.ts";

/** A form that a whole text may have beyond its kinds of letters. */
interface Shape {
  /** Whether a text has it. */
  holds: (text: string) => boolean;
  /** Another text of this form. */
  fake: (text: string, draw: Draw) => string;
}

/** yyyymmdd, with or without separators, and a time behind it: hh:mm, hh:mm:ss, a fraction and a zone. */
const date =
  /^(\d{4})([-./]?)(\d{2})\2(\d{2})(?:([ T]?)(\d{2})(:?)(\d{2})(?:\7(\d{2})([.,]\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** hhmmss, hh:mm and hh:mm:ss. */
const time = /^(\d{2})(:?)(\d{2})(?:\2(\d{2}))?$/;

/**
 * The form of a text that says more than its letters: addresses, dates, times, and numbers with a check digit. undefined for
 * all others.
 */
export function shapeOf(text: string): Shape | undefined {
  return text.length > longest ? undefined : shapes.find(({ holds }) => holds(text));
}

/** The longest text of such a form: an IPv6 address with an IPv4 address within. */
const longest = 45;

const shapes: readonly Shape[] = [
  { holds: (text) => isIP(text) !== 0, fake: fakeAddress },
  { holds: isDate, fake: fakeDate },
  { holds: isTime, fake: fakeTime },
  { holds: isResidentNumber, fake: fakeResidentNumber },
  {
    holds: (text) => /^\d{3}-?\d{2}-?\d{5}$/.test(text) && lastIsCheck(digitsOf(text), businessCheck),
    fake: (text, draw) => withDigits(text, withCheck(fakeDigits(digitsOf(text), draw), businessCheck)),
  },
  {
    holds: (text) => /^\d(?:[ -]?\d){12,18}$/.test(text) && lastIsCheck(digitsOf(text), luhnCheck),
    fake: (text, draw) => withDigits(text, withCheck(fakeDigits(digitsOf(text), draw), luhnCheck)),
  },
];

function fakeAddress(text: string, draw: Draw): string {
  const octet = (digits: string): string => {
    const [low = 0, high = 0] =
      [
        [0, 10],
        [10, 100],
        [100, 256],
      ][digits.length - 1] ?? [];
    return digits === "0" ? digits : String(Math.max(1, low) + draw(high - Math.max(1, low)));
  };
  // The zone names an interface of a machine.
  const [address = ""] = text.split("%");
  const [, hex = "", dotted = ""] = /^(.*?)((?:\d+\.){3}\d+)?$/.exec(address) ?? [];
  const hexadecimal = hex
    .replaceAll(/\d/g, () => String(draw(10)))
    .replaceAll(/[a-f]/g, () => "abcdef".charAt(draw(6)))
    .replaceAll(/[A-F]/g, () => "ABCDEF".charAt(draw(6)));
  return hexadecimal + dotted.replaceAll(/\d+/g, octet);
}

function isDate(text: string): boolean {
  const [, year, , month, day, , hour = "0", , minute = "0", second = "0"] = date.exec(text) ?? [];
  if (year === undefined || Number(year) < 1900 || Number(year) > 2100) return false;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day) && isClock(hour, minute, second);
}

function fakeDate(text: string, draw: Draw): string {
  const [, , mark, , , gap, hour, colon, , second, fraction = "", zone = ""] = date.exec(text) ?? [];
  const day = [String(1950 + draw(100)), two(1 + draw(12)), two(1 + draw(28))].join(mark);
  if (hour === undefined) return day;
  const clock = [two(draw(24)), two(draw(60)), ...(second === undefined ? [] : [two(draw(60))])].join(colon);
  const parts = fraction.replaceAll(/\d/g, () => String(draw(10)));
  return `${day}${gap}${clock}${parts}${zone === "Z" || zone === "" ? zone : zone.includes(":") ? "+09:00" : "+0900"}`;
}

function isTime(text: string): boolean {
  const [, hour, colon, minute = "", second] = time.exec(text) ?? [];
  return hour !== undefined && (colon === ":" || second !== undefined) && isClock(hour, minute, second ?? "0");
}

function fakeTime(text: string, draw: Draw): string {
  const [, hour = "", colon, , second] = time.exec(text) ?? [];
  const fakeHour = hour.startsWith("0") ? draw(10) : 10 + draw(14);
  return [two(fakeHour), two(draw(60)), ...(second === undefined ? [] : [two(draw(60))])].join(colon);
}

function isClock(hour: string, minute: string, second: string): boolean {
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}

/** 주민등록번호 and 외국인등록번호 (주민등록법 시행규칙 2조; those from October 2020 on have no check digit). */
function isResidentNumber(text: string): boolean {
  if (!/^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-?[1-8]\d{6}$/.test(text)) return false;
  return lastIsCheck(digitsOf(text), residentCheck);
}

function fakeResidentNumber(text: string, draw: Draw): string {
  const real = digitsOf(text);
  const [first = 0] = real;
  const year = first === 0 ? draw(10) : 10 + draw(90);
  const group = (real[6] ?? 0) < 5 ? 1 : 5;
  const day = `${two(year)}${two(1 + draw(12))}${two(1 + draw(28))}${group + draw(4)}`;
  const serial = Array.from({ length: 6 }, () => draw(10));
  return withDigits(text, withCheck([...digitsOf(day), ...serial], residentCheck));
}

/** Digits of a number without the last; gives the last. */
type Check = (digits: readonly number[]) => number;

const residentCheck: Check = (digits) => {
  const sum = digits.reduce((total, digit, index) => total + digit * (2 + (index % 8)), 0);
  return (((digits[6] ?? 0) < 5 ? 11 : 13) - (sum % 11)) % 10;
};

/** 사업자등록번호 (10 digits). */
const businessCheck: Check = (digits) => {
  const sum = digits.reduce((total, digit, index) => total + digit * ([1, 3, 7, 1, 3, 7, 1, 3, 5][index] ?? 0), 0);
  return (10 - ((sum + Math.floor(((digits[8] ?? 0) * 5) / 10)) % 10)) % 10;
};

/** ISO/IEC 7812-1, annex B: card numbers. */
const luhnCheck: Check = (digits) => {
  const sum = digits.toReversed().reduce((total, digit, index) => {
    const twice = index % 2 === 0 ? digit * 2 : digit;
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return (10 - (sum % 10)) % 10;
};

function lastIsCheck(digits: readonly number[], check: Check): boolean {
  return check(digits.slice(0, -1)) === digits.at(-1);
}

function withCheck(digits: readonly number[], check: Check): number[] {
  const others = digits.slice(0, -1);
  return [...others, check(others)];
}

function digitsOf(text: string): number[] {
  return [...text.replaceAll(/\D/g, "")].map(Number);
}

/** Other digits, with the same zeros in front. */
function fakeDigits(digits: readonly number[], draw: Draw): number[] {
  const first = digits.findIndex((digit) => digit !== 0);
  return digits.map((digit, index) => (index < first ? digit : index === first ? 1 + draw(9) : draw(10)));
}

function withDigits(text: string, digits: readonly number[]): string {
  let at = 0;
  return text.replaceAll(/\d/g, () => String(digits[at++]));
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

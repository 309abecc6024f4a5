/** The keys to a part of a document, innermost first: most parts have nothing to report, and need no pointer. */
export type Path = { key: string | number; parent: Path } | undefined;

/** Reports what is wrong at a place, in Korean. */
export type ReportForm = (path: Path, message: string) => void;

/** Checks the form of a value. */
export type Form = (value: unknown, path: Path, report: ReportForm) => void;

/** The unescaped segments of a path. */
export function segmentsOf(path: Path): (string | number)[] {
  return path === undefined ? [] : [...segmentsOf(path.parent), path.key];
}

/** The path of segments, outermost first. */
export function pathOf(segments: readonly (string | number)[]): Path {
  return segments.reduce<Path>((parent, key) => ({ key, parent }), undefined);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Any value. */
export const anything: Form = () => {};

/** A value that passes a test. @param expected what it is, in Korean */
export function value(expected: string, passes: (value: unknown) => boolean): Form {
  return (given, path, report) => {
    if (!passes(given)) report(path, `형식이 다릅니다. 쓸 수 있는 값: ${expected}.`);
  };
}

/** A text; one of a form where a pattern is given. */
export function text(pattern?: RegExp, example = ""): Form {
  const expected = pattern === undefined ? "문자열" : `${example} 같은 문자열`;
  return value(expected, (given) => typeof given === "string" && pattern?.test(given) !== false);
}

export const flag = value("true나 false", (given) => typeof given === "boolean");

export function oneOf(names: readonly string[]): Form {
  return value(names.join(", "), (given) => names.includes(String(given)));
}

/** A list of values of one form. */
export function list(item: Form): Form {
  return (given, path, report) => {
    if (!Array.isArray(given)) return report(path, "목록으로 정의하십시오.");
    for (const [index, one] of given.entries()) item(one, { key: index, parent: path }, report);
  };
}

/** An object whose keys are names; all its values have one form. */
export function map(item: Form, key: Form = anything): Form {
  return (given, path, report) => {
    if (!isObject(given)) return report(path, "객체로 정의하십시오.");
    for (const [name, one] of Object.entries(given)) {
      const at = { key: name, parent: path };
      key(name, at, (where, message) => report(where, `키의 ${message}`));
      item(one, at, report);
    }
  };
}

/** An object with required and optional keys; it may have others. */
export function object(required: Record<string, Form>, optional: Record<string, Form> = {}): Form {
  const keys = [...Object.entries({ ...required, ...optional })];
  return (given, path, report) => {
    if (!isObject(given)) return report(path, "객체로 정의하십시오.");
    for (const [key, form] of keys) {
      if (Object.hasOwn(given, key) && given[key] !== undefined) form(given[key], { key, parent: path }, report);
      else if (Object.hasOwn(required, key)) report(path, `${key} 키가 없습니다. 값을 정의하십시오.`);
    }
  };
}

/** A value of a form, or a reference to one. */
export function orReference(form: Form): Form {
  return (given, path, report) => {
    if (!isObject(given) || !Object.hasOwn(given, "$ref")) form(given, path, report);
  };
}

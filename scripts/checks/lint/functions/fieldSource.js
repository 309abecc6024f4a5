/**
 * Every property under a schema, but the envelope's two, has an `x-source` in the form of spec/README.md. Unless an
 * erratum is named, maxLength is the n of S(n) and required is the document's mark.
 *
 * @param {any} schema
 * @param {unknown} _options
 * @param {import("./types.d.ts").Context} context
 * @returns {import("./types.d.ts").Results}
 */
export default function fieldSource(schema, _options, { path }) {
  return check(schema, path);
}

/**
 * @param {any} schema
 * @param {(string | number)[]} path
 * @returns {{ message: string, path: (string | number)[] }[]}
 */
function check(schema, path) {
  return [
    ...(schema.items === undefined ? [] : check(schema.items, [...path, "items"])),
    ...Object.entries(schema.properties ?? {}).flatMap(([code, field]) => {
      const at = [...path, "properties", code];
      const isEnvelope = code === "dataHeader" || code === "dataBody";
      const found = isEnvelope ? [] : checkField(code, field, (schema.required ?? []).includes(code));
      // The line of the keyword, which is the one that was changed, or else the field's.
      return [
        ...found.map(({ message, keyword }) => ({
          message,
          path: keyword !== undefined && keyword in field ? [...at, keyword] : at,
        })),
        ...check(field, at),
      ];
    }),
  ];
}

/**
 * @param {string} code
 * @param {any} field
 * @param {boolean} required
 * @returns {{ message: string, keyword?: string }[]}
 */
function checkField(code, field, required) {
  const source = field["x-source"];
  if (!isWellFormed(source))
    return [
      {
        message: `${code}의 x-source: { section: "4.1.2", type: S(39), required: "Y" }의 형식이 아닙니다.`,
        keyword: "x-source",
      },
    ];
  if (field["x-errata"] !== undefined) return [];
  const length = source.type === "" || field.type !== "string" ? undefined : Number(/\d+/.exec(source.type)?.[0]);
  return [
    ...(field.maxLength === length
      ? []
      : [
          {
            message: `${code}의 maxLength: 명세 ${field.maxLength ?? "없음"}, 원문의 타입 ${source.type || "빈칸"}.`,
            keyword: "maxLength",
          },
        ]),
    ...(required === (source.required === "Y")
      ? []
      : [{ message: `${code}의 필수 여부: 명세 ${required ? "Y" : "N"}, 원문 ${source.required || "빈칸"}.` }]),
  ];
}

/** @param {any} source */
function isWellFormed(source) {
  return (
    /^\d+(\.\d+)*$/.test(source?.section ?? "") &&
    /^$|^[SN]\(\d+\)$|^D\(\d+,\d+\)$/.test(source?.type ?? "?") &&
    ["Y", "N", ""].includes(source?.required)
  );
}

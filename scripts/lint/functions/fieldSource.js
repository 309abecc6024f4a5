/**
 * Every property of an object, but the envelope's two, has an `x-source` in the form of spec/README.md. Unless an
 * erratum is named, maxLength is the n of S(n) and required is the document's mark.
 *
 * @param {any} schema
 * @param {unknown} _options
 * @param {import("./types.d.ts").Context} context
 * @returns {import("./types.d.ts").Results}
 */
export default function fieldSource(schema, _options, { path }) {
  return Object.entries(schema.properties ?? {}).flatMap(([code, field]) => {
    if (code === "dataHeader" || code === "dataBody") return [];
    const at = [...path, "properties", code];
    const source = field["x-source"];
    if (!isWellFormed(source)) {
      return [{ message: `${code}의 x-source가 { section: "4.1.2", type: S(39), required: "Y" }의 형식이 아닙니다.`, path: at }];
    }
    if (field["x-errata"] !== undefined) return [];
    const length = source.type === "" ? undefined : Number(/\d+/.exec(source.type)?.[0]);
    const required = (schema.required ?? []).includes(code);
    return [
      ...(field.maxLength === length ? [] : [{ message: `${code}의 maxLength가 ${field.maxLength ?? "없음"}이지만 원문의 타입은 ${source.type || "없음"}입니다.`, path: at }]),
      ...(required === (source.required === "Y") ? [] : [{ message: `${code}가 ${required ? "필수" : "선택"}이지만 원문의 필수 여부는 ${source.required || "빈칸"}입니다.`, path: at }]),
    ];
  });
}

/** @param {any} source */
function isWellFormed(source) {
  return (
    /^\d+(\.\d+)*$/.test(source?.section ?? "") &&
    /^$|^[SN]\(\d+\)$|^D\(\d+,\d+\)$/.test(source?.type ?? "?") &&
    ["Y", "N", ""].includes(source?.required)
  );
}

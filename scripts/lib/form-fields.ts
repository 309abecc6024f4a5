/** Texts of a form; a name may be there several times. */
export type FormFields = Readonly<Record<string, readonly string[]>>;

/** The one text of a form's field; empty where there is none. */
export function field(fields: FormFields, name: string): string {
  return fields[name]?.at(-1) ?? "";
}

/**
 * Takes the secrets and personal values of a request out of a text that came from the server, which may quote them.
 * Values under four characters are left: they would tear the text apart and tell nothing.
 */
export function redactor(secrets: readonly string[], body: unknown, sensitive: readonly string[]): (text: string) => string {
  const values = [...secrets, ...sensitiveValues(body, sensitive)].filter((value) => value.length >= 4).sort((a, b) => b.length - a.length);
  return (text) => values.reduce((rest, value) => rest.replaceAll(value, "[가림]"), text);
}

function sensitiveValues(node: unknown, sensitive: readonly string[]): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "string" ? (sensitive.includes(key) ? [value] : []) : sensitiveValues(value, sensitive),
  );
}

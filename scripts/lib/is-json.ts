/** Whether a text is JSON. In JSON, unlike in YAML, tabs may indent. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

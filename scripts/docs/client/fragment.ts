/** The id that the fragment of an address names; as it stands where it is not encoded as it should be. */
export function idIn(hash: string): string {
  const text = hash.slice(1);
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

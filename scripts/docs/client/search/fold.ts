/** A text as it is compared: composed, as a Mac may type jamo, in lower case, without blanks, _ and -. */
export function foldedText(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\s_-]/g, "")
    .toLowerCase();
}

import { idIn } from "./fragment.ts";
/** The filter over the field dictionary: by code, name or section, and by whether a field is personal data. */
export function fieldFilter(): void {
  const text = document.getElementById("field-filter") as HTMLInputElement | null;
  if (text === null) return;
  const sensitive = document.getElementById("field-sensitive") as HTMLInputElement;
  const count = document.getElementById("field-count") as HTMLOutputElement;
  const rows = [...document.querySelectorAll<HTMLTableRowElement>("tr[data-search-text]")];
  const filter = (): void => {
    const words = text.value.normalize("NFC").toLowerCase().split(/\s+/);
    for (const row of rows)
      row.hidden =
        !words.every((word) => row.dataset["searchText"]?.includes(word)) ||
        (sensitive.checked && row.dataset["sensitive"] === undefined);
    count.textContent = `${rows.filter((row) => !row.hidden).length}개`;
  };
  // A link to a row that the filter hides must still lead there.
  addEventListener("hashchange", () => {
    if (document.getElementById(idIn(location.hash))?.hidden !== true) return;
    text.value = "";
    sensitive.checked = false;
    filter();
    location.replace(location.hash);
  });
  for (const control of [text, sensitive]) control.addEventListener("input", filter);
  text.closest<HTMLElement>(".filter")?.removeAttribute("hidden");
  filter();
}

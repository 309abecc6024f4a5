const key = "woori-openapi-theme";

/** The choice of colours. It stays for all pages where the browser keeps anything for them. */
export function themeChoice(): void {
  const label = document.getElementById("theme") as HTMLLabelElement;
  const select = label.querySelector("select") as HTMLSelectElement;
  const { dataset } = document.documentElement;
  select.value = dataset["theme"] ?? "";
  select.addEventListener("change", () => {
    if (select.value === "") delete dataset["theme"];
    else dataset["theme"] = select.value;
    try {
      localStorage.setItem(key, select.value);
    } catch {
      // A browser that keeps nothing shows the choice on this page alone.
    }
  });
  label.hidden = false;
}

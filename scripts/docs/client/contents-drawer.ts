/** On a narrow window the contents are a drawer: a button opens it; Escape, a click beside it, or a link closes it. */
export function contentsDrawer(): void {
  const button = document.getElementById("contents-open") as HTMLButtonElement;
  const contents = document.getElementById("contents") as HTMLElement;
  const { documentElement: root } = document;
  const others = [...document.body.children].filter(
    (one) => one !== contents && !one.contains(button) && !(one instanceof HTMLScriptElement),
  );
  const isOpen = (): boolean => root.classList.contains("contents-open");
  const show = (open: boolean): void => {
    root.classList.toggle("contents-open", open);
    button.setAttribute("aria-expanded", String(open));
    button.textContent = open ? "닫기" : "목차";
    for (const one of others) one.toggleAttribute("inert", open);
    if (open) (contents.querySelector<HTMLElement>("[aria-current]") ?? contents.querySelector("a"))?.focus();
    else if (contents.contains(document.activeElement)) button.focus();
  };
  button.hidden = false;
  button.addEventListener("click", () => show(!isOpen()));
  contents.addEventListener("click", (event) => {
    if (isOpen() && (event.target as Element).closest("a") !== null) show(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) {
      show(false);
      button.focus();
    }
  });
  document.addEventListener("pointerdown", (event) => {
    const { target } = event;
    if (isOpen() && target instanceof Node && !contents.contains(target) && !button.contains(target)) show(false);
  });
  // A wide window shows the contents beside the page; a narrow one has no room for the theme above it.
  const theme = document.getElementById("theme") as HTMLElement;
  const top = theme.parentElement as HTMLElement;
  const wide = matchMedia("(min-width: 60.01rem)");
  const fit = (): void => {
    if (isOpen()) show(false);
    (wide.matches ? top : contents).append(theme);
  };
  wide.addEventListener("change", fit);
  fit();
  // The current page is in sight, however long the contents are.
  contents.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}

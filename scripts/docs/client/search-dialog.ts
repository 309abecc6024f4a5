import { type Entry, searcher } from "./search.ts";

const shown = 40;

/** The search dialog: Ctrl+K or / opens it, arrows choose, Enter goes there, Escape closes. */
export function searchDialog(index: readonly Entry[]): void {
  const dialog = element<HTMLDialogElement>("search");
  const input = element<HTMLInputElement>("search-input");
  const list = element<HTMLUListElement>("search-results");
  const status = element("search-status");
  const opener = element<HTMLButtonElement>("search-open");
  const find = searcher(index);
  let results: Entry[] = [];
  let active = 0;

  const choose = (position: number): void => {
    active = Math.max(0, Math.min(position, Math.min(results.length, shown) - 1));
    for (const [place, item] of [...list.children].entries())
      item.setAttribute("aria-selected", String(place === active));
    const item = list.children[active];
    if (item === undefined) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    }
  };
  const show = (): void => {
    results = find(input.value);
    list.replaceChildren(...results.slice(0, shown).map(listItem));
    const none = "찾은 것이 없습니다. 코드의 일부나 한글 이름으로 찾아 보십시오.";
    status.textContent =
      input.value.trim() === ""
        ? "코드, 한글 이름, 오류 코드로 찾습니다."
        : results.length === 0
          ? none
          : `${results.length}건`;
    choose(0);
  };
  const go = (position: number): void => {
    const entry = results[position];
    if (entry === undefined) return;
    dialog.close();
    location.hash = entry.anchor;
    const target = document.getElementById(entry.anchor);
    target?.setAttribute("tabindex", "-1");
    target?.focus();
  };
  const open = (): void => {
    if (dialog.open) return;
    input.value = "";
    dialog.showModal();
    show();
  };

  // The reference page has no search of its own and links here.
  if (location.hash === "#search") open();
  opener.hidden = false;
  opener.addEventListener("click", open);
  input.addEventListener("input", show);
  list.addEventListener("click", (event) => {
    const item = (event.target as Element).closest("li");
    if (item !== null) go([...list.children].indexOf(item));
  });
  document.addEventListener("keydown", (event) => {
    const typing = (event.target as Element).matches("input, textarea, select");
    if ((event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !typing)) {
      event.preventDefault();
      open();
    }
  });
  input.addEventListener("keydown", (event) => {
    // While Hangul is being composed, Enter and arrows belong to the input method.
    if (event.isComposing) return;
    const moves: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1 };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      choose(move);
    } else if (event.key === "Escape") {
      // The field would only empty itself.
      event.preventDefault();
      dialog.close();
    } else if (event.key === "Enter") {
      event.preventDefault();
      go(active);
    }
  });
}

function listItem({ title, kind }: Entry, position: number): HTMLLIElement {
  const item = document.createElement("li");
  item.id = `search-result-${position}`;
  item.setAttribute("role", "option");
  const label = document.createElement("span");
  label.textContent = kind;
  item.append(title, label);
  return item;
}

function element<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

import { idIn } from "./fragment.ts";
import { loadSearcher } from "./search/load.ts";
import type { Found, Piece, Result, Searcher } from "./search/searcher.ts";

const indexFile = "assets/search-index.js";
const shown = 40;

const messages = {
  empty: "필드와 오류 코드의 일부, 한글 이름, 초성, 영어 낱말로 찾을 수 있습니다.",
  loading: "검색을 준비하는 중입니다.",
  failed: `검색에 필요한 파일(${indexFile})을 읽지 못했습니다. 문서의 폴더를 통째로 복사했는지 확인한 뒤 검색을 다시 여십시오.`,
  none: "찾은 것이 없습니다. 낱말을 줄이거나, 코드의 일부나 초성을 입력해 보십시오. 목차의 필드 사전과 오류 코드에서도 찾을 수 있습니다.",
};

/** The search dialog: Ctrl+K or / opens it, arrows select, Enter goes there, Escape closes. The index is loaded by its first opening. */
export function searchDialog(): void {
  const dialog = element<HTMLDialogElement>("search");
  const input = element<HTMLInputElement>("search-input");
  const list = element("search-results");
  const status = element("search-status");
  const opener = element<HTMLButtonElement>("search-open");
  let searcher: Searcher | undefined;
  let active = 0;

  const select = (position: number): void => {
    active = Math.max(0, Math.min(position, list.children.length - 1));
    for (const [place, item] of [...list.children].entries()) item.ariaSelected = String(place === active);
    const item = list.children[active];
    input.ariaExpanded = String(item !== undefined);
    if (item === undefined) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    }
  };
  const show = (): void => {
    if (searcher === undefined) return;
    const found = input.value.trim() === "" ? undefined : searcher.search(input.value, shown);
    list.replaceChildren(...(found?.results ?? []).map(option));
    status.textContent = found === undefined ? messages.empty : summary(found);
    list.scrollTop = 0;
    select(0);
  };
  const open = (): void => {
    if (dialog.open) return;
    input.value = "";
    list.replaceChildren();
    status.textContent = messages.loading;
    dialog.showModal();
    loadSearcher(indexFile).then(
      (one) => {
        searcher = one;
        show();
      },
      () => (status.textContent = messages.failed),
    );
  };

  const openByLink = (): void => {
    if (location.hash === "#search") open();
  };
  openByLink();
  addEventListener("hashchange", openByLink);
  opener.hidden = false;
  opener.addEventListener("click", open);
  input.addEventListener("input", show);
  element("search-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => {
    // Outside: the dialog's own box is filled by its content.
    if (target === dialog) dialog.close();
  });
  list.addEventListener("click", (event) => {
    const link = (event.target as Element).closest("a");
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    dialog.close();
    focusTarget(link);
  });
  document.addEventListener("keydown", (event) => {
    const typing = (event.target as Element).matches("input, textarea, select");
    if ((event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !typing)) {
      event.preventDefault();
      open();
    }
  });
  input.addEventListener("keydown", (event) => {
    // While Hangul is being composed, Enter and arrows belong to the input method; Safari tells so by 229 alone.
    if (event.isComposing || event.keyCode === 229) return;
    const moves: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1 };
    const move = moves[event.key];
    if (move !== undefined) select(move);
    else if (event.key === "Enter") (list.children[active] as HTMLElement | undefined)?.click();
    // The field would only empty itself.
    else if (event.key === "Escape") dialog.close();
    else return;
    event.preventDefault();
  });
}

function summary({ count, unfound, isGuess }: Found): string {
  if (count === 0) return messages.none;
  return [
    `${count}건을 찾았습니다.`,
    ...(isGuess ? ["입력한 그대로는 없어서 비슷한 말로 찾았습니다."] : []),
    ...(unfound.length > 0 ? [`다음 낱말은 찾지 못해 빼고 찾았습니다: ${unfound.join(", ")}`] : []),
  ].join(" ");
}

/** A result as a link, so that it also opens in another tab. */
function option({ url, kind, page, title, excerpt }: Result, position: number): HTMLAnchorElement {
  const link = document.createElement("a");
  Object.assign(link, { id: `search-result-${position}`, href: url, role: "option", tabIndex: -1 });
  const place = page.includes(kind)
    ? page
    : title.map(({ text }) => text).join("") === page
      ? kind
      : `${kind} · ${page}`;
  link.append(part("search-title", pieces(title)), part("search-place", [place]));
  if (excerpt.length > 0) link.append(part("search-excerpt", pieces(excerpt)));
  return link;
}

function part(className: string, content: readonly (string | Node)[]): HTMLSpanElement {
  const span = document.createElement("span");
  span.className = className;
  span.append(...content);
  return span;
}

function pieces(of: readonly Piece[]): (string | Node)[] {
  return of.map(({ text, isMarked }) =>
    isMarked ? Object.assign(document.createElement("mark"), { textContent: text }) : text,
  );
}

/** The keyboard goes on from where a link on the same page leads. */
function focusTarget({ href }: HTMLAnchorElement): void {
  const { pathname, hash } = new URL(href);
  if (pathname !== location.pathname) return;
  const target = document.getElementById(idIn(hash));
  if (target === null) return;
  target.tabIndex = -1;
  target.focus();
}

function element<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

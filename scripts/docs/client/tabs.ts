import { idIn } from "./fragment.ts";
/** What shows one of several parts. */
interface Control {
  element: HTMLElement;
  mark: (part: HTMLElement) => void;
}

/** Parts of which one is shown at a time. */
interface Group {
  parts: readonly HTMLElement[];
  /** Groups of one key, on this page and others, follow each other. */
  key: string | undefined;
  show: (part: HTMLElement) => void;
}

/** Where the browser can, its own search finds a hidden part and shows it. */
const hiddenAs = "onbeforematch" in document.documentElement ? "until-found" : "";

/** Shows one part of each choice at a time: by tabs, or by a list to select from. A link into a hidden part shows it. */
export function tabs(): void {
  const groups: Group[] = [];
  const choose = (group: Group, part: HTMLElement): void => {
    group.show(part);
    const { key } = group;
    if (key === undefined) return;
    keep(key, labelOf(part));
    for (const other of groups) if (other.key === key) showLabel(other, labelOf(part));
  };
  for (const choice of document.querySelectorAll<HTMLElement>(".choice[data-control]"))
    groups.push(groupOf(choice, groups.length, choose));
  for (const group of groups) if (group.key !== undefined) showLabel(group, kept(group.key));

  const reveal = (): void => {
    const target = document.getElementById(idIn(location.hash));
    if (target?.closest("[data-part][hidden]") == null) return;
    for (const { parts, show } of groups) for (const part of parts) if (part.contains(target)) show(part);
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
}

function groupOf(choice: HTMLElement, index: number, choose: (group: Group, part: HTMLElement) => void): Group {
  const parts = [...choice.children].filter((one): one is HTMLElement => one instanceof HTMLElement);
  const { control, label = "", remember: key } = choice.dataset;
  for (const [at, part] of parts.entries()) {
    const heading = part.querySelector("h3, h4, h5");
    // Where the control says the same the heading goes, and its anchor must still lead to what is seen.
    const title = heading?.textContent ?? "";
    if (heading !== null && (labelOf(part).endsWith(title) || title.endsWith(labelOf(part)))) {
      part.firstElementChild?.classList.add("is-told");
      part.querySelector(".is-told .permalink")?.remove();
    }
    part.id = heading?.id || `choice-${index}-${at}`;
    heading?.removeAttribute("id");
    part.addEventListener("beforematch", () => show(part));
  }
  const { element, mark } = (control === "tabs" ? tabList : selectList)(parts, label, (part) => choose(group, part));
  const show = (chosen: HTMLElement): void => {
    for (const part of parts) {
      if (part === chosen) part.removeAttribute("hidden");
      else part.setAttribute("hidden", hiddenAs);
    }
    mark(chosen);
  };
  const group = { parts, key, show };
  choice.prepend(element);
  if (parts[0] !== undefined) show(parts[0]);
  return group;
}

/** Tabs after the ARIA Authoring Practices: arrows, Home and End move and choose. */
function tabList(parts: readonly HTMLElement[], label: string, choose: (part: HTMLElement) => void): Control {
  const element = document.createElement("div");
  element.className = "tabs";
  element.setAttribute("role", "tablist");
  element.setAttribute("aria-label", label);
  const buttons = parts.map((part) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", id: `${part.id}-tab`, textContent: labelOf(part) });
    button.setAttribute("role", "tab");
    button.setAttribute("aria-controls", part.id);
    button.addEventListener("click", () => choose(part));
    part.setAttribute("role", "tabpanel");
    part.setAttribute("aria-labelledby", button.id);
    return button;
  });
  element.append(...buttons);
  element.addEventListener("keydown", (event) => {
    const at = buttons.findIndex((button) => button === document.activeElement);
    const last = buttons.length - 1;
    const moves: Record<string, number> = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    };
    const to = moves[event.key];
    const part = to === undefined ? undefined : parts[to];
    if (to === undefined || part === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    choose(part);
    buttons[to]?.focus();
  });
  const mark = (chosen: HTMLElement): void => {
    for (const [at, button] of buttons.entries()) {
      button.setAttribute("aria-selected", String(parts[at] === chosen));
      button.tabIndex = parts[at] === chosen ? 0 : -1;
    }
  };
  return { element, mark };
}

/** A list to select from, where there are many or their names are long. */
function selectList(parts: readonly HTMLElement[], label: string, choose: (part: HTMLElement) => void): Control {
  const select = document.createElement("select");
  select.append(
    ...parts.map((part, at) =>
      Object.assign(document.createElement("option"), { value: String(at), textContent: labelOf(part) }),
    ),
  );
  select.addEventListener("change", () => {
    const part = parts[Number(select.value)];
    if (part !== undefined) choose(part);
  });
  const element = document.createElement("label");
  element.className = "choose";
  element.append(Object.assign(document.createElement("span"), { textContent: label }), select);
  return { element, mark: (chosen) => (select.value = String(parts.indexOf(chosen))) };
}

function labelOf({ dataset }: HTMLElement): string {
  return dataset["part"] ?? "";
}

/** Shows the part with a label; leaves the group as it is where it has none. */
function showLabel({ parts, show }: Group, label: string | null): void {
  const part = parts.find((one) => labelOf(one) === label);
  if (part !== undefined) show(part);
}

const storageKey = (key: string): string => `woori-openapi-${key}`;

function kept(key: string): string | null {
  try {
    return localStorage.getItem(storageKey(key));
  } catch {
    return null;
  }
}

function keep(key: string, label: string): void {
  try {
    localStorage.setItem(storageKey(key), label);
  } catch {
    // A browser that keeps nothing shows the choice on this page alone.
  }
}

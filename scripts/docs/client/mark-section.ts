import { idIn } from "./fragment.ts";
/** Marks the section that is being read in the page's own table of contents. */
export function markSection(): void {
  const links = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>(".toc a")].map((link) => [idIn(link.hash), link]),
  );
  const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
  if (headings.length === 0) return;
  // Above the text it takes its place.
  if (!matchMedia("(min-width: 75.01rem)").matches && !document.body.classList.contains("reference"))
    document.querySelector(".toc details")?.removeAttribute("open");
  const mark = (): void => {
    // The last heading that has passed the top, or the first of all; at the end of the page, the last of all.
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < 120);
    const current = atEnd && scrollY > 0 ? headings.at(-1) : (passed.at(-1) ?? headings[0]);
    for (const [id, link] of links) {
      if (id === current?.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  let isAsked = false;
  const later = (): void => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      mark();
    });
  };
  addEventListener("scroll", later, { passive: true });
  addEventListener("resize", later);
  mark();
}

const darkRule = /:root\.dark[^{]*\{[^}]*\}/g;
/** Controls that do nothing without script. */
const controls = ["Sidebar/SidebarActions", "Buttons/CopyButton"].map((name) => `[data-component-name="${name}"]`);
const moreControls = ["color-mode-switcher", "floating-button"].map((id) => `[data-testid="${id}"]`);

/** A style for browsers that run no script: Redoc turns dark by a class which its script sets, and has dead controls. */
export function styleWithoutScript(styles: string): string {
  const dark = (styles.match(darkRule) ?? []).map((rule) => rule.replaceAll(":root.dark", ":root")).join("");
  const hidden = `${[...controls, ...moreControls].join(",")}{display:none}`;
  return `<noscript><style>${hidden}@media screen and (prefers-color-scheme:dark){${dark}}</style></noscript>`;
}

/**
 * The prerenderer writes links as paths of a server. As fragments they lead somewhere in a file too: to a section by
 * its id, which needs no script, and to a field by Redoc's own route.
 */
export function linksAsFragments(body: string): string {
  return body.replace(/ href="\/([^"#]*)(#[^"]*)?"/g, (_, section: string, field: string | undefined) =>
    field === undefined ? ` href="#${section}"` : ` href="#/${section}${field}"`,
  );
}

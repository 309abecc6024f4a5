/** The parts of the site's style, from the repository's folder. What the portal and the docs share comes first. */
export const styles = [
  "scripts/portal/assets/look.css",
  ...["layout.css", "style.css", "code.css", "reference.css", "console.css", "search.css"].map(
    (file) => `scripts/docs/assets/${file}`,
  ),
];

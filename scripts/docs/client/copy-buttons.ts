/** A button on every block of code that copies it, where the page may use the clipboard. */
export function copyButtons(): void {
  if (!("clipboard" in navigator)) return;
  for (const block of document.querySelectorAll<HTMLPreElement>("pre[data-language]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "복사";
    button.addEventListener("click", () => {
      void navigator.clipboard.writeText(block.querySelector("code")?.textContent ?? "").then(
        () => (button.textContent = "복사했습니다"),
        () => (button.textContent = "복사하지 못했습니다"),
      );
    });
    const frame = document.createElement("div");
    frame.className = "code";
    block.replaceWith(frame);
    frame.append(block, button);
  }
}

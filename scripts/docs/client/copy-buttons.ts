const label = "복사";
/** How long the outcome stands on a button, in milliseconds. */
const outcomeTime = 2000;

/** A button on every block of code that copies it, where the page may use the clipboard. */
export function copyButtons(): void {
  if (!("clipboard" in navigator)) return;
  for (const block of document.querySelectorAll<HTMLPreElement>("pre[data-language]")) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "copy", textContent: label });
    let back: ReturnType<typeof setTimeout> | undefined;
    const tell = (outcome: string): void => {
      button.textContent = outcome;
      clearTimeout(back);
      back = setTimeout(() => (button.textContent = label), outcomeTime);
    };
    button.addEventListener("click", () => {
      void navigator.clipboard.writeText(block.querySelector("code")?.textContent ?? "").then(
        () => tell("복사했습니다"),
        () => tell("복사하지 못했습니다"),
      );
    });
    const frame = document.createElement("div");
    frame.className = "code";
    const bar = document.createElement("div");
    bar.className = "code-bar";
    bar.append(Object.assign(document.createElement("span"), { textContent: block.dataset["language"] }), button);
    block.replaceWith(frame);
    frame.append(bar, block);
  }
}

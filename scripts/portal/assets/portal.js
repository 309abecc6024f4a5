// What the portal's pages do beyond forms and links; each works without it.

for (const block of document.querySelectorAll("pre[data-copy], .code > pre")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "복사";
  button.addEventListener("click", async () => {
    const text = block.textContent ?? "";
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "복사했습니다";
    } catch {
      // Where the browser gives no clipboard, the text is selected for the user's own copy.
      getSelection()?.selectAllChildren(block);
      button.textContent = "Ctrl+C로 복사하십시오";
    }
    setTimeout(() => (button.textContent = "복사"), 2000);
  });
  block.before(button);
}

// The menu would fill a phone's first screen.
if (matchMedia("(max-width: 60rem)").matches) document.querySelector(".contents details")?.removeAttribute("open");

// One press of a button is one request.
for (const form of document.querySelectorAll("form[method=post]"))
  form.addEventListener("submit", (event) => {
    if (form.hasAttribute("data-sent")) event.preventDefault();
    form.setAttribute("data-sent", "");
  });
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) form.removeAttribute("data-sent");
});

// What is typed into an optional field is meant to be there.
for (const box of document.querySelectorAll(".sent > input[type=checkbox]"))
  if (box instanceof HTMLInputElement)
    document.getElementById(box.name.replace(/:sent$/, ""))?.addEventListener("input", () => (box.checked = true));

const feed = document.querySelector("[data-feed]");
if (feed instanceof HTMLElement) {
  const status = document.querySelector("#feed-status");
  const tell = (/** @type {string} */ text) => status !== null && (status.textContent = text);
  const source = new EventSource(feed.dataset["feed"] ?? "");
  source.addEventListener("open", () => tell("새 요청이 오면 맨 위에 나타납니다."));
  source.addEventListener("error", () => tell("연결이 끊겨 다시 연결하고 있습니다. 계속되면 화면을 새로 고치십시오."));
  source.addEventListener("record", (event) => {
    document.querySelector("#feed-empty")?.remove();
    feed.insertAdjacentHTML("afterbegin", event.data);
    while (feed.children.length > 100) feed.lastElementChild?.remove();
  });
}

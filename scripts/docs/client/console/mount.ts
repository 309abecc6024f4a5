import type { ConsoleData } from "../../console-data.ts";
import { readCatalogue } from "./catalogue.ts";
import { Console } from "./console.ts";
import { make } from "./elements.ts";

const title = "직접 호출";

/** Makes the console of the page's operation. Where no sandbox serves the page, it says how to reach one. */
export async function mountConsole(): Promise<void> {
  const [place] = document.querySelectorAll<HTMLElement>(".try[data-operation]");
  const operationId = place?.dataset["operation"] ?? "";
  // The one-page edition carries no data.
  const text = document.getElementById(`console-${operationId}`)?.textContent;
  if (place === undefined || text === undefined || text === null) return;
  const data = JSON.parse(text) as ConsoleData;
  const catalogue = await readCatalogue();
  const known = catalogue?.operations.some((one) => one.operationId === operationId) === true;
  const id = `op-${operationId}-try`;
  place.append(
    make("h2", { id }, title),
    catalogue !== undefined && known
      ? new Console(data, catalogue).element
      : make(
          "p",
          {},
          "이 파일에서는 요청을 보낼 수 없습니다. 샌드박스(",
          make("code", {}, "npm start"),
          ", 패키지에서는 ",
          make("code", {}, "npx woori-openapi sandbox"),
          ")를 실행하고 ",
          make("code", {}, `http://127.0.0.1:4010/docs/${document.body.dataset["page"]}`),
          "을 열면 직접 호출할 수 있습니다.",
        ),
  );
  place.hidden = false;
  document.querySelector(".toc ul")?.append(make("li", {}, make("a", { href: `#${id}` }, title)));
  if (location.hash === `#${id}`) document.getElementById(id)?.scrollIntoView();
}

import type { Entry } from "../model.ts";
import { copyButtons } from "./copyButtons.ts";
import { fieldFilter } from "./fieldFilter.ts";
import { searchDialog } from "./searchDialog.ts";
import { tryPanels } from "./tryPanel.ts";

const index = JSON.parse(document.getElementById("search-index")?.textContent ?? "[]") as Entry[];
searchDialog(index);
fieldFilter();
copyButtons();
void tryPanels();

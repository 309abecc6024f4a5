import type { Entry } from "../model.ts";
import { copyButtons } from "./copy-buttons.ts";
import { fieldFilter } from "./field-filter.ts";
import { searchDialog } from "./search-dialog.ts";
import { tryPanels } from "./try-panel.ts";

const index = JSON.parse(document.getElementById("search-index")?.textContent ?? "[]") as Entry[];
searchDialog(index);
fieldFilter();
copyButtons();
void tryPanels();

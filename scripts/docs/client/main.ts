import { copyButtons } from "./copy-buttons.ts";
import { fieldFilter } from "./field-filter.ts";
import { searchDialog } from "./search-dialog.ts";
import { tryPanels } from "./try-panel.ts";

searchDialog();
fieldFilter();
copyButtons();
void tryPanels();

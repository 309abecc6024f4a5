import { copyButtons } from "./copy-buttons.ts";
import { mountConsole } from "./console/mount.ts";
import { contentsDrawer } from "./contents-drawer.ts";
import { fieldFilter } from "./field-filter.ts";
import { leadOn } from "./lead-on.ts";
import { markSection } from "./mark-section.ts";
import { searchDialog } from "./search-dialog.ts";
import { tabs } from "./tabs.ts";
import { themeChoice } from "./theme-choice.ts";

leadOn();
themeChoice();
contentsDrawer();
searchDialog();
tabs();
fieldFilter();
copyButtons();
// The console is a section too.
void mountConsole().then(markSection);

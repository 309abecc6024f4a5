import { copyButtons } from "./copy-buttons.ts";
import { contentsDrawer } from "./contents-drawer.ts";
import { fieldFilter } from "./field-filter.ts";
import { leadOn } from "./lead-on.ts";
import { markSection } from "./mark-section.ts";
import { tabs } from "./tabs.ts";
import { themeChoice } from "./theme-choice.ts";
import { tryPanels } from "./try-panel.ts";

leadOn();
themeChoice();
contentsDrawer();
tabs();
markSection();
fieldFilter();
copyButtons();
void tryPanels();

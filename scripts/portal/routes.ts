import type { Route } from "./kit/visit.ts";
import { administrationRoutes } from "./pages/administration.ts";
import { apiRoutes } from "./pages/apis.ts";
import { appFormRoutes } from "./pages/app-form.ts";
import { approvalRoutes } from "./pages/approvals.ts";
import { appRoutes } from "./pages/apps.ts";
import { homeRoutes } from "./pages/home.ts";
import { loginRoutes } from "./pages/login.ts";
import { requestRoutes } from "./pages/requests.ts";
import { statisticsRoutes } from "./pages/statistics.ts";

/** Every route of the portal with who may reach it. */
export const routes: readonly Route[] = [
  ...homeRoutes,
  ...loginRoutes,
  ...appFormRoutes,
  ...appRoutes,
  ...approvalRoutes,
  ...apiRoutes,
  ...administrationRoutes,
  ...statisticsRoutes,
  ...requestRoutes,
];

import type { Route } from "./kit/visit.ts";
import { accountRoutes } from "./pages/account.ts";
import { administrationRoutes } from "./pages/administration.ts";
import { answerRoutes } from "./pages/answers.ts";
import { apiRoutes } from "./pages/apis.ts";
import { appFormRoutes } from "./pages/app-form.ts";
import { approvalRequestRoutes } from "./pages/approval-request.ts";
import { approvalRoutes } from "./pages/approvals.ts";
import { appTokenRoutes } from "./pages/app-tokens.ts";
import { appRoutes } from "./pages/apps.ts";
import { customerRoutes } from "./pages/customers.ts";
import { homeRoutes } from "./pages/home.ts";
import { loginRoutes } from "./pages/login.ts";
import { requestRoutes } from "./pages/requests.ts";
import { signUpRoutes } from "./pages/sign-up.ts";
import { statisticsRoutes } from "./pages/statistics.ts";

/** Every route of the portal with who may reach it. */
export const routes: readonly Route[] = [
  ...homeRoutes,
  ...loginRoutes,
  ...signUpRoutes,
  ...accountRoutes,
  ...appFormRoutes,
  ...appRoutes,
  ...appTokenRoutes,
  ...customerRoutes,
  ...answerRoutes,
  ...approvalRequestRoutes,
  ...approvalRoutes,
  ...apiRoutes,
  ...administrationRoutes,
  ...statisticsRoutes,
  ...requestRoutes,
];

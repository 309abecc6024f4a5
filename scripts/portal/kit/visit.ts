import type { Context } from "hono";
import type { PortalContext as SandboxContext } from "../../sandbox/start.ts";
import type { Limiters } from "./limiters.ts";
import type { FormFields } from "../../lib/form-fields.ts";
import type { Account, Role, Session } from "../../sandbox/store/accounts.ts";

export { field, type FormFields } from "../../lib/form-fields.ts";

/** What every page of the portal stands on. */
export interface PortalContext extends SandboxContext {
  limiters: Limiters;
}

/** A request to the portal, after everything that every route checks. */
export interface Visit extends PortalContext {
  http: Context;
  /** undefined where nobody is logged in. */
  session: (Session & { account: Account }) | undefined;
  /** The fields of a form by name; none where the request carries no form. */
  fields: FormFields;
}

/** A visit of somebody who is logged in. */
export interface SignedInVisit extends Visit {
  session: Session & { account: Account };
}

/** Who may reach a route: anybody, whoever is logged in, or some roles. */
export type Access = "anyone" | "signed-in" | readonly Role[];

/** A route of the portal. Its access is checked before it answers, in one place. */
export interface Route<Of extends Visit = Visit> {
  method: "GET" | "POST";
  /** Below /portal, in Hono's notation. */
  path: string;
  access: Access;
  answer: (visit: Of) => Response | Promise<Response>;
}

/** A route for everybody. */
export function open(
  method: Route["method"],
  path: string,
  answer: (visit: Visit) => Response | Promise<Response>,
): Route {
  return { method, path, access: "anyone", answer };
}

/** A route for those who are logged in, or for some roles of them. */
export function guarded(
  method: Route["method"],
  path: string,
  access: Exclude<Access, "anyone">,
  answer: (visit: SignedInVisit) => Response | Promise<Response>,
): Route {
  // The guard in portal.ts lets no one without a session reach it.
  return { method, path, access, answer: answer as Route["answer"] };
}

/** The number at the end of a path such as /apps/:id; NaN where it is none, which no row has. */
export function idOf({ http }: Visit, name = "id"): number {
  const text = http.req.param(name) ?? "";
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : Number.NaN;
}

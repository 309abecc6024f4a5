import { createHash, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import { secureHeaders } from "hono/secure-headers";
import { root } from "../lib/paths.ts";
import { reportDefect } from "../lib/user-error.ts";
import { renewSession, sessionOf } from "../sandbox/store/accounts.ts";
import { completeDemoAccounts } from "../sandbox/store/demo-accounts.ts";
import { Absent, Refused } from "../sandbox/store/refused.ts";
import type { PortalContext as SandboxContext } from "../sandbox/start.ts";
import { Limiters } from "./kit/limiters.ts";
import { sentence } from "./kit/page.ts";
import { field, type FormFields, type PortalContext, type Route, type SignedInVisit, type Visit } from "./kit/visit.ts";
import { loginPage, resendPage, sessionCookie } from "./pages/login.ts";
import { routes } from "./routes.ts";
import * as say from "./messages.ts";

/** The most bytes of a form. */
const maxForm = 64 * 1024;

const assetTypes: Record<string, string> = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8" };

/**
 * The developer portal of chapter 2, in front of the sandbox's gateway.
 *
 * @returns answers the requests under /portal/
 */
export async function createPortal(
  given: SandboxContext,
): Promise<(request: IncomingMessage, response: ServerResponse) => Promise<void>> {
  const context: PortalContext = { ...given, limiters: new Limiters() };
  await completeDemoAccounts(context.store.database);
  const app = new Hono().basePath("/portal");
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["data:"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      xFrameOptions: "DENY",
      referrerPolicy: "same-origin",
      // The sandbox may be served without TLS under the same name the next time.
      strictTransportSecurity: false,
    }),
  );
  app.use(async (http, next) => {
    await next();
    http.header("cache-control", "no-store");
  });
  for (const name of ["look.css", "portal.css", "portal.js"]) {
    const text = readFileSync(join(root, "scripts/portal/assets", name), "utf8");
    app.get(`/assets/${name}`, (http) =>
      http.body(text, 200, { "content-type": assetTypes[name.split(".").at(-1) ?? ""] ?? "" }),
    );
  }
  app.use(csrf(), bodyLimit({ maxSize: maxForm, onError: (http) => tooLarge(visitOf(context, http, {})) }));
  for (const route of routes)
    app.on(route.method, route.path === "/" ? ["/", ""] : [route.path], (http) => serve(context, route, http));
  app.notFound((http) => sentence(visitOf(context, http, {}), "없는 화면", say.noPage, 404));
  app.onError((error, http) => {
    const visit = visitOf(context, http, {});
    if ("status" in error && error.status === 403) return sentence(visit, "받지 않은 요청", say.foreignRequest, 403);
    if (error instanceof Absent) return sentence(visit, "없는 대상", error.message, 404);
    if (error instanceof Refused) return sentence(visit, "처리하지 않았습니다", error.message, 409);
    reportDefect(say.defect, error);
    return sentence(visit, "포털 오류", say.failed, 500);
  });
  return getRequestListener(app.fetch, { overrideGlobalObjects: false }) as (
    request: IncomingMessage,
    response: ServerResponse,
  ) => Promise<void>;
}

/** Checks what every route demands: who may reach it, and for a form that it comes from the session's own page. */
async function serve(context: PortalContext, route: Route, http: Context): Promise<Response> {
  const visit = visitOf(context, http, route.method === "POST" ? await formOf(http) : {});
  if (visit.session !== undefined) renewSession(context.store.database, visit.session.token);
  const { access } = route;
  if (access !== "anyone") {
    if (visit.session === undefined) return loginPage(visit);
    if (access !== "signed-in" && !access.includes(visit.session.account.role))
      return sentence(visit, "권한이 없습니다", say.otherRole, 403);
  }
  if (
    route.method === "POST" &&
    visit.session !== undefined &&
    !isSame(field(visit.fields, "csrf"), visit.session.csrf)
  )
    return resendPage(visit as SignedInVisit);
  return route.answer(visit);
}

function visitOf(context: PortalContext, http: Context, fields: FormFields): Visit {
  const token = getCookie(http, sessionCookie);
  const session = token === undefined ? undefined : sessionOf(context.store.database, token);
  // A demo account is for this machine alone, also where its session began there.
  const isTaken = session !== undefined && (context.isLocal || session.account.isDemo === 0);
  return { ...context, http, session: isTaken ? session : undefined, fields };
}

/** The texts of a form; files are none. */
async function formOf(http: Context): Promise<FormFields> {
  const body = await http.req.parseBody({ all: true }).catch(() => ({}));
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string"),
    ]),
  );
}

function tooLarge(visit: Visit): Response | Promise<Response> {
  return sentence(visit, "너무 큰 입력", say.tooLarge, 413);
}

function isSame(one: string, other: string): boolean {
  const hash = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}

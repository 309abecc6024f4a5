import { lazily } from "../open.ts";
import type { OauthContext } from "../../sandbox/start.ts";
import type { Portal } from "../../sandbox/server.ts";

/** The OAuth server of a sandbox, which is loaded and made when it is first asked for. */
export function oauthOf(context: OauthContext): Portal {
  return lazily(() => import("./oauth.ts").then(({ createOauth }) => createOauth(context)));
}

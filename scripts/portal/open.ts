import type { PortalContext } from "../sandbox/start.ts";
import type { Portal } from "../sandbox/server.ts";

/** The developer portal of a sandbox, which is loaded and made when it is first asked for. */
export function portalOf(context: PortalContext): Portal {
  let portal: Promise<Portal> | undefined;
  return async (request, response) => {
    portal ??= import("./portal.ts").then(({ createPortal }) => createPortal(context));
    const answer = await portal.catch((error: unknown) => {
      // The next request tries again.
      portal = undefined;
      throw error;
    });
    await answer(request, response);
  };
}

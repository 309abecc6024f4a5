import type { PortalContext } from "../sandbox/start.ts";
import type { Portal } from "../sandbox/server.ts";

/** The developer portal of a sandbox, which is loaded and made when it is first asked for. */
export function portalOf(context: PortalContext): Portal {
  return lazily(() => import("./portal.ts").then(({ createPortal }) => createPortal(context)));
}

/** What answers requests, made by the first of them. */
export function lazily(make: () => Promise<Portal>): Portal {
  let made: Promise<Portal> | undefined;
  return async (request, response) => {
    made ??= make();
    const answer = await made.catch((error: unknown) => {
      // The next request tries again.
      made = undefined;
      throw error;
    });
    await answer(request, response);
  };
}

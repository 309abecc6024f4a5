import type { OpenApi } from "../../bundle/openapi.ts";
import type { App } from "../apps.ts";
import { AppDirectory } from "./app-directory.ts";
import type { Database } from "./database.ts";
import { openStore } from "./open.ts";
import { seedApps, seedStore } from "./seed.ts";
import { Usage } from "./usage.ts";

/** The one store of a sandbox: what the portal changes, the gateway reads. */
export interface Store {
  database: Database;
  directory: AppDirectory;
  usage: Usage;
  /** Writes what was counted and lets go of the file. */
  close: () => void;
}

/**
 * Opens the store of a sandbox, filled where it is new.
 *
 * @param file undefined for a store in memory
 * @param apps are added where the store does not know them
 * @throws {UserError} where the file cannot be used
 */
export function openSandboxStore(api: OpenApi, apps: readonly App[], file?: string): Store {
  const { database, close } = openStore(file);
  if (database.isWritable && database.row("SELECT 1 FROM institutions") === undefined) seedStore(database, api);
  if (database.isWritable) seedApps(database, api, apps);
  const usage = new Usage(database);
  let isOpen = true;
  return {
    database,
    directory: new AppDirectory(database),
    usage,
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      usage.close();
      close();
    },
  };
}

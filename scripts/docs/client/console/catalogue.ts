/** What /__sandbox/scenarios answers, as far as the console reads it. */
export interface Catalogue {
  operations: { operationId: string; path: string; examples: Record<string, number[]> }[];
  errors: { code: string; meaning: string; action: string }[];
  faults: Record<string, string>;
  apps: CatalogueApp[];
  registered: RegisteredAnswer[];
  /** Path of the developer portal, where there is one. */
  portal?: string;
}

export interface CatalogueApp {
  name: string;
  id?: number;
  source: "file" | "portal";
  state: string;
  stateName: string;
  appKey: string;
  secretKey?: string;
  tokens: Record<string, string>;
}

/** 응답정보, as it was registered in a file, the portal or by HTTP. */
export interface RegisteredAnswer {
  name: string;
  operation: string;
  app?: string;
  when?: {
    customer?: string;
    body?: unknown;
    parameters?: Record<string, Record<string, unknown>>;
    call?: number | { from: number };
    time?: { from: string; to: string };
  };
}

/** Asks the server of the page for its scenarios; undefined where it is no sandbox. */
export async function readCatalogue(): Promise<Catalogue | undefined> {
  if (!location.protocol.startsWith("http")) return undefined;
  try {
    const answer = await fetch("/__sandbox/scenarios");
    return answer.ok ? ((await answer.json()) as Catalogue) : undefined;
  } catch {
    return undefined;
  }
}

/** A key as it can be sent; the sandbox shows a mask for those that are not its own. */
export function shownKey(key: string | undefined): string {
  return key === undefined || isMasked(key) ? "" : key;
}

/** Whether the sandbox keeps a key to itself. */
export function isMasked(key: string | undefined): boolean {
  return key?.startsWith("[") === true;
}

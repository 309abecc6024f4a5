import { registerHooks } from "node:module";
import { patchRedoc } from "./patches.ts";

// Loaded by `node --import` into the Redocly CLI: the prerenderer is one of its chunks, named by its content.
registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.includes("/@redocly/cli/lib/chunks/") || loaded.source === undefined || loaded.source === null)
      return loaded;
    const code =
      typeof loaded.source === "string" ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString();
    return code.includes("API docs by") ? { ...loaded, source: patchRedoc(code) } : loaded;
  },
});

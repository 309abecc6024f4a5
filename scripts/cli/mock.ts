import { escapeHeaders } from "../checks/ascii-headers.ts";
import { bundleFile } from "../lib/paths.ts";

// Prism's own command on the committed bundle, kept alive. It reads what follows its name in the arguments.
escapeHeaders();
process.argv.splice(2, 0, "mock", bundleFile);
await import("@stoplight/prism-cli/dist/index.js" as string);

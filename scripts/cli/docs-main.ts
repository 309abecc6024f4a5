import { join } from "node:path";
import { bundle } from "../bundle/bundle.ts";
import { marker } from "../bundle/marker.ts";
import { npmScript, runCommand } from "./command.ts";
import { generatedDir, specDir } from "../lib/paths.ts";
import { docs } from "./docs.ts";

await runCommand(() => docs(npmScript("npm run docs --"), () => bundle(specDir, marker), join(generatedDir, "docs")));

import { join } from "node:path";
import { bundle } from "../generate/bundle.ts";
import { marker } from "../generate/marker.ts";
import { npmScript, runCommand } from "../lib/cli.ts";
import { generatedDir, specDir } from "../lib/paths.ts";
import { docs } from "./command.ts";

await runCommand(() => docs(npmScript("npm run docs --"), () => bundle(specDir, marker), join(generatedDir, "docs")));

import { npmScript, runCommand } from "../lib/cli.ts";
import { sandbox } from "./command.ts";

await runCommand(() => sandbox(npmScript("npm start --")));

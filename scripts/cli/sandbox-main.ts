import { npmScript, runCommand } from "./command.ts";
import { sandbox } from "./sandbox.ts";

await runCommand(() => sandbox(npmScript("npm start --")));

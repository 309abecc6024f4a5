import { operation } from "./operation.mjs";
import { run } from "./run.mjs";

await run(operation);

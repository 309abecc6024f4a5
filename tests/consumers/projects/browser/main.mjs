import { createWooriClient, WooriApiError, WooriInputError } from "woori-openapi";
import { run } from "./run.mjs";

await run({ createWooriClient, WooriApiError, WooriInputError });

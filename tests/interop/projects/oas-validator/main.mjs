import { readFileSync } from "node:fs";
import validator from "oas-validator";

const { valid } = await validator.validate(JSON.parse(readFileSync("openapi-3.0.json", "utf8")), {});
console.log(JSON.stringify({ valid }));

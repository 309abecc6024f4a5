import SwaggerParser from "@apidevtools/swagger-parser";

const { openapi, paths } = await SwaggerParser.validate("openapi.json");
console.log(JSON.stringify({ openapi, paths: Object.keys(paths) }));

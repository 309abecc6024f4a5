// The types of files that openapi-typescript exports without their own.
declare module "openapi-typescript/dist/lib/ts.js" {
  export { astToString } from "openapi-typescript";
}
declare module "openapi-typescript/dist/lib/utils.js" {
  export { resolveRef } from "openapi-typescript";
}
declare module "openapi-typescript/dist/transform/index.js" {
  export { transformSchema as default } from "openapi-typescript";
}

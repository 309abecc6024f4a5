// npm run generate. 직접 수정하지 마십시오.
/** Takes the place of platform-transport.ts in the package's builds for browsers, which need no node:http. */
export { fetchTransport as platformTransport } from "./fetch-transport.ts";

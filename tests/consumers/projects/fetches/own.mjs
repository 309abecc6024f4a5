// Makes the calls by the fetch of a library, in the way that the second argument names, and prints how they went.
import * as woori from "woori-openapi";
import { requestExamples } from "woori-openapi/fixtures";
import { makeCalls } from "./calls.mjs";

const [, , baseUrl, library, way] = process.argv;
const module = await import(library);
const fetch = module.fetch ?? module.default;

/** A client of the platform gives its own Request; a library's fetch wants a URL and the parts. */
const ways = {
  asIs: fetch,
  byParts: async (request) =>
    fetch(request.url, {
      method: request.method,
      headers: [...request.headers],
      body: request.body === null ? undefined : await request.text(),
      redirect: request.redirect,
      signal: request.signal,
    }),
};
const withFetch = {
  ...woori,
  createWooriClient: (options) => woori.createWooriClient({ ...options, fetch: ways[way] }),
};
try {
  console.log(JSON.stringify(await makeCalls(withFetch, requestExamples.getCreditLoanBasicInfo.sample, baseUrl)));
} catch (error) {
  console.log(JSON.stringify({ name: error.name, code: error.code, sent: error.sent, message: error.message }));
}

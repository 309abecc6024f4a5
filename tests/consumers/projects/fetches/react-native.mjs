// The globals of React Native: fetch and its classes from whatwg-fetch over XMLHttpRequest, and nothing of Node's or of streams.
import { JSDOM } from "jsdom";

const [, , baseUrl] = process.argv;
const { window } = new JSDOM("", { url: baseUrl });
for (const name of ["XMLHttpRequest", "FileReader", "Blob", "FormData"]) globalThis[name] = window[name];
for (const name of ["fetch", "Request", "Response", "Headers", "ReadableStream"]) delete globalThis[name];
process.getBuiltinModule = undefined;
globalThis.self = globalThis;
await import("whatwg-fetch");

const woori = await import("woori-openapi");
const { requestExamples } = await import("woori-openapi/fixtures");
const { makeCalls } = await import("./calls.mjs");
console.log(JSON.stringify(await makeCalls(woori, requestExamples.getCreditLoanBasicInfo.sample, baseUrl)));

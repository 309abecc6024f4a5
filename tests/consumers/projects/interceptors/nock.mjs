// nock answers a call; prints its outcome and what nock saw.
import nock from "nock";
import { answer, bank, callOnce } from "./call-once.mjs";

const seen = [];
const [, , method] = process.argv;
nock.disableNetConnect();
nock(bank)
  .intercept(/./, method)
  .reply(200, (request) => answer(request, seen));
console.log(JSON.stringify({ outcome: await callOnce(method), seen }));

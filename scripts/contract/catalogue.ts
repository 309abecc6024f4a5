import assert from "node:assert/strict";
import { deref, operationsOf } from "../lib/openapi.ts";
import type { CheckGroup } from "./check.ts";

/** What is decided about each error code; its message is the bank's and is compared with the printed table by `npm run lint`. */
export const catalogue: CheckGroup = {
  name: "catalogue",
  usesMock: false,
  checks: ({ api }) => [
    {
      name: "what each error code means for the client and the mock",
      run() {
        const { codes } = api["x-error-catalogue"];
        assert.deepEqual(codes.filter((row) => row.retryable).map(({ code }) => code), ["SYSCD03101", "SYSCD03901"]);
        assert.deepEqual(Object.fromEntries(codes.map(({ code, status }) => [code.slice(5), status.join(" ")])), {
          "01000": "400", "01001": "500", "01002": "500", "01003": "504", "01004": "400", "01005": "400", "01006": "400", "01007": "500", "01008": "400", "01009": "400",
          "01999": "500", "02001": "400", "02101": "400", "02102": "403", "02103": "403", "02901": "404 405", "03001": "401", "03002": "401", "03003": "401",
          "03101": "503", "03102": "403", "03201": "500", "03901": "503", "09999": "500",
        });
      },
    },
    {
      name: "the advice of a code tells to send again where the code allows it, and nowhere else",
      run() {
        for (const { code, action, retryable } of api["x-error-catalogue"].codes) assert.deepEqual([code, /다시 보(냅|내(?!지 말고))/.test(action)], [code, retryable]);
      },
    },
    {
      name: "every code of the catalogue is an example of each of its statuses, and 24 codes are there",
      run() {
        const { codes } = api["x-error-catalogue"];
        const numbers = "01000 01001 01002 01003 01004 01005 01006 01007 01008 01009 01999 02001 02101 02102 02103 02901 03001 03002 03003 03101 03102 03201 03901 09999";
        assert.deepEqual(codes.map(({ code }) => code), numbers.split(" ").map((number) => `SYSCD${number}`));
        for (const { code, message, status } of codes) {
          for (const one of status) {
            for (const { operation } of operationsOf(api)) {
              const reference = operation.responses[one];
              const example = reference === undefined ? undefined : deref(api, reference).content["application/json"]?.examples?.[code];
              assert.partialDeepStrictEqual(example, { value: { dataBody: { ERRCODE: code, ERRUSRMSG: message } } });
            }
          }
        }
      },
    },
  ],
};

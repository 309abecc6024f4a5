// npm run generate. 직접 수정하지 마십시오.
import type { Platform } from "./runtime/contract.ts";

/** What the spec says of all operations, as the runtime reads it. */
export const platform: Platform = {
  schemes: {
    appKey: {
      header: "appKey",
      prefix: "",
    },
    secretKey: {
      header: "secretKey",
      prefix: "",
    },
    bearer: {
      header: "Authorization",
      prefix: "Bearer ",
    },
  },
  errorCodes: async () => (await import("./error-codes.ts")).errorCodes,
};

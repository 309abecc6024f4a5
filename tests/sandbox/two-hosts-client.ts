import { createWooriClient, WooriError } from "../../generated/client.ts";
import { requestExamples } from "../../generated/examples.ts";

/** A client on another host: makes a client from the options in its argument, calls, and tells the outcome as JSON. */
async function outcome(): Promise<Record<string, unknown>> {
  try {
    const woori = createWooriClient(JSON.parse(process.argv[2] ?? ""));
    const { data } = await woori.getCreditLoanBasicInfo(requestExamples.getCreditLoanBasicInfo.sample);
    woori.close();
    return { data };
  } catch (error) {
    if (!(error instanceof WooriError)) throw error;
    return { kind: error.kind, message: error.message };
  }
}

console.log(JSON.stringify(await outcome()));

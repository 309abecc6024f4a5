import document from "./openapi.json";

/** The headers of the sandbox's app. */
export const headers = {
  appKey: "SANDBOX-APP-KEY",
  secretKey: "SANDBOX-SECRET-KEY",
  Authorization: "Bearer SANDBOX-ACCESS-TOKEN",
};

/** The document's example of a request. */
export const body = document.components.examples.CreditLoanBasicInfoSample.value as never;

/** Makes the calls and prints, for each, the answer or why there is none. */
export async function report(calls: Record<string, () => Promise<unknown>>): Promise<void> {
  const told: Record<string, unknown> = {};
  for (const [name, call] of Object.entries(calls))
    told[name] = await call().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  console.log(JSON.stringify(told));
}

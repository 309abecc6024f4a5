import { createWooriClient } from "woori-openapi";
import { examples, requestExamples } from "woori-openapi/fixtures";

/** Where no one is: an interceptor answers, or the call fails. */
export const bank = "https://bank.example";

/** Makes the documented call by a method and tells the amount, or the error. */
export async function callOnce(method) {
  const { dataHeader, dataBody } = requestExamples.getCreditLoanBasicInfo.sample;
  const options = { baseUrl: bank, appKey: "SANDBOX-APP-KEY", secretKey: "SANDBOX-SECRET-KEY", dataHeader, method };
  const client = createWooriClient(options);
  try {
    const { data } = await client.getCreditLoanBasicInfo({ dataBody });
    return data?.dataBody.LN_AVL_AM;
  } catch (error) {
    return String(error);
  } finally {
    client.close();
  }
}

/** Notes a request that an interceptor got, and gives what to answer. */
export async function answer(request, seen) {
  const body = await request.text();
  seen.push({ method: request.method, path: new URL(request.url).pathname, body: body === "" ? "" : JSON.parse(body) });
  return examples.getCreditLoanBasicInfo.success;
}

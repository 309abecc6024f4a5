import { expect, test } from "vitest";
import { examples } from "../../../generated/examples.ts";
import { callLoan } from "../../support/loan.ts";
import { appOf, callHeaders, tokensOf, type TestApp, useOauth } from "../../support/oauth.ts";
import { visitorAt } from "../../support/portal.ts";
import { answerField, linkTo, registeredCustomer } from "../../support/portal-data.ts";

const oauth = useOauth();
const confidential = appOf("CONFIDENTIAL");
const other = appOf("PUBLIC");
const usual = examples.getCreditLoanBasicInfo.success.dataBody.LN_AVL_AM;

/** What the loan operation answers an app's call with a token, and without one. */
async function amount(app: TestApp, token?: string): Promise<unknown> {
  const headers = { ...callHeaders(app, token ?? ""), ...(token === undefined ? { authorization: undefined } : {}) };
  const { dataBody } = (await callLoan(oauth.url(), { headers })).json() as { dataBody: { LN_AVL_AM: string } };
  return dataBody.LN_AVL_AM;
}

/** Makes a customer with a limit in the portal, and logs it in through the app. */
async function tokenOf(app: TestApp, appName: string, login: string, limit: string): Promise<string> {
  const partner = await visitorAt(oauth.url(), "partner");
  const path = (await linkTo(partner, "/customers", appName)).replace(/\/customers$/, "");
  await registeredCustomer(partner, path, login, { [answerField("dataBody", "LN_AVL_AM")]: limit });
  return (await tokensOf(await oauth.discover(app), app, oauth.url(), { login })).access_token;
}

test("a customer of the portal logs in, and the app's call is answered with that customer's data alone", async () => {
  const kim = await tokenOf(confidential, "비공개 앱", "kim", "12340000");
  const lee = await tokenOf(confidential, "비공개 앱", "lee", "56780000");
  expect([await amount(confidential, kim), await amount(confidential, lee), await amount(confidential)]).toEqual([
    "12340000",
    "56780000",
    usual,
  ]);
});

test("a customer with the same login at another app has that app's answer, and its token opens no other app", async () => {
  const own = await tokenOf(confidential, "비공개 앱", "park", "1");
  const theirs = await tokenOf(other, "공개 앱", "park", "2");
  expect([await amount(confidential, own), await amount(other, theirs)]).toEqual(["1", "2"]);
  expect((await callLoan(oauth.url(), { headers: callHeaders(other, own) })).status).toBe(401);
  expect((await callLoan(oauth.url(), { headers: callHeaders(confidential, theirs) })).status).toBe(401);
});

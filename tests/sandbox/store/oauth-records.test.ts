import { expect, onTestFinished, test } from "vitest";
import { OauthRecords } from "../../../scripts/sandbox/store/oauth-records.ts";
import { openStore } from "../../../scripts/sandbox/store/open.ts";

test("logins that nobody finishes do not fill the store: those that end first go", async () => {
  const { database, close } = openStore();
  onTestFinished(close);
  const logins = new OauthRecords(database, "Interaction", 20);
  const others = new OauthRecords(database, "Grant", 20);
  await others.upsert("grant", { accountId: "1" }, 5);
  for (let count = 1; count <= 200; count += 1) await logins.upsert(`login ${count}`, {}, 600 + count);
  const [row] = database.rows<{ count: number }>("SELECT count(*) AS count FROM oauth_records");
  expect(row?.count).toBeLessThan(30);
  expect([await logins.find("login 1"), await logins.find("login 200"), await others.find("grant")]).toEqual([
    undefined,
    { jti: "login 200" },
    { jti: "grant", accountId: "1" },
  ]);
});

import { beforeAll, describe, expect, test } from "vitest";
import type { Reply } from "../support/http.ts";
import {
  appFields,
  type Fields,
  fill,
  formOn,
  problemsOf,
  registeredApp,
  target,
  type Visitor,
  visitorAt,
} from "../support/portal.ts";
import { useSandbox } from "../support/servers.ts";

const sandbox = useSandbox({ portal: true });
let partner: Visitor;
let admin: Visitor;
beforeAll(async () => {
  [partner, admin] = await Promise.all([visitorAt(sandbox.url(), "partner"), visitorAt(sandbox.url(), "admin")]);
});

let made = 0;
/** A name that no other has. */
const fresh = (what: string): string => `${what} ${(made += 1)}`;

async function done(): Promise<string> {
  return (await admin.get("/audit")).text;
}

test("a name that is taken leads back to its first step, with everything that was chosen", async () => {
  const fields = await appFields(partner, fresh("같은 이름의 앱"));
  target(await partner.post("/apps/new", fields));
  const reply = await partner.post("/apps/new", fields);
  expect([reply.status, problemsOf(reply.text)]).toEqual([
    400,
    expect.arrayContaining([expect.stringContaining("같은 이름의 앱이 있습니다.")]),
  ]);
  const kept = fill(formOn(reply, "/apps/new"), { name: fresh("다른 이름의 앱"), step: "save" });
  target(await partner.post("/apps/new", kept));
});

describe("the second step of an app", () => {
  test("without an API, a policy or an agreement, names what is missing", async () => {
    const fields = await appFields(partner, fresh("앱"));
    const without = (pattern: RegExp): Promise<Reply> =>
      partner.post(
        "/apps/new",
        fields.filter(([name]) => !pattern.test(name)),
      );
    for (const [pattern, problem] of [
      [/^chosen$/, "사용할 API를 하나 이상 선택하십시오."],
      [/^plan-/, "이 API에 사용할 플랜을 선택하십시오."],
      [/^agree-/, "이 API의 약관을 읽고 동의하십시오."],
    ] as const) {
      const reply = await without(pattern);
      expect([reply.status, reply.text]).toEqual([400, expect.stringContaining(problem)]);
    }
  });

  test.each([
    ["an API that is not there", "chosen", "999"],
    ["an API that is no number", "chosen", "__proto__"],
  ])("with %s saves nothing", async (_name, field, value) => {
    const name = fresh("앱");
    const fields: Fields = [...(await appFields(partner, name)), [field, value]];
    const more: Fields = [
      [`plan-${Number(value)}`, fields.find(([one]) => one.startsWith("plan-"))?.[1] ?? ""],
      [`agree-${Number(value)}`, "yes"],
    ];
    expect((await partner.post("/apps/new", [...fields, ...more])).status).toBe(400);
    expect((await partner.get("/apps")).text).not.toContain(name);
  });
});

test("sent twice at once, an app is registered once", async () => {
  const name = fresh("두 번 보낸 앱");
  const fields = await appFields(partner, name);
  const replies = await Promise.all([partner.post("/apps/new", fields), partner.post("/apps/new", fields)]);
  expect(replies.map(({ status }) => status).sort()).toEqual([303, 400]);
  expect((await partner.get("/apps")).text.split(`>${name}<`)).toHaveLength(2);
});

test("after the back button, an old form does not undo what came after it, and can be sent on", async () => {
  const path = await registeredApp(partner, fresh("되돌아온 앱"));
  const old = formOn(await partner.get(`${path}/edit`), `${path}/edit`);
  target(await partner.post(`${path}/edit`, fill(old, { description: "먼저 저장한 설명", step: "save" })));
  const reply = await partner.post(`${path}/edit`, fill(old, { description: "나중에 보낸 설명", step: "save" }));
  expect([reply.status, problemsOf(reply.text)]).toEqual([
    400,
    [expect.stringContaining("그 사이에 앱이 변경되었습니다.")],
  ]);
  expect((await partner.get(path)).text).toContain("먼저 저장한 설명");
  target(await partner.post(`${path}/edit`, fill(formOn(reply, `${path}/edit`), { step: "save" })));
  expect((await partner.get(path)).text).toContain("나중에 보낸 설명");
});

test("an old button of a list says what became of the app, and changes nothing", async () => {
  const path = await registeredApp(partner, fresh("취소할 앱"));
  const before = await done();
  const reply = await partner.post(`${path}/withdraw`, [["csrf", await partner.csrf()]]);
  expect([reply.status, reply.text]).toEqual([
    409,
    expect.stringContaining("&#39;준비&#39; 상태이므로 승인요청 취소 처리를 할 수 없습니다."),
  ]);
  expect(await done()).toBe(before);
});

import assert from "node:assert/strict";
import type { CheckGroup } from "./check.ts";
import type { Envelope } from "./subject.ts";

interface Invented {
  /** Stands in every value that can carry it, so that an answer tells which scenario it is. */
  number: number;
  limit: string;
  company: string;
  email: string;
  accounts: string[];
}

/** The scenarios that are not the document's. Those who test against the mock rely on these values. */
const invented: Record<string, Invented> = {
  noAccounts: { number: 1, limit: "12000000", company: "예시상사", email: "hong@example.com", accounts: [] },
  severalAccounts: {
    number: 2,
    limit: "50000000",
    company: "예시물산",
    email: "kim@example.com",
    accounts: ["1111111111111", "2222222222222", "33333333*****"],
  },
  optionalRowsAbsent: {
    number: 4,
    limit: "30000000",
    company: "예시전자",
    email: "lee@example.com",
    accounts: ["4444444444444"],
  },
};

const globalId = (number: number): string => `20190628MOCKHOST103000000000000${number}`;

function answerOf({ number, limit, company, email, accounts }: Invented): Envelope {
  return {
    dataHeader: { GLBL_ID: globalId(number) },
    dataBody: {
      LN_AVL_AM: limit,
      ZPNO_1: "04500",
      ZPNO_ADR: `서울시 중구 예시로 ${number}`,
      ATCD_ADR_1: `예시빌딩 ${number}0${number}호`,
      WRLC_TEL_1: `020000000${number}`,
      WRLC_NM_1: company,
      EMAIL_1: email,
      ERR_TXT: "",
      SGI_TSBSR_NO: `000000000000000${number}`,
      CNT: String(accounts.length),
      ACCOUNT_LIST: accounts.map((one) => ({ CUS_USG_ACNO: one })),
    },
  };
}

/** Examples mean what they say. */
export const scenarios: CheckGroup = {
  name: "scenarios",
  asks: "nothing",
  checks({ cases }) {
    const bodies = cases.flatMap(({ operationId, name, status, contentType, value }) =>
      status === undefined || contentType !== "application/json"
        ? []
        : [{ operationId, name, body: (value as Envelope).dataBody }],
    );
    const valueOf = (wanted: string): unknown => cases.find(({ name }) => name === wanted)?.value;
    return [
      ...bodies.map(({ operationId, name, body }) => ({
        name: `${operationId} ${name}: a count is the length of its list`,
        run() {
          for (const [count, list] of [
            ["CNT", "ACCOUNT_LIST"],
            ["MAIN_MSG_INF_REPT_CN", "ERRORLIST"],
          ] as const) {
            if (count in body) assert.equal(body[count], String((body[list] as unknown[]).length));
          }
        },
      })),
      ...Object.entries(invented).map(([name, scenario]) => ({
        name: `${name} answers with the values that were invented for it`,
        run() {
          const { dataHeader, dataBody } = answerOf(scenario);
          const { ERR_TXT: _error, SGI_TSBSR_NO: _number, ...required } = dataBody;
          assert.deepEqual(valueOf(name), {
            dataHeader,
            dataBody: name === "optionalRowsAbsent" ? required : dataBody,
          });
        },
      })),
      {
        name: "businessError fills nothing but what tells the error",
        run() {
          const { dataBody } = answerOf({ number: 3, limit: "", company: "", email: "", accounts: [] });
          const empty = Object.fromEntries(Object.keys(dataBody).map((code) => [code, ""]));
          const told = { ERR_TXT: "대출 가능한 고객이 아닙니다.", CNT: "0", ACCOUNT_LIST: [] };
          assert.deepEqual(valueOf("businessError"), {
            dataHeader: { GLBL_ID: globalId(3) },
            dataBody: { ...empty, ...told },
          });
        },
      },
      {
        name: "the gateway's page is a whole HTML document in Korean that loads nothing from elsewhere",
        run: () =>
          assert.match(
            String(valueOf("htmlPage")),
            /^<!doctype html><html lang="ko"><title>[^<]+<\/title><p>[^<]*이용할 수 없습니다\.<\/p><\/html>$/,
          ),
      },
      {
        name: "businessError alone tells an error, and optionalRowsAbsent alone leaves the optional rows out",
        run() {
          const loan = bodies.filter(
            ({ operationId, body }) => operationId === "getCreditLoanBasicInfo" && "LN_AVL_AM" in body,
          );
          assert.deepEqual(
            loan.filter(({ body }) => (body["ERR_TXT"] ?? "") !== "").map(({ name }) => name),
            ["businessError"],
          );
          assert.deepEqual(
            loan.filter(({ body }) => !("ERR_TXT" in body) || !("SGI_TSBSR_NO" in body)).map(({ name }) => name),
            ["optionalRowsAbsent"],
          );
          assert.deepEqual(
            loan.map(({ name, body }) => [name, body["CNT"]]),
            [
              ["success", "1"],
              ["noAccounts", "0"],
              ["severalAccounts", "3"],
              ["businessError", "0"],
              ["optionalRowsAbsent", "1"],
            ],
          );
        },
      },
    ];
  },
};

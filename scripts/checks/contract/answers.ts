import assert from "node:assert/strict";
import { deref, operationsOf, pointerSegments, type Schema, toPointer } from "../../bundle/openapi.ts";
import { type Erratum, type FieldTable, pointsAt, readTypeNotation, rowPointers } from "../../bundle/source.ts";
import { fieldsIn, placeName } from "../lint/fields.ts";
import type { Check, CheckGroup } from "./check.ts";
import type { Envelope, Subject } from "./subject.ts";

const json = "application/json";
const others = [1, true, null, [], {}];

/** A row of the document with what the errata decided in its place. */
interface Row {
  /** The parents on the wire, as in FieldRow. */
  at: string;
  code: string;
  required: boolean;
  isList: boolean;
  isDigits: boolean;
  length: number | undefined;
}

/** An answer whose schema is checked: its place, and a value that it takes. */
interface Answer {
  name: string;
  pointer: string;
  rows: Row[];
  valid: () => Envelope;
}

/** What the schemas of the answers take and refuse, row by row of 4.1.3 and 3.6. Clients are generated from these schemas. */
export const answers: CheckGroup = {
  name: "answers",
  asks: "nothing",
  checks: (subject) => [
    ...answersOf(subject).flatMap((answer) => [
      ...envelopeChecks(subject, answer),
      ...answer.rows.flatMap((row) => rowChecks(subject, answer, row)),
    ]),
    ...plainBodyChecks(subject),
  ],
};

function rowsOf({ spec }: Subject, section: string): Row[] {
  const table = spec.source<FieldTable[]>("fields.yaml").find((one) => one.section === section);
  const places = spec.source<Erratum[]>("errata.yaml").flatMap((erratum) => erratum.places);
  const fields = fieldsIn(spec);
  return (table?.rows ?? []).map((row) => {
    const { at, code, required, type } = row;
    const field = fields.find(({ schema }) =>
      rowPointers(schema["x-source"]).some((pointer) => pointsAt(pointer, { section }, row)),
    );
    const decided: Schema & Record<string, unknown> = Object.assign(
      {},
      ...places.filter((place) => field !== undefined && place.at === placeName(field)).map((place) => place.decided),
    );
    return {
      at,
      code,
      required: typeof decided.required === "boolean" ? decided.required : required === "Y",
      isList: decided.type === "array",
      isDigits: decided["pattern"] === "^[0-9]*$",
      length: decided.maxLength ?? readTypeNotation(type).length,
    };
  });
}

/** Every JSON answer of every operation; answers that share a component are one. */
function answersOf(subject: Subject): Answer[] {
  const { api, cases } = subject;
  const loan = rowsOf(subject, "4.1.3");
  const error = rowsOf(subject, "3.6");
  const header = loan.filter(({ at }) => at === "dataHeader");
  const listed = {
    MAIN_MSG_INF_REPT_CN: "1",
    ERRORLIST: [{ MSG_CD: "HOST000001", MAIN_MSG_TXT: "시험" }],
    ERRCODE: "SYSCD01002",
    ERRUSRMSG: "시험",
  };
  const all = operationsOf(api).flatMap(({ path, method, operation }) =>
    Object.entries(operation.responses).map(([status, response]): Answer => {
      const at =
        "$ref" in response ? pointerSegments(response.$ref.slice(1)) : ["paths", path, method, "responses", status];
      const example = cases.find(
        (one) =>
          one.path === path && one.method === method && String(one.status) === status && one.contentType === json,
      )?.value;
      const isError = Number(status) >= 400;
      const valid = (): Envelope =>
        structuredClone(isError ? { dataHeader: { GLBL_ID: "" }, dataBody: listed } : (example as Envelope));
      const rows = isError ? [...header, ...error] : "LN_AVL_AM" in valid().dataBody ? loan : header;
      return {
        name: "$ref" in response ? String(at.at(-1)) : `${operation.operationId} ${status}`,
        pointer: toPointer([...at, "content", json, "schema"]),
        rows,
        valid,
      };
    }),
  );
  return all.filter(({ pointer }, index) => all.findIndex((one) => one.pointer === pointer) === index);
}

/** Tells whether an answer is valid when its value is changed. */
function taker({ validatorAt }: Subject, { pointer, valid }: Answer) {
  return (change: (value: Envelope) => void): boolean => {
    const value = valid();
    change(value);
    return validatorAt(pointer)(value);
  };
}

function envelopeChecks(subject: Subject, answer: Answer): Check[] {
  const takes = taker(subject, answer);
  return [
    {
      name: `${answer.name}: both parts of the envelope are there, and objects`,
      run() {
        assert.ok(takes(() => {}));
        for (const part of ["dataHeader", "dataBody"] as const) {
          assert.ok(!takes((value) => delete (value as Partial<Envelope>)[part]));
          for (const other of [null, [], "", 1, true])
            assert.ok(!takes((value) => ((value as unknown as Record<string, unknown>)[part] = other)));
        }
        for (const other of [null, [], "", 1]) assert.ok(!subject.validatorAt(answer.pointer)(other));
      },
    },
    {
      name: `${answer.name}: an unknown key of any type is taken everywhere`,
      run() {
        for (const value of ["", ...others]) {
          assert.ok(takes((envelope) => ((envelope as unknown as Record<string, unknown>)["EXTRA"] = value)));
          assert.ok(takes(({ dataHeader }) => (dataHeader["EXTRA"] = value)));
          assert.ok(takes(({ dataBody }) => (dataBody["EXTRA"] = value)));
        }
      },
    },
  ];
}

function rowChecks(subject: Subject, answer: Answer, { at, code, required, isList, isDigits, length }: Row): Check[] {
  const takes = taker(subject, answer);
  const parents = at.split(".").map((part) => part.replace("[]", ""));
  const holder = (value: Envelope): Record<string, unknown> =>
    parents.reduce<unknown>(
      (node, part) => ([(node as Record<string, unknown>)[part]].flat() as unknown[])[0],
      value,
    ) as Record<string, unknown>;
  const takesAs = (value: unknown): boolean => takes((envelope) => (holder(envelope)[code] = value));
  const name = `${answer.name} ${at}.${code}`;
  const presence = {
    name: `${name}: ${required ? "required" : "optional"}`,
    run: () =>
      assert.equal(
        takes((envelope) => delete holder(envelope)[code]),
        !required,
      ),
  };
  if (isList) {
    const items = (envelope: Envelope): unknown[] => holder(envelope)[code] as unknown[];
    return [
      presence,
      {
        name: `${name}: a list of any number of objects, alike or not`,
        run() {
          for (const other of ["", 1, true, null, {}]) assert.ok(!takesAs(other));
          for (const other of ["", 1, null, []]) assert.ok(!takesAs([other]));
          assert.ok(takesAs([]));
          assert.ok(takes((envelope) => items(envelope).push(...items(envelope), ...items(envelope))));
          assert.ok(takes((envelope) => ((items(envelope)[0] as Record<string, unknown>)["EXTRA"] = null)));
        },
      },
    ];
  }
  return [
    presence,
    {
      name: `${name}: text of ${length ?? "any"} letters, or none`,
      run() {
        for (const other of others) assert.ok(!takesAs(other));
        assert.ok(takesAs(""));
        for (const letter of isDigits ? ["0"] : ["A", "가", "😀"]) {
          assert.ok(takesAs(letter.repeat(length ?? 5000)));
          if (length !== undefined) assert.ok(!takesAs(letter.repeat(length + 1)));
        }
        if (isDigits) for (const other of ["가", "1a", " 1", "-1", "1.0"]) assert.ok(!takesAs(other));
      },
    },
  ];
}

/** Bodies that are not JSON: the gateway's page is any text, the form of tokencheck is empty. */
function plainBodyChecks({ api, validatorAt }: Subject): Check[] {
  return operationsOf(api).flatMap(({ path, method, operation }) => {
    const pages = Object.entries(operation.responses).filter(
      ([, response]) => "text/html" in deref(api, response).content,
    );
    const form = operation.requestBody?.content["application/x-www-form-urlencoded"];
    return [
      {
        name: `${operation.operationId}: the gateway's page is any text`,
        run() {
          assert.deepEqual(
            pages.map(([status]) => status),
            ["500", "503", "504"],
          );
          for (const [status, response] of pages) {
            const at =
              "$ref" in response
                ? pointerSegments(response.$ref.slice(1))
                : ["paths", path, method, "responses", status];
            const validate = validatorAt(toPointer([...at, "content", "text/html", "schema"]));
            assert.deepEqual(
              ["", "<p>", ...others].map((value) => validate(value)),
              [true, true, ...others.map(() => false)],
            );
          }
        },
      },
      ...(form === undefined
        ? []
        : [
            {
              name: `${operation.operationId}: the form is an empty object`,
              run() {
                const validate = validatorAt(
                  toPointer([
                    "paths",
                    path,
                    method,
                    "requestBody",
                    "content",
                    "application/x-www-form-urlencoded",
                    "schema",
                  ]),
                );
                assert.deepEqual(
                  [{}, { token: "1" }, null, [], ""].map((value) => validate(value)),
                  [true, false, false, false, false],
                );
              },
            },
          ]),
    ];
  });
}

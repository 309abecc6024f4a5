import assert from "node:assert/strict";
import type { SourceDocument } from "../../bundle/source.ts";
import type { Check, CheckGroup } from "./check.ts";
import { documentedFields, sampleOf, unreachedRows } from "./documented-fields.ts";
import { allows, changed, objectsIn, valueAt, valuesFor } from "./field-values.ts";
import type { Body, SpecUnderTest } from "./spec-under-test.ts";

/** What the schemas of the answers accept, field by field of the document's tables. Clients are generated from them. */
export const answers: CheckGroup = {
  name: "answers",
  needs: "bundle",
  checks(spec) {
    const bodies = spec.bodies.filter(({ status }) => status !== undefined);
    const distinct = bodies.filter(
      ({ schemaPointer }, index) => bodies.findIndex((one) => one.schemaPointer === schemaPointer) === index,
    );
    return [
      {
        name: "every row of the tables is a field of some body or a parameter",
        run: () => assert.deepEqual(unreachedRows(spec), []),
      },
      ...distinct.flatMap((body) =>
        body.contentType === "application/json" ? jsonChecks(spec, body) : textChecks(spec, body),
      ),
    ];
  },
};

function jsonChecks(spec: SpecUnderTest, { operationId, status, mediaType, schemaPointer }: Body): Check[] {
  const name = `${operationId} ${status}`;
  const valid = sampleOf(spec.api, mediaType.schema);
  const accepts = (value: unknown): boolean => spec.validatorAt(schemaPointer)(value);
  const { keys } = spec.spec.source<SourceDocument>("document.yaml").envelope;
  return [
    {
      name: `${name}: the envelope has its parts, which are objects`,
      run() {
        assert.ok(accepts(valid));
        for (const key of keys) {
          assert.ok(!accepts(changed(valid, "", (body) => delete body[key])));
          for (const other of [null, [], "", 1, true])
            assert.ok(!accepts(changed(valid, "", (body) => (body[key] = other))));
        }
        for (const other of [null, [], "", 1]) assert.ok(!accepts(other));
      },
    },
    {
      name: `${name}: an unknown key of any type is accepted in every object`,
      run() {
        for (const at of objectsIn(valid))
          for (const value of ["", 1, true, null, [], {}])
            assert.ok(accepts(changed(valid, at, (holder) => (holder["EXTRA"] = value))), at);
      },
    },
    ...documentedFields(spec, schemaPointer).map((field) => ({
      name: `${name} ${field.at}.${field.code}: what the document and the errata allow`,
      run() {
        const { at, code, required } = field;
        assert.equal(accepts(changed(valid, at, (holder) => delete holder[code])), !required, "without it");
        for (const value of valuesFor(field, valueAt(valid, at, code))) {
          const isAccepted = accepts(changed(valid, at, (holder) => (holder[code] = value)));
          assert.equal(isAccepted, allows(field, value), JSON.stringify(value));
        }
      },
    })),
  ];
}

/** A page of a gateway is any text. */
function textChecks(
  { validatorAt }: SpecUnderTest,
  { operationId, status, contentType, schemaPointer }: Body,
): Check[] {
  return [
    {
      name: `${operationId} ${status} ${contentType}: any text`,
      run() {
        const verdicts = ["", "<p>", 1, null, [], {}].map((value) => validatorAt(schemaPointer)(value));
        assert.deepEqual(verdicts, [true, true, false, false, false, false]);
      },
    },
  ];
}

import { stringify } from "yaml";
import type { Schema } from "../bundle/openapi.ts";
import { type FieldRow, type FieldTable, rowPointers, type SourceDocument } from "../bundle/source.ts";
import { loadSpec } from "../bundle/spec-files.ts";
import { specDir } from "../lib/paths.ts";

/** Operations that share a service, and with it a folder and a tag. */
const perService = 10;

/** Korean words and bank shorthand that field names and codes are made of. */
const subjects = [
  ["고객", "CUS"],
  ["계좌", "ACNO"],
  ["대출", "LN"],
  ["상환", "RPY"],
  ["이자", "INT"],
  ["한도", "LMT"],
  ["신청", "APL"],
  ["승인", "APV"],
  ["상품", "PRD"],
  ["지점", "BR"],
  ["거래", "TRN"],
  ["수수료", "FEE"],
] as const;
const qualities = [
  ["번호", "NO"],
  ["명", "NM"],
  ["구분코드", "DSCD"],
  ["일자", "DT"],
  ["상태코드", "STCD"],
  ["내용", "TXT"],
  ["여부", "YN"],
  ["비율", "RT"],
  ["등급", "GRD"],
  ["주소", "ADR"],
] as const;

/** A code that several operations give other titles and lengths. */
const sharedCode = "CUS_USG_ACNO";

interface Field {
  code: string;
  title: string;
  length: number;
  required: boolean;
}

/** A generator of numbers from 0 to below 1 (mulberry32): the same seed gives the same numbers. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number as capital letters, at least two: names of files hold no digits. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 * 26
    ? String.fromCharCode(65 + Math.floor(index / 26)) + last
    : letters(Math.floor(index / 26)) + last;
}

/** The `count` fields of one table; codes are distinct within it. */
function fieldsOf(next: () => number, count: number): Field[] {
  const found = new Map<string, Field>();
  while (found.size < count) {
    const [subject, prefix] = subjects[Math.floor(next() * subjects.length)] ?? subjects[0];
    const [quality, suffix] = qualities[Math.floor(next() * qualities.length)] ?? qualities[0];
    const number = Math.floor(next() * 9) + 1;
    const code = next() < 0.05 ? sharedCode : `${prefix}_${suffix}_${number}`;
    found.set(code, {
      code,
      title: `${subject}${quality}${number}`,
      length: Math.floor(next() * 60) + 1,
      required: next() < 0.7,
    });
  }
  return [...found.values()];
}

function schemaOf(title: string, section: string, at: string, fields: readonly Field[], more: object = {}): object {
  return {
    type: "object",
    title,
    ...more,
    required: fields.filter(({ required }) => required).map(({ code }) => code),
    properties: Object.fromEntries(
      fields.map(({ code, title: name, length }) => [
        code,
        {
          type: "string",
          title: name,
          maxLength: length,
          ...(name.includes("계좌") ? { "x-sensitive": true } : {}),
          // Lists may have codes of the body, too.
          "x-source": { section, code, at },
        },
      ]),
    ),
  };
}

const rowsOf = (at: string, fields: readonly Field[]): FieldRow[] =>
  fields.map(({ code, title, length, required }) => ({
    at,
    code,
    name: title,
    required: required ? "Y" : "N",
    type: `S(${length})`,
  }));

/** Fake values that fit: the title, cut to the field's length. */
const valuesOf = (fields: readonly Field[]): object =>
  Object.fromEntries(fields.map(({ code, title, length }) => [code, title.slice(0, length)]));

const envelope = (title: string, header: string, body: string, section: string, more: object = {}): object => ({
  type: "object",
  title,
  ...more,
  required: ["dataHeader", "dataBody"],
  properties: { dataHeader: { $ref: `../../common/schemas/${header}.yaml` }, dataBody: { $ref: `./${body}.yaml` } },
  "x-source": { section },
  ...("additionalProperties" in more ? { "x-errata": ["closed-request"] } : {}),
});

/** What one operation adds to the spec. */
interface Part {
  files: [string, object][];
  path: string;
  file: string;
  tables: FieldTable[];
  closed: string[];
  post: string;
}

/** What every operation takes from the project's own spec. */
interface Shared {
  /** The error responses. */
  responses: object;
  /** The dataHeader of the example requests. */
  sampleHeader: object;
  /** The rows of a shared header, which the tables print again. */
  repeats: (component: string) => NonNullable<FieldTable["repeats"]>;
}

function operation(index: number, seed: number, { responses, sampleHeader, repeats }: Shared): Part {
  const next = random(seed * 1_000_003 + index);
  const service = `sv${letters(Math.floor(index / perService)).toLowerCase()}`;
  const name = `Inquiry${letters(index)}`;
  const title = `${(subjects[index % subjects.length] ?? subjects[0])[0]}조회 ${index + 1}`;
  const chapter = `5.${index + 1}`;
  const [request, answer, item] = [
    fieldsOf(next, 6 + Math.floor(next() * 6)),
    fieldsOf(next, 8 + Math.floor(next() * 8)),
    fieldsOf(next, 3),
  ];
  const file = `${service}/paths/get${name}.yaml`;
  const list = `LIST_${letters(index)}`;
  const body = schemaOf(`${title} 응답 데이터`, `${chapter}.3`, "dataBody", answer) as {
    properties: Record<string, object>;
  };
  body.properties[list] = {
    type: "array",
    title: "반복부",
    items: { $ref: `./${name}Item.yaml` },
    "x-source": { section: `${chapter}.3`, code: list },
    "x-errata": ["account-list"],
  };
  const shared = {
    tags: [tagOf(service)],
    security: [{ appKey: [], secretKey: [] }],
    requestBody: {
      required: true,
      content: {
        "application/json": {
          schema: { $ref: `../schemas/${name}Request.yaml` },
          examples: { sample: { $ref: `../examples/${name}Sample.yaml` } },
        },
      },
    },
    responses: {
      "200": {
        description: `${title} 결과입니다.`,
        content: {
          "application/json": {
            schema: { $ref: `../schemas/${name}Response.yaml` },
            examples: { success: { $ref: `../examples/${name}Success.yaml` } },
          },
        },
      },
      ...responses,
    },
    "x-source": { section: `${chapter}.1` },
  };
  return {
    path: `/oai/wb/v1/${service}/get${name}`,
    file,
    closed: [`${service}/schemas/${name}Request.yaml#`, `${service}/schemas/${name}RequestDataBody.yaml#`],
    post: `${file}#/post`,
    tables: [
      {
        section: `${chapter}.2`,
        title: "Request Parameters",
        schema: `${service}/schemas/${name}Request.yaml`,
        repeats: repeats("RequestDataHeader"),
        rows: rowsOf("dataBody", request),
      },
      {
        section: `${chapter}.3`,
        title: "Response Parameters",
        schema: `${service}/schemas/${name}Response.yaml`,
        repeats: repeats("ResponseDataHeader"),
        rows: [
          ...rowsOf("dataBody", answer),
          { at: "dataBody", code: list, name: "반복부", required: "N", type: "" },
          ...rowsOf(`dataBody.${list}[]`, item),
        ],
      },
    ],
    files: [
      [
        file,
        {
          get: { operationId: `get${name}`, summary: title, ...shared },
          post: { operationId: `post${name}`, summary: `${title}(POST)`, ...shared, "x-errata": ["method-post"] },
        },
      ],
      [
        `${service}/schemas/${name}Request.yaml`,
        envelope(`${title} 요청`, "RequestDataHeader", `${name}RequestDataBody`, `${chapter}.2`, {
          additionalProperties: false,
        }),
      ],
      [
        `${service}/schemas/${name}RequestDataBody.yaml`,
        {
          ...schemaOf(`${title} 요청 데이터`, `${chapter}.2`, "dataBody", request, { additionalProperties: false }),
          "x-errata": ["closed-request"],
        },
      ],
      [
        `${service}/schemas/${name}Response.yaml`,
        envelope(`${title} 응답`, "ResponseDataHeader", `${name}ResponseDataBody`, `${chapter}.3`),
      ],
      [`${service}/schemas/${name}ResponseDataBody.yaml`, body],
      [`${service}/schemas/${name}Item.yaml`, schemaOf(`${title} 항목`, `${chapter}.3`, `dataBody.${list}[]`, item)],
      [
        `${service}/examples/${name}Sample.yaml`,
        { summary: "요청 예제", value: { dataHeader: sampleHeader, dataBody: valuesOf(request) } },
      ],
      [
        `${service}/examples/${name}Success.yaml`,
        {
          summary: "정상 응답",
          value: { dataHeader: {}, dataBody: { ...valuesOf(answer), [list]: [valuesOf(item)] } },
          "x-omits": ["GLBL_ID"],
        },
      ],
    ],
  };
}

/** The tag of a service: the folder's name as a class is named. */
function tagOf(service: string): string {
  return service.charAt(0).toUpperCase() + service.slice(1);
}

/**
 * A spec of the house style with as many operations as asked: the project's own and made-up ones in services of ten. Field
 * sets are distinct, some codes are shared, each operation has a GET with a body and its POST and all errors.
 *
 * @param operations paths besides the project's own
 * @param seed the same gives the same files
 * @returns the YAML files by path in a spec folder; spec/source/samples/ is not among them
 */
export function platform(operations: number, seed = 1): Map<string, string> {
  const spec = loadSpec(specDir);
  const data = new Map([...spec.files].map(([path, file]) => [path, structuredClone(file.data)]));
  const index = data.get("openapi.yaml") as { tags: object[]; paths: Record<string, object> };
  const document = data.get("source/document.yaml") as SourceDocument;
  const tables = data.get("source/fields.yaml") as FieldTable[];
  const errata = data.get("source/errata.yaml") as { id: string; places: object[] }[];
  const places = (id: string): object[] => errata.find((erratum) => erratum.id === id)?.places ?? [];
  const [first] = Object.values(index.paths) as { $ref: string }[];
  const model = spec.file(first?.$ref.slice(2) ?? "").data as { get: { responses: Record<string, object> } };
  const responses = Object.fromEntries(Object.entries(model.get.responses).filter(([status]) => Number(status) >= 400));
  const example = document.samples[0]?.example ?? "";
  const { dataHeader: sampleHeader } = (spec.file(example).data as { value: { dataHeader: object } }).value;
  const repeats: Shared["repeats"] = (component) => {
    const { properties = {} } = spec.file(`common/schemas/${component}.yaml`).data as Schema;
    const [field] = Object.values(properties);
    return { section: rowPointers(field?.["x-source"])[0]?.section ?? "", at: "dataHeader" };
  };
  for (let count = 0; count < operations; count++) {
    const part = operation(count, seed, { responses, sampleHeader, repeats });
    const service = part.file.split("/")[0] ?? "";
    if (count % perService === 0)
      index.tags.push({
        name: tagOf(service),
        "x-displayName": `${service} 서비스`,
        description: `${service} 서비스의 조회를 제공합니다.`,
      });
    index.paths[part.path] = { $ref: `./${part.file}` };
    document.sections.push(...["1", "2", "3"].map((section) => `5.${count + 1}.${section}`));
    document.requests.push({ section: `5.${count + 1}.1`, method: "GET", path: part.path });
    tables.push(...part.tables);
    places("closed-request").push(...part.closed.map((at) => ({ at, differs: ["closed"] })));
    places("method-post").push({ at: part.post, differs: ["method"] });
    const list = part.tables[1]?.rows.find(({ type }) => type === "")?.code;
    const dataBody = part.tables[1]?.schema?.replace("Response.yaml", "ResponseDataBody.yaml");
    places("account-list").push({
      at: `${dataBody}#/properties/${list}`,
      differs: ["type"],
      decided: { type: "array" },
    });
    for (const [path, content] of part.files) data.set(path, content);
  }
  return new Map([...data].map(([path, content]) => [path, stringify(content, { lineWidth: 0 })]));
}

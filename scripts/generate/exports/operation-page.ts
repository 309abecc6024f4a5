import {
  deref,
  type Example,
  maxLengthOf,
  type MediaType,
  type OpenApi,
  type operationsOf,
  type Response,
  type Schema,
} from "../../bundle/openapi.ts";
import { parametersOf, placeNames } from "../../bundle/parameters.ts";
import { credentialHeader, credentialPrefix } from "../../bundle/security.ts";
import type { Place } from "../../client/parameters.ts";
import { clientSample, curlSample } from "../client/samples.ts";
import { codeBlock, codeSpan, escapeMarkdown, markdownTable, proseMarkdown } from "../../lib/markdown.ts";

type At = ReturnType<typeof operationsOf>[number];

/**
 * An operation as a Markdown page: what it takes, what it answers, with every example.
 *
 * @param url where the sample sends to
 */
export function operationPage(api: OpenApi, at: At, url: string): string {
  const { path, method, operation } = at;
  const { description = "" } = operation as { description?: string };
  return [
    `# ${escapeMarkdown(operation.summary)} (${codeSpan(operation.operationId)})`,
    "",
    codeSpan(`${method.toUpperCase()} ${path}`),
    "",
    ...paragraphs(description),
    "## 인증",
    "",
    "다음 가운데 한 줄을 선택해 그 줄의 헤더를 모두 보냅니다.",
    "",
    ...operation.security.map((alternative) => `- ${credentials(api, Object.keys(alternative))}`),
    "",
    ...parameters(api, at),
    ...Object.entries(operation.requestBody?.content ?? {}).flatMap(([type, mediaType]) => [
      `## 요청 본문 (${type})`,
      "",
      ...body(api, mediaType, "###"),
    ]),
    "## 요청 예제",
    "",
    codeBlock(curlSample({ api, url }, at), "sh"),
    "",
    codeBlock(clientSample({ api, url }, at), "ts"),
    "",
    ...Object.entries(operation.responses).flatMap(([status, reference]) =>
      answer(api, status, deref<Response>(api, reference)),
    ),
  ].join("\n");
}

function credentials({ components: { securitySchemes } }: OpenApi, names: readonly string[]): string {
  return names
    .map((name) => codeSpan(`${credentialHeader(securitySchemes, name)}: ${credentialPrefix(securitySchemes, name)}…`))
    .join(", ");
}

function parameters(api: OpenApi, { path, method }: At): string[] {
  const all = parametersOf(api, path, method);
  if (all.length === 0) return [];
  const rows = all.map(({ name, in: place, required, schema = {}, description }) => {
    const resolved = deref<Schema>(api, schema);
    return [
      codeSpan(name),
      placeNames[place as Place],
      ...columns({ ...(description === undefined ? {} : { description }), ...resolved }, required === true),
    ];
  });
  return ["## 파라미터", "", markdownTable(["이름", "자리", ...heads], rows), ""];
}

/** An answer: that of an error with its codes alone, whose bodies all look alike. */
function answer(api: OpenApi, status: string, response: Response): string[] {
  const isError = response["x-error-status"] !== undefined;
  return [
    `## 응답 ${status}`,
    "",
    ...paragraphs(response.description),
    ...Object.entries(response.content).flatMap(([type, mediaType]) => {
      const codes = Object.keys(mediaType.examples ?? {});
      if (!isError) return [`### ${type}`, "", ...body(api, mediaType, "####")];
      if (type !== "application/json") return [`${codeSpan(type)} 형식으로 응답할 수도 있습니다.`, ""];
      return [`오류 코드: ${codes.map(codeSpan).join(", ")}. 원인과 조치는 [오류 코드](../errors.md)에 있습니다.`, ""];
    }),
  ];
}

const heads = ["한글 이름", "타입", "필수", "최대 길이", "허용 값", "개인정보", "설명"];

/** A body's fields and its examples. */
function body(api: OpenApi, { schema, examples = {} }: MediaType, level: string): string[] {
  const rows = fieldRows(api, schema, "", []);
  return [
    ...(rows.length === 0 ? [] : [markdownTable(["필드", ...heads], rows), ""]),
    ...Object.entries(examples).flatMap(([name, reference]) => {
      const { summary, value } = deref<Example>(api, reference);
      const isText = typeof value === "string";
      return [
        `${level} ${escapeMarkdown(summary)} (${codeSpan(name)})`,
        "",
        isText ? codeBlock(value.trimEnd()) : codeBlock(JSON.stringify(value, null, 2), "json"),
        "",
      ];
    }),
  ];
}

/** A row for each field, objects and lists before what they hold. A schema within itself is shown once. */
function fieldRows(api: OpenApi, reference: Schema, at: string, above: readonly Schema[]): string[][] {
  const schema = deref<Schema>(api, reference);
  if (above.includes(schema)) return [];
  if (schema.items !== undefined) return fieldRows(api, schema.items, `${at}[]`, [...above, schema]);
  return Object.entries(schema.properties ?? {}).flatMap(([code, field]) => {
    const place = at === "" ? code : `${at}.${code}`;
    const resolved = { ...deref<Schema>(api, field), ...withoutReference(field) };
    const isRequired = schema.required?.includes(code) ?? false;
    return [[codeSpan(place), ...columns(resolved, isRequired)], ...fieldRows(api, field, place, [...above, schema])];
  });
}

function withoutReference({ $ref: _, ...own }: Schema): Schema {
  return own;
}

/** The columns of a field behind its name. */
function columns(schema: Schema, isRequired: boolean): string[] {
  const values = "const" in schema ? [schema.const] : (schema.enum ?? []);
  return [
    escapeMarkdown(schema.title ?? ""),
    schema.type ?? "",
    isRequired ? "Y" : "N",
    String(maxLengthOf(schema) ?? ""),
    values.map((value) => codeSpan(String(value))).join(", "),
    schema["x-sensitive"] === true ? "예" : "",
    proseMarkdown(schema.description ?? ""),
  ];
}

/** Sentences of the spec, each line a paragraph of its own. */
function paragraphs(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .flatMap((line) => [proseMarkdown(line.trim()), ""]);
}

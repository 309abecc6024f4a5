import { marker } from "../bundle/bundle.ts";
import { curl, describeReproduction, inputScenarios, reproducingRequest } from "../bundle/example-request.ts";
import { confidenceLabels, layerLabels, resendLabels, strengthLabels } from "../bundle/labels.ts";
import { codeBlock, codeSpan, escapeMarkdown, markdownTable, proseMarkdown } from "../lib/markdown.ts";
import { deref, type OpenApi, maxLengthOf, operationsOf, type Schema } from "../bundle/openapi.ts";
import { parametersOf, placeNames } from "../bundle/parameters.ts";
import type { Place } from "../client/parameters.ts";
import type { Erratum } from "../bundle/source.ts";
import type { Spec } from "../bundle/spec-files.ts";

/** The reference in Markdown: operations, fields in the document's order, error codes, and where the spec differs from the document. */
export function reference(api: OpenApi, spec: Spec): string {
  return [
    `<!-- ${marker} -->`,
    "",
    `# ${escapeMarkdown(`${api.info.title} ${api.info.version} API 레퍼런스`)}`,
    "",
    "## 오퍼레이션",
    "",
    table(
      ["HTTP Method", "경로", "operationId", "이름"],
      operationsOf(api).map(({ path, method, operation }) => [
        method.toUpperCase(),
        codeSpan(path),
        codeSpan(operation.operationId),
        escapeMarkdown(operation.summary),
      ]),
    ),
    ...parameterTable(api),
    ...fieldTables(spec),
    ...errorCodes(api),
    ...scenarios(api),
    ...errata(spec),
  ].join("\n");
}

/** The error codes with cause and advice. */
export function errorCodes(api: OpenApi): string[] {
  return [
    "## 오류 코드",
    "",
    "원인, 조치, 다시 보내기는 이 프로젝트의 해석이며 HTTP 상태 코드는 샌드박스가 사용하는 추정값입니다.",
    "",
    ...Object.entries(resendLabels).map(([value, { label, meaning }]) => `- ${label}(${codeSpan(value)}): ${meaning}`),
    "",
    table(
      ["코드", "의미", "은행의 메시지", "발생 위치", "원인", "조치", "다시 보내기", "상태 코드(추정)"],
      api["x-error-catalogue"].codes.map((row) => [
        escapeMarkdown(row.code),
        proseMarkdown(row.meaning),
        proseMarkdown(row.message),
        layerLabels[row.layer],
        proseMarkdown(row.cause),
        proseMarkdown(row.action),
        resendLabels[row.resend].label,
        row.status.join(", "),
      ]),
    ),
  ];
}

/** Where the spec says something else than the document, and why. */
export function errata(spec: Spec): string[] {
  return [
    "## 원문과 다른 점",
    "",
    table(
      ["id", "절", "주제", "원문", "명세", "근거", "신뢰도"],
      spec
        .source<Erratum[]>("errata.yaml")
        .map((row) => [
          codeSpan(row.id),
          ...[row.section, row.topic, row.source, row.spec].map(proseMarkdown),
          row.evidence.map(({ strength, fact }) => `(${strength}) ${proseMarkdown(fact)}`).join(" "),
          confidenceLabels[row.confidence],
        ]),
    ),
    `근거의 강도: ${Object.entries(strengthLabels)
      .map(([strength, label]) => `${strength} ${label}`)
      .join(", ")}.`,
    "",
  ];
}

/** The parameters of all operations; nothing where there is none. */
function parameterTable(api: OpenApi): string[] {
  const rows = operationsOf(api).flatMap(({ path, method, operation }) =>
    parametersOf(api, path, method).map((parameter) => {
      const schema = deref<Schema>(api, parameter.schema ?? {});
      return [
        codeSpan(operation.operationId),
        placeNames[parameter.in as Place],
        codeSpan(parameter.name),
        escapeMarkdown(schema.title ?? ""),
        parameter.required === true ? "Y" : "N",
        String(maxLengthOf(schema) ?? ""),
      ];
    }),
  );
  if (rows.length === 0) return [];
  return ["## 파라미터", "", table(["operationId", "자리", "이름", "한글 이름", "필수", "최대 길이"], rows)];
}

/** How the sandbox is brought to each answer. */
export function scenarios(api: OpenApi): string[] {
  const { codes } = api["x-error-catalogue"];
  const shown = codes.find(({ reproduce }) => reproduce.headers !== undefined) ?? codes[0];
  return [
    "## 재현 방법",
    "",
    `샌드박스(\`npm start\`)의 예제 요청에서 다음을 바꾸면 그 오류 코드로 응답합니다. 어느 오류 코드든 \`Prefer: example=코드\` 헤더로도 지정할 수 있습니다.`,
    "",
    table(
      ["코드", "상태 코드", "의미", "바꿀 것"],
      codes.map((row) => [
        escapeMarkdown(row.code),
        String(row.status[0]),
        proseMarkdown(row.meaning),
        describeReproduction(row, codeSpan),
      ]),
    ),
    ...(shown === undefined
      ? []
      : [
          `예: ${escapeMarkdown(shown.code)}`,
          "",
          codeBlock(curl("http://127.0.0.1:4010", reproducingRequest(api, shown)), "sh"),
          "",
        ]),
    "## 테스트 시나리오",
    "",
    "요청의 필드에 다음 값을 보내면 샌드박스가 그 시나리오로 응답합니다. 같은 시나리오를 `Prefer` 헤더로도 지정할 수 있으며 헤더가 우선합니다.",
    "",
    table(
      ["필드", "값", "Prefer"],
      inputScenarios(api).flatMap(({ code, name, values }) =>
        Object.entries(values).map(([value, scenario]) => [
          `${codeSpan(code)} ${escapeMarkdown(name)}`,
          codeSpan(value),
          codeSpan(scenario),
        ]),
      ),
    ),
  ];
}

/** The document's tables. */
export function fieldTables(spec: Spec): string[] {
  return spec.tables.flatMap(({ section, title, rows }) => [
    `## ${escapeMarkdown(`${section} ${title}`)}`,
    "",
    "원문의 표입니다. 빈칸은 원문에서도 비어 있는 칸이며, 명세의 값은 openapi.json에 있습니다.",
    "",
    table(
      ["위치", "코드", "이름", "필수", "타입"],
      rows.map((row) => [
        escapeMarkdown(row.at),
        codeSpan(row.code),
        ...[row.name, row.required, row.type].map(escapeMarkdown),
      ]),
    ),
  ]);
}

/** A table and the empty line after it. */
function table(head: string[], rows: string[][]): string {
  return `${markdownTable(head, rows)}\n`;
}

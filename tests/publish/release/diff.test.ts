import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { diff } from "../../../scripts/cli/diff.ts";
import { release } from "../../../scripts/cli/release.ts";
import { call } from "../../support/in-process.ts";
import { copyPapers, type Edit } from "../../support/project.ts";
import { readSource } from "../../../scripts/checks/diff/source-files.ts";
import { gitIn } from "../../support/repository.ts";
import { api } from "../../support/bundle.ts";

const header = "spec/common/schemas/RequestDataHeader.yaml";
const field = "    maxLength: 39\n";
const errata = "spec/source/errata.yaml";
const answer = "spec/credit/schemas/CreditLoanBasicInfoResponseDataBody.yaml";
const tokenPath = "spec/oauth/paths/checkToken.yaml";

const explanation = `- id: address-length
  kind: decision
  section: "4.1.2"
  topic: 주소의 길이
  source: S(39)입니다.
  spec: 45자까지 받습니다.
  evidence:
    - { strength: I, fact: "IPv4를 담은 IPv6 주소는 45자까지입니다." }
  confidence: low
  places:
    - { at: "common/schemas/RequestDataHeader.yaml#/properties/UTZPE_CNCT_IPAD", differs: [maxLength] }
`;

/** A change of every kind that a person makes. */
const kinds: [string, (edit: Edit) => void][] = [
  [
    "an optional field",
    (edit) => edit(header, "properties:\n", "properties:\n  NEW_CD: { type: string, title: 새 항목 }\n"),
  ],
  [
    "a required field",
    (edit) => {
      edit(header, "properties:\n", "properties:\n  NEW_CD: { type: string, title: 새 항목 }\n");
      edit(header, "required:\n", "required:\n  - NEW_CD\n");
    },
  ],
  [
    "a field that is gone",
    (edit) => {
      edit(answer, "  - WRLC_TEL_1\n", "");
      edit(answer, /^ {2}WRLC_TEL_1:\n(?: {4}.*\n)+/m, "");
    },
  ],
  [
    "a field under another code",
    (edit) => {
      edit(answer, "  - WRLC_TEL_1\n", "  - WRLC_TEL_2\n");
      edit(answer, "  WRLC_TEL_1:\n", "  WRLC_TEL_2:\n");
    },
  ],
  ["a field that is no longer required", (edit) => edit(header, "  - UTZPE_CNCT_IPAD\n", "")],
  ["another name", (edit) => edit(header, "title: 이용자접속IP주소", "title: 주소")],
  ["a shorter length", (edit) => edit(header, field, "    maxLength: 20\n")],
  ["a longer length", (edit) => edit(header, field, "    maxLength: 60\n")],
  ["allowed values", (edit) => edit(header, field, `${field}    enum: ["10.0.0.1"]\n`)],
  ["a description", (edit) => edit(header, field, `${field}    description: 설명합니다.\n`)],
  ["a mark", (edit) => edit(header, field, `${field}    deprecated: true\n`)],
  [
    "an example's summary",
    (edit) => edit("spec/credit/examples/CreditLoanBasicInfoNoAccounts.yaml", /^summary: .*$/m, "summary: 다른 요약"),
  ],
  ["a tag's Korean name", (edit) => edit("spec/openapi.yaml", "x-displayName: 신용대출", "x-displayName: 대출")],
  ["a server", (edit) => edit("spec/openapi.yaml", "http://127.0.0.1:4010", "http://127.0.0.1:4999")],
  [
    "an error code's meaning",
    (edit) => edit("spec/common/error-codes.yaml", "meaning: 복호화 오류", "meaning: 복호화 실패"),
  ],
  [
    "an operation",
    (edit) =>
      edit(
        tokenPath,
        /^/,
        "post: { operationId: postToken, summary: 토큰, tags: [Auth], security: [{ appKey: [] }], responses: { '200': { description: 마칩니다., content: { application/json: { schema: { type: object } } } } } }\n",
      ),
  ],
  ["an operation that is gone", (edit) => edit("spec/openapi.yaml", /^ {2}\/oap\/.*\n.*\n/m, "")],
  ["what an operation asks for as proof", (edit) => edit(tokenPath, "      bearer: []\n", "")],
  [
    "a length that an erratum explains",
    (edit) => {
      edit(header, field, "    maxLength: 45\n    x-errata: [address-length]\n");
      edit(errata, /^- id: /m, `${explanation}- id: `);
    },
  ],
  ["a row of the source", (edit) => edit("spec/source/fields.yaml", "type: S(39)", "type: S(40)")],
  ["an erratum", (edit) => edit(errata, /^( +|- )topic: /m, "$1topic: 다른 ")],
];

/** What a report tells of the changes: class, sentence, operations, place, rule. */
function told(output: string): string[] {
  const lines = output.split("\n");
  const isEntry = (line: string): boolean =>
    /^(호환되지 않음|주의|호환)$|^ {2}\S|^ {4}(오퍼레이션|자리|규칙): /.test(line);
  return lines.filter(isEntry);
}

test.each(kinds)("%s is told alike by diff and release:check", async (_, change) => {
  const { dir, edit } = copyPapers();
  const { version } = api.info;
  // Versions that leave room for every change.
  writeFileSync(join(dir, "generated/released.json"), JSON.stringify(api));
  writeFileSync(join(dir, "generated/released-source.json"), JSON.stringify({ files: readSource(join(dir, "spec")) }));
  writeFileSync(join(dir, "CHANGELOG.md"), `# 변경 이력\n\n## ${version} (준비 중)\n`);
  const git = gitIn(dir);
  await git("init", "--quiet");
  await git("add", "--all");
  await git("commit", "--quiet", "--message=base");
  change(edit);
  const compared = await call((how) => diff(how, dir), "HEAD");
  const checked = await call((how) => release(how, dir), "--check");
  expect(told(compared.output).length).toBeGreaterThan(2);
  expect(told(checked.output)).toEqual(told(compared.output));
  expect(checked.exitCode).toBe(1);
  if (told(compared.output).includes("호환되지 않음")) expect(compared.exitCode).toBe(1);
});

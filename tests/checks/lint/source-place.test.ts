import { sourcePlace } from "../../../scripts/checks/lint/rules/source-place.ts";
import { testSpecRule } from "../../support/rules.ts";

testSpecRule(sourcePlace, [
  {
    name: "a table of a schema that is not there",
    change: (edit) => edit("source/fields.yaml", "ErrorResponse.yaml", "ErrorRespons.yaml"),
    errors: [
      "spec/source/fields.yaml spec/common/schemas/ErrorRespons.yaml 파일이 없습니다. common/schemas/ErrorResponse.yaml의 오타인지 확인하십시오.",
    ],
  },
  {
    name: "a table that repeats rows that no other table has",
    change: (edit) => {
      edit(
        "source/fields.yaml",
        "  title: Response Parameters\n",
        '$&  repeats: { section: "4.1.2", at: dataHeadr }\n',
      );
      edit("source/fields.yaml", "  title: 오류 처리\n", '$&  repeats: { section: "3.6", at: dataBody }\n');
    },
    errors: [
      "spec/source/fields.yaml 원문 4.1.2의 표에 되풀이할 dataHeadr 행이 없습니다.",
      "spec/source/fields.yaml 표가 자기 절의 행을 되풀이할 수 없습니다.",
    ],
  },
  {
    name: "an erratum of a file and of a place that are not there",
    change: (edit) => {
      edit("source/errata.yaml", "openapi.yaml#/servers/2", "openapi.yaml#/servers/7");
      edit("source/errata.yaml", "common/security/bearer.yaml#", "common/security/beare.yaml#");
    },
    errors: [
      "spec/source/errata.yaml 정오표 host: spec/openapi.yaml에 /servers/7 자리가 없습니다.",
      "spec/source/errata.yaml spec/common/security/beare.yaml 파일이 없습니다. common/security/bearer.yaml의 오타인지 확인하십시오.",
    ],
  },
]);

import { type ErrorCode } from "../../../bundle/openapi.ts";
import type { SpecRule } from "../rule.ts";

const catalogue = "common/error-codes.yaml";
const rows = "source/error-codes.yaml";

export const errorCodeRow: SpecRule = {
  id: "error-code-row",
  description:
    "오류 코드와 메시지는 은행이 인쇄한 그대로입니다. spec/common/error-codes.yaml을 spec/source/error-codes.yaml과 같게 하십시오.",
  check(spec, report) {
    const printed = spec.source<{ code: string; message: string }[]>("error-codes.yaml");
    const { codes } = spec.file(catalogue).data as { codes: ErrorCode[] };
    for (const [index, { code, message, layer }] of codes.entries()) {
      const place = { file: catalogue, pointer: `/codes/${index}` };
      const row = printed.find((one) => one.code === code);
      if (codes.findIndex((one) => one.code === code) !== index)
        report(place, `${code}: 두 번 있습니다. 하나를 지우십시오.`);
      if (row === undefined) report(place, `${code}: 인쇄된 표에 없는 코드입니다. 코드를 확인하십시오.`);
      else if (row.message !== message)
        report(place, `${code}의 메시지가 원문과 다릅니다. 명세는 "${message}", 원문은 "${row.message}"입니다.`);
      // 01xxx comes from the API server, the rest from the gateway; see erratum error-codes.
      if ((layer === "api-server") !== code.startsWith("SYSCD01"))
        report(place, `${code}의 layer가 ${layer}입니다. SYSCD01로 시작하는 코드만 api-server입니다.`);
    }
    for (const [index, { code }] of printed.entries()) {
      if (!codes.some((one) => one.code === code))
        report(
          { file: rows, pointer: `/${index}` },
          `${code}: 오류 코드표에 없습니다. spec/common/error-codes.yaml에 더하십시오.`,
        );
    }
  },
};

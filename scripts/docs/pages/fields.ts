import { html, prose, table } from "../html.ts";
import { lengthOf } from "../model.ts";
import { erratumLink, type MakePage } from "../docs-page.ts";

/** The field dictionary: every row of the document's tables. */
export const fields: MakePage = (model) => html`
<p>원문의 표 ${model.tables.length}개에 있는 필드입니다. 엑셀 같은 표 계산 프로그램에서는 <a href="fields.csv" download>CSV</a>를, 코드에서는 <a href="fields.json" download>JSON</a>을 내려받아 사용하십시오.</p>
<p class="filter" hidden><label for="field-filter">필터</label> <input id="field-filter" type="search" autocomplete="off" placeholder="코드, 이름, 절"> <label><input id="field-sensitive" type="checkbox"> 개인정보만</label> <output id="field-count" for="field-filter field-sensitive"></output></p>
${table(
  "원문의 필드",
  ["코드와 자리", "이름", "절", "원문 타입", "길이", "필수", "개인정보", "설명, 원문과 다른 점"],
  model.fields.map((field) => {
    const { id, code, name, printedName, section, at, type, schema, required, demanded } = field;
    const printed = required === "" ? "원문에 없음" : required === "Y" ? "필수" : "선택";
    const spec = demanded ? "필수" : "선택";
    return {
      id,
      attributes: html` data-search-text="${`${code} ${name} ${section}`.toLowerCase()}"${schema["x-sensitive"] === true && html` data-sensitive`}`,
      cells: [
        html`<a class="anchor" href="#${id}"><code>${code}</code></a><br><span class="at">${at}</span>`,
        name,
        section,
        type === "" ? "없음" : type,
        lengthOf(field),
        printed === spec ? spec : `${spec}(${printed === "원문에 없음" ? printed : `원문은 ${printed}`})`,
        schema["x-sensitive"] === true ? "개인정보" : "",
        html`${printedName !== name && `원문의 이름: ${printedName}. `}${prose(schema.description ?? "")} ${(schema["x-errata"] ?? []).map((id, index) => html`${index > 0 && ", "}${erratumLink(model, id)}`)}`,
      ],
    };
  }),
)}
`;

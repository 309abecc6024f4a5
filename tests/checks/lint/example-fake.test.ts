import { mediaTypeDocument, testHouseRule } from "../../support/rules.ts";

const document = (value: unknown): object =>
  mediaTypeDocument({ examples: { success: { value: { dataBody: { A: value } } } } });
const error = (kind: string): string[] => [`예제에 실제 ${kind}처럼 보이는 값이 있습니다.`];

testHouseRule("example-fake", [
  {
    name: "visibly fake values",
    document: document(["hong@example.com", "SANDBOX-APP-KEY", "1111111111111", "20190628MOCKHOST1030000000000001"]),
    errors: [],
  },
  { name: "the document's own mail address", document: document("palto@naver.cim"), errors: [] },
  { name: "a mail address", document: document("someone@gmail.com"), errors: error("메일 주소") },
  { name: "a hyphenated resident number", document: document("900101-1000000"), errors: error("주민등록번호") },
  {
    name: "a bare resident number with its check digit",
    document: document("9001011000006"),
    errors: error("주민등록번호"),
  },
  { name: "a gateway key", document: document(`l7${"xx"}${"0".repeat(32)}`), errors: error("키") },
  { name: "a hexadecimal secret", document: document("0123456789abcdef".repeat(2)), errors: error("키") },
  { name: "a UUID", document: document("01234567-89ab-cdef-0123-456789abcdef"), errors: error("키") },
]);

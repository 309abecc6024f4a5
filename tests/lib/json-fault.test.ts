import { describe, expect, test } from "vitest";
import { jsonFault } from "../../scripts/lib/json-fault.ts";

test.each([
  ['{\n  "a": {,}\n}', 2, 9, "큰따옴표로 묶은 이름이나"],
  ['{"a": 1,}', 1, 9, "닫는 괄호 앞의 쉼표를 지우십시오."],
  ["[1,\n2,\n]", 3, 1, "닫는 괄호 앞의 쉼표를 지우십시오."],
  ["[1 2]", 1, 4, "쉼표(,)나 닫는 괄호를"],
  ['{"가나" 1}', 1, 7, "콜론(:)을 넣으십시오."],
  ["{a: 1}", 1, 2, "큰따옴표로 묶은 이름이나"],
  ['["a\nb"]', 1, 2, "문자열을 큰따옴표로 닫고"],
  ['["\\x"]', 1, 2, "문자열을 큰따옴표로 닫고"],
  ["[01]", 1, 2, "값이나 닫는 괄호"],
  ["{} x", 1, 4, "글자가 더 있습니다."],
  ['{"a": [1,\n', 1, 10, "텍스트가 중간에 끝났습니다."],
  ["", 1, 1, "텍스트가 중간에 끝났습니다."],
])("%j: line %i, column %i", (text, line, column, reason) => {
  expect(jsonFault(text)).toEqual({ line, column, reason: expect.stringContaining(reason) });
});

describe("of a text with one letter less or more it thinks as JSON.parse does", () => {
  const whole = '{"a":[1,-2.5e3,"x\\u00e9\\n"],"b":{"c":null,"d":true},"e":[]}';
  test.each(["", ...'{}[],:"\\tE0.-x\n\t\u0001\u007f'])("%j", (letter) => {
    for (let at = 0; at <= whole.length; at += 1) {
      const text = whole.slice(0, at) + letter + whole.slice(letter === "" ? at + 1 : at);
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect([text, jsonFault(text) === undefined]).toEqual([text, isJson]);
    }
  });
});

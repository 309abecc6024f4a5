import { describe, expect, test } from "vitest";
import { withMeans, withMustBe, withObject, withSubject, withTopic } from "../../scripts/client/particles.ts";

describe("a particle follows how the noun before it is read", () => {
  test.each([
    ["코드", "코드를", "코드로"],
    ["이름", "이름을", "이름으로"],
    ["파일", "파일을", "파일로"],
    ["SYSCD01000", "SYSCD01000을", "SYSCD01000으로"],
    ["SYSCD03101", "SYSCD03101을", "SYSCD03101로"],
    ["HTTP 502", "HTTP 502를", "HTTP 502로"],
    ["UTF-8", "UTF-8을", "UTF-8로"],
    ["EUC-KR", "EUC-KR을", "EUC-KR로"],
    ["LN_AVL_AM", "LN_AVL_AM을", "LN_AVL_AM으로"],
    ["CUS_USG_ACNO", "CUS_USG_ACNO를", "CUS_USG_ACNO로"],
    ["CNT(입금가능계좌수)", "CNT(입금가능계좌수)를", "CNT(입금가능계좌수)로"],
    ["JSON", "JSON을", "JSON으로"],
    ["URL", "URL을", "URL로"],
    ["POST", "POST를", "POST로"],
    ["PUT", "PUT을", "PUT으로"],
    ["appKey", "appKey를", "appKey로"],
    ["token", "token을", "token으로"],
    ["Bearer", "Bearer를", "Bearer로"],
    ["gzip", "gzip을", "gzip으로"],
    ['"코드"', '"코드"를', '"코드"로'],
  ])("%s", (noun, object, means) => {
    expect([withObject(noun), withMeans(noun)]).toEqual([object, means]);
    const hasFinal = object.endsWith("을");
    expect([withSubject(noun), withTopic(noun), withMustBe(noun)]).toEqual(
      (hasFinal ? ["이", "은", "이어야"] : ["가", "는", "여야"]).map((particle) => noun + particle),
    );
  });
});

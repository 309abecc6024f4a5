/**
 * English words written into Redoc's code without a key, each with enough of the code around it to be found.
 * `"` stands for either kind of quote: the two builds of Redoc differ in it.
 */
export const koreanWords: [english: string, korean: string][] = [
  ['"aria-label":"Collapse all"', '"aria-label":"모두 접기"'],
  ['"aria-label":"Expand all"', '"aria-label":"모두 펼치기"'],
  ['"aria-label":"collapse"', '"aria-label":"접거나 펼치기"'],
  ['"aria-label":"Copy"', '"aria-label":"복사"'],
  ['"aria-label":"Example"', '"aria-label":"예"'],
  ['"aria-label":"More details"', '"aria-label":"자세히"'],
  ['"aria-label":"Response status"', '"aria-label":"응답 상태"'],
  ['"Open navigation menu"', '"목차 열기"'],
  ['"Close navigation menu"', '"목차 닫기"'],
  ['"Show sidebar":"Hide sidebar"', '"목차 보기":"목차 숨기기"'],
  ['"Switch color mode"', '"밝게 또는 어둡게"'],
  ['("characters",', '("자",'],
  ['("items",', '("건",'],
  ['{children:" and "}', '{children:" 및 "}'],
  ['name).join(" and ")', 'name).join(" 및 ")'],
  ['label:"and"', 'label:"및"'],
  ['{children:" or "}', '{children:" 또는 "}'],
  ['label:"Payload"', 'label:"요청 본문"'],
  ['title:"Payload"', 'title:"요청 본문"'],
  ['label:"Enum:"', 'label:"허용 값:"'],
  ['"Value:":"Enum:"', '"값:":"허용 값:"'],
  ['"property name*"', '"기타항목"'],
  ["`link to ${", "`링크: ${"],
];

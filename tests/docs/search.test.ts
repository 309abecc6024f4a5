import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { Searcher } from "../../scripts/docs/client/search/searcher.ts";
import { indexData, searchIndex } from "../../scripts/docs/search/index-file.ts";
import { type Entry, entriesOf } from "../../scripts/docs/search/entries.ts";
import { indexOf, searchOf } from "../support/search.ts";
import { site } from "../support/site.ts";

interface Query {
  query: string;
  finds: string[];
}
const { nothing, ...tables } = parse(readFileSync(join(import.meta.dirname, "search-queries.yaml"), "utf8")) as Record<
  "reviewed" | "own",
  Record<string, Query[]>
> & { nothing: string[] };
const data = indexOf(site);
const search = searchOf(site);

describe("the site", () => {
  const queries = Object.values(tables).flatMap((table) => Object.entries(table));

  test.each(queries)("%s: each query has its answer among the first three", (_kind, rows) => {
    const missed = rows.flatMap(({ query, finds }) => {
      const first = search(query).slice(0, 3);
      return first.some((id) => finds.includes(id)) ? [] : [{ query, finds, first }];
    });
    expect(missed).toEqual([]);
  });

  test("what the docs have nothing of is not found", () => {
    expect(nothing.filter((query) => search(query).length > 0)).toEqual([]);
  });

  test("every result leads to a place of the site", () => {
    const dead = data.places.flatMap(([page, anchor]) => {
      const file = data.pages[page]?.[0] ?? "";
      const text = site.get(file);
      return text !== undefined && (anchor === "" || text.includes(` id="${anchor}"`)) ? [] : [`${file}#${anchor}`];
    });
    expect([data.places.length > 0, dead]).toEqual([true, []]);
  });

  test("every word that stands for others is in the docs itself", () => {
    const searcher = new Searcher(data);
    const without = data.words.filter(({ word }) => {
      const { count, isGuess } = searcher.search(word, 1);
      return count === 0 || isGuess;
    });
    expect(without).toEqual([]);
  });
});

describe("the places of a page", () => {
  const page = { file: "guide.html", title: "안내", kind: "문서" };
  const placesOf = (body: string): Pick<Entry, "url" | "title" | "text">[] =>
    entriesOf(page, body).map(({ url, title, text }) => ({ url, title, text }));

  test("are itself, its headings and its rows, each with the text up to the next", () => {
    expect(
      placesOf(`<p>머리말 &lt;1&gt;</p>
<h2 id="first">첫 <code>절</code></h2><p>글<br>두 줄</p>
<table><thead><tr><th>코드</th><th>이름</th><th>길이</th></tr></thead><tbody>
<tr id="row-A"><th><code>A_B</code><br><span>자리</span></th><td>이름</td><td>3자</td></tr></tbody></table>
<p>표 뒤</p>
<ol><li id="step">하나: 둘 셋</li></ol>
<dl><dt id="term">말</dt><dd>뜻</dd></dl>
<h3>id가 없는 제목</h3>`),
    ).toEqual([
      { url: "guide.html", title: "안내", text: "머리말 <1>" },
      { url: "guide.html#first", title: "첫 절", text: "글\n두 줄\n코드\n이름\n길이\n표 뒤\nid가 없는 제목" },
      { url: "guide.html#row-A", title: "A_B 이름", text: "자리\n3자" },
      { url: "guide.html#step", title: "하나", text: "하나: 둘 셋" },
      { url: "guide.html#term", title: "말", text: "뜻" },
    ]);
  });

  test("have no words of pictures and controls, and the beginning of long code", () => {
    const [{ text = "" } = {}] = placesOf(
      `<svg><text>그림</text></svg><button>복사</button><pre><code>begin\n${"x".repeat(5000)}\nend</code></pre>`,
    );
    expect(text).toMatch(/^begin\nx+$/);
    expect(text.length).toBeLessThan(2000);
  });
});

describe("a result", () => {
  const entries: Entry[] = [
    {
      url: "a.html",
      title: "대출한도 안내",
      kind: "안내",
      page: "대출한도 안내",
      columns: "",
      text: `${"앞의 글 ".repeat(40)}여기에 대출 한도가 있습니다.`,
    },
    {
      url: "b.html#x",
      title: "다른 것",
      kind: "안내",
      page: "다른 화면",
      columns: "",
      text: "대출한도라는 말이 있는 글",
    },
  ];
  const searcher = new Searcher(indexData(entries, [{ word: "한도", typed: ["limit"] }]));
  const marked = (query: string): string[] =>
    searcher
      .search(query, 9)
      .results.map(({ title, excerpt }) =>
        [...title, { text: " | ", isMarked: false }, ...excerpt]
          .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
          .join(""),
      );

  test.each([
    ["대출한도", "[대출한도]"],
    ["ㄷㅊㅎㄷ", "[대출한도]"],
    ["대출ㅎ", "[대출한]도"],
    ["대춯한도", "[대출한도]"],
    ["limit", "대출[한도]"],
    ["eocnf", "[대출]한도"],
  ])("marks what %s found, and a title's hit comes first", (query, hit) => {
    const [first, second] = marked(query);
    expect([first, second]).toEqual([
      expect.stringContaining(`${hit} 안내 | `),
      expect.stringContaining(`| ${hit}라는 말`),
    ]);
  });

  test("shows the text round a hit, also where it is written with a blank", () => {
    const [first = ""] = marked("대출한도");
    expect(first).toContain("여기에 [대출 한도]가 있습니다.");
    expect(first.length).toBeLessThan(200);
  });

  test("tells what was left out and what was guessed", () => {
    expect(searcher.search("대출한도 블록체인", 9)).toMatchObject({ count: 2, unfound: ["블록체인"], isGuess: false });
    expect(searcher.search("대춯한도", 9)).toMatchObject({ count: 2, unfound: [], isGuess: true });
    expect(searcher.search("블록체인", 9)).toMatchObject({ count: 0, unfound: ["블록체인"] });
  });

  test("is not made of signs, nor of nothing", () => {
    for (const query of ["", "  ", "_", "(", "?!", "*", "[", "\\", "ㅏ"])
      expect([query, searcher.search(query, 9).count]).toEqual([query, 0]);
  });
});

test("the index holds a line that many places share once, and is the same each time", () => {
  const entries = Array.from({ length: 50 }, (_, index): Entry => ({
    url: `p${index}.html`,
    title: `${index}`,
    kind: "안내",
    page: `${index}`,
    columns: "",
    text: "모두에 있는 줄",
  }));
  const file = searchIndex(entries, []);
  expect(file.split("모두에 있는 줄").length).toBe(2);
  expect(searchIndex(entries, [])).toBe(file);
});

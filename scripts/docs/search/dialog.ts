import { type Html, html } from "../html.ts";

/** The search dialog of every page, closed; client/search-dialog.ts fills it. */
export const searchDialogPart: Html = html`<dialog id="search" aria-label="검색">
<div class="search-top">
<input id="search-input" type="search" role="combobox" aria-expanded="false" aria-controls="search-results" aria-autocomplete="list" aria-describedby="search-status" aria-label="검색어" placeholder="한도, ㄷㅊㅎㄷ, LN_AVL, 3101, timeout" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="go">
<button type="button" id="search-close">닫기</button>
</div>
<p id="search-status" role="status"></p>
<div id="search-results" role="listbox" aria-label="검색 결과"></div>
</dialog>
`;

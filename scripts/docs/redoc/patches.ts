import { koreanLabels } from "./labels.ts";
import { koreanWords } from "./words.ts";

interface Patch {
  why: string;
  find: RegExp;
  replace: string;
}

/**
 * What Redoc leaves no option for. The browser's bundle and the CLI's prerenderer are two builds of the same source,
 * so one pattern must fit both: otherwise the page would change under the reader when the script takes over.
 */
const patches: Patch[] = [
  {
    why: "labels come from a stub that knows English only",
    find: /translate:\((\w+),(\w+)\)=>\(typeof \2==[`"]string[`"]\?\2:\2\?\.defaultValue\)\|\|\1\|\|(``|"")\}\),useTranslationKeys:\(\)=>\[\]/,
    replace:
      "translate:($1,$2)=>(LABELS)[$1?.replace(`openapi.`,``)]??((typeof $2==`string`?$2:$2?.defaultValue)||$1||``)}),useTranslationKeys:()=>Object.keys(LABELS).map(key=>`openapi.`+key)",
  },
  {
    why: "its search finds prefixes only, and builds a worker by Function(), which the policy forbids",
    find: /(function \w+\(\{items:\w+,store:\w+,basePath:\w+,document:\w+\}\)\{)(let \w+=\w+\(\),\{isOpen:)/,
    replace: "$1return null;$2",
  },
  {
    why: "the logo is asked from a CDN",
    find: /\(0,\w+\.jsx\)\([`"]img[`"],\{alt:[`"]redocly logo[`"][^}]*\}\)/,
    replace: "null",
  },
  {
    why: "the words beside that logo need its name to mean something",
    find: /[`"]API docs by[`"]/,
    replace: "`Redocly Redoc`",
  },
  {
    why: "sections are shown on demand: without script, in print and for find-in-page they must be there",
    find: /(function \w+\((\w+)\)\{let (\w+)=\w+\(\);return)\(0,\w+\.useMemo\)\(\(\)=>\w+\(\2,\3\.pathname\),\[\2,\3\.pathname\]\)\}/,
    replace: "$1!0}",
  },
  {
    why: "operations are shown when their section is visited",
    find: /shouldRenderOps:(?=\w+\.sectionId===)/,
    replace: "shouldRenderOps:!0||",
  },
  {
    why: "operations of a section wait until it is opened",
    find: /\.content===null\|\|\w+&&!\w+\(\w+\.gatePath,\w+\)\?null/,
    replace: ".content===null?null",
  },
  {
    why: "sections are mounted when they come near the window, for the same readers",
    find: /useState\)\(\(\)=>(\w+)\|\|\w+\.has\(\w+\)\)/,
    replace: "useState)(!0)",
  },
  {
    why: "schemas are mounted when they come near the window, for the same readers",
    find: /(\{forceMount:(\w+)=!1,estimatedHeight:\w+,children:\w+\}\)\{let\[\w+,\w+\]=\(0,\w+\.useState\))\(\2\)/,
    replace: "$1(!0)",
  },
];

/** Redoc's code with Korean labels, everything in the page, and nothing that leaves it; throws if Redoc has changed. */
export function patchRedoc(code: string): string {
  const labels = JSON.stringify(koreanLabels);
  const patched = patches.reduce((text, { why, find, replace }) => {
    const matches = text.match(new RegExp(find, "g"))?.length ?? 0;
    if (matches !== 1) throw new Error(`Redoc has changed: ${matches} places instead of one where ${why}`);
    return text.replace(
      find,
      replace.replaceAll("LABELS", () => labels),
    );
  }, code);
  return koreanWords.reduce((text, [english, korean]) => {
    const find = new RegExp(english.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll('"', '[`"]'), "g");
    if (!find.test(text)) throw new Error(`Redoc has changed: it no longer says ${english}`);
    return text.replace(find, () => korean);
  }, patched);
}

import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { UserError } from "../../lib/user-error.ts";
import { redoclyUnder } from "../../bundle/redocly.ts";
import { inTemporaryFolder } from "../../lib/temporary-folder.ts";

/** Beside this module: TypeScript as this is, or compiled as this is. */
const hook = new URL(`hook${extname(import.meta.url)}`, import.meta.url).href;

/** What a prerendered page is made of. */
interface Prerendered {
  title: string;
  styles: string;
  /** The markup of Redoc's root element. */
  body: string;
  /** The script that hydrates the markup; it expects `hydrate` of Redoc's bundle in scope. */
  start: string;
}

/**
 * Redocly's build-docs with our Redoc, taken apart.
 *
 * @throws {UserError} when Redocly refuses the document
 * @throws {Error} when its page is no longer made as it was
 */
export async function prerender(bundlePath: string): Promise<Prerendered> {
  return inTemporaryFolder(async (folder) => {
    const output = join(folder, "page.html");
    const { exitCode, stderr } = await redoclyUnder(["--import", hook], "build-docs", bundlePath, "--output", output);
    if (exitCode !== 0)
      throw new UserError(
        `OpenAPI 참조를 만들 수 없습니다. 저장소에서 npm run lint로 spec/을 확인하십시오.\n${stderr.trim()}`,
      );
    const page = await readFile(output, "utf8");
    return {
      title: part(page, /<title>(.*?)<\/title>/s),
      styles: part(page, /<style data-styled[^>]*>(.*?)<\/style>/s),
      body: part(page, /<body>\s*(<div id="redoc">.*<\/div>)\s*<script type="module">/s),
      start: part(page, /<script type="module">\s*import \{ hydrate \} from "[^"]*";(.*?)<\/script>\s*<\/body>/s),
    };
  });
}

function part(page: string, pattern: RegExp): string {
  const found = pattern.exec(page)?.[1];
  if (found === undefined) throw new Error(`build-docs has changed: nothing matches ${pattern}`);
  return found;
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { roles } from "../../../client/contract.ts";
import { specDir } from "../../../lib/paths.ts";
import { walk } from "../../../bundle/spec-files.ts";
import type { SpecRule } from "../rule.ts";

/** The x-* keys in the table of a README.md. */
function documentedKeys(readme: string): string[] {
  const text = readFileSync(readme, "utf8");
  return [...text.matchAll(/^\| `(x-[A-Za-z-]+)` \|/gm)].map(([, key]) => String(key));
}

export const documentedKey: SpecRule = {
  id: "documented-key",
  description: "뜻을 알 수 없는 x-* 키는 도구가 읽지 않습니다. spec/README.md의 표와 명세에 쓰인 키를 같게 하십시오.",
  check(spec, report) {
    // A spec elsewhere, without a table of its own, has the keys of this repository's.
    const own = join(spec.dir, "README.md");
    const isOwn = existsSync(own);
    const documented = documentedKeys(isOwn ? own : join(specDir, "README.md"));
    const used = new Set<string>();
    for (const file of spec.openapiFiles) {
      walk(file, (node, pointer) => {
        for (const key of Object.keys(node).filter((name) => name.startsWith("x-"))) {
          used.add(key);
          if (!documented.includes(key))
            report(
              { file: file.path, pointer: `${pointer}/${key}` },
              `${key}: spec/README.md의 표에 없는 키입니다. 표에 더하십시오.`,
            );
        }
      });
    }
    const roleRow = isOwn ? (/^\| `x-role` \|.*/m.exec(readFileSync(own, "utf8"))?.[0] ?? "") : "";
    for (const role of roleRow === "" ? [] : roles.filter((name) => !roleRow.includes(name)))
      report({ file: "README.md", pointer: "" }, `x-role: 표에 ${role} 값이 없습니다. 표에 더하십시오.`);
    for (const key of isOwn ? documented.filter((name) => !used.has(name)) : []) {
      report({ file: "README.md", pointer: "" }, `${key}: 표에 있지만 사용하는 곳이 없습니다. 표에서 지우십시오.`);
    }
  },
};

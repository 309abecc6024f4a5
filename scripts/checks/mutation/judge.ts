import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CheckGroup } from "../contract/check.ts";
import { checkGroups } from "../contract/groups.ts";
import { type Subject, subjectOf } from "../contract/subject.ts";
import { UserError } from "../../lib/user-error.ts";
import type { OpenApi } from "../../bundle/openapi.ts";
import { startPrism } from "../prism-server.ts";
import type { Spec } from "../../bundle/spec-files.ts";
import { checkSpec } from "../lint/rule.ts";
import { specRules } from "../lint/spec-rules.ts";
import { lintDocument, loadHouseRules } from "../lint/spectral.ts";
import { startSandbox } from "../../sandbox/start.ts";
import { assemble } from "./assemble.ts";

/** The check that noticed a change, such as `lint/erratum-cover` or `contract/requests: …`; undefined when none did. */
export type Killer = string | undefined;

/** Runs the checks of `npm test` over a spec in this process, the cheap ones first, until one notices something. */
export interface Judge {
  judge: (spec: Spec) => Promise<Killer>;
  /** Removes what the judge keeps on disk. */
  close: () => void;
}

/**
 * Loads what the checks need. They are those of `npm run lint`, but Redocly's, and those of tests/checks/contract.
 *
 * @param groups the contract checks; fewer of them let more through
 */
export async function openJudge(groups: readonly CheckGroup[] = checkGroups): Promise<Judge> {
  const houseRules = await loadHouseRules();
  const dir = mkdtempSync(join(tmpdir(), "woori-mutation-"));
  const bundle = join(dir, "openapi.json");
  return {
    async judge(spec) {
      const rule = specRules.find((one) => fails(() => checkSpec(spec, [one]).length > 0));
      if (rule !== undefined) return `lint/${rule.id}`;
      let api: OpenApi;
      let subject: Subject;
      let mockUrl = "";
      try {
        api = JSON.parse(JSON.stringify(assemble(spec))) as OpenApi;
        subject = subjectOf(api, spec, { url: () => mockUrl, addsGlobalId: false });
      } catch {
        return "generate";
      }
      const byData = await firstFailure(
        groups.filter(({ asks }) => asks === "nothing"),
        subject,
      );
      if (byData !== undefined) return byData;
      const text = JSON.stringify(api);
      const [finding] = await lintDocument(houseRules, bundle, text);
      if (finding !== undefined) return `lint/${finding.rule}`;
      writeFileSync(bundle, text);
      const byServer = async (
        asked: CheckGroup["asks"],
        server: { url: string; close: () => Promise<void> },
      ): Promise<Killer> => {
        mockUrl = server.url;
        return firstFailure(
          groups.filter(({ asks }) => asks === asked),
          subject,
        ).finally(server.close);
      };
      try {
        const byPrism = await byServer("either", await startPrism(api));
        return byPrism ?? (await byServer("sandbox", await startSandbox({ bundle })));
      } catch (error) {
        if (error instanceof UserError) return "mock";
        throw error;
      }
    },
    close: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** A check that cannot cope with what it is given has noticed it, too. */
function fails(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return true;
  }
}

async function firstFailure(groups: readonly CheckGroup[], subject: Subject): Promise<Killer> {
  for (const { name, checks } of groups) {
    try {
      for (const check of checks(subject)) {
        try {
          await check.run();
        } catch {
          return `contract/${name}: ${check.name}`;
        }
      }
    } catch {
      return `contract/${name}`;
    }
  }
  return undefined;
}

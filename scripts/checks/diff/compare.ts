import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "../../bundle/bundle.ts";
import { type ChangelogSection, changelogSections, inPreparation } from "./changelog.ts";
import { UserError } from "../../lib/user-error.ts";
import type { Erratum } from "../../bundle/source.ts";
import { loadSpec, type Spec } from "../../bundle/spec-files.ts";
import { inTemporaryFolder } from "../../lib/temporary-folder.ts";
import type { Change } from "./change.ts";
import { diffBundles } from "./diff.ts";
import { checkoutSpec } from "./git.ts";
import { sourceChanges } from "./source-changes.ts";
import { readSource } from "./source-files.ts";
import { refusal } from "./messages.ts";

interface Comparison {
  changes: Change[];
  /** The files of the working tree's spec. */
  spec: Spec;
  /** The section of the working tree's CHANGELOG.md that is in preparation. */
  section: ChangelogSection | undefined;
}

/**
 * Compares the spec of a commit with that of the working tree. A line of the CHANGELOG counts when the commit's own has not
 * got it: an older line cannot be about what has changed since.
 *
 * @param root the project's folder
 * @throws {UserError} where the commit cannot be read, or either spec not be bundled
 */
export async function compareWithRef(root: string, ref: string): Promise<Comparison> {
  return inTemporaryFolder(async (temporary) => {
    const checkout = await checkoutSpec(root, ref, temporary);
    const [base, revision] = await Promise.all([bundleOf(ref, checkout.specDir), bundle(join(root, "spec"))]);
    const [specBefore, spec] = [loadSpec(checkout.specDir), loadSpec(join(root, "spec"))];
    const path = join(root, "CHANGELOG.md");
    const [section] = changelogSections(existsSync(path) ? readFileSync(path, "utf8") : "").filter(
      ({ state }, index) => index === 0 && state === inPreparation,
    );
    const old = new Set(changelogSections(checkout.changelog).flatMap(({ lines }) => lines));
    const background = {
      ...(section && {
        changelog: { version: section.version, lines: section.lines.filter((line) => !old.has(line)) },
      }),
      errata: { base: errataOf(specBefore), revision: errataOf(spec) },
    };
    const changes = [
      ...diffBundles(base, revision, background),
      ...sourceChanges(readSource(checkout.specDir), readSource(join(root, "spec")), background),
    ];
    return { changes, spec, section };
  });
}

async function bundleOf(ref: string, specDir: string): ReturnType<typeof bundle> {
  try {
    return await bundle(specDir);
  } catch (error) {
    throw error instanceof UserError ? new UserError(refusal.notBundled(ref, error.message)) : error;
  }
}

/** An old spec may have no register. */
function errataOf(spec: Spec): Erratum[] {
  return spec.files.has("source/errata.yaml") ? spec.source<Erratum[]>("errata.yaml") : [];
}

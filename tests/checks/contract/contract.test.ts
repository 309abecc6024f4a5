import { describe, test } from "vitest";
import { loadSpec } from "../../../scripts/bundle/spec-files.ts";
import { checkGroups } from "../../../scripts/checks/contract/groups.ts";
import { specUnderTest } from "../../../scripts/checks/contract/spec-under-test.ts";
import { startPrism } from "../../../scripts/checks/prism-server.ts";
import { startSandbox } from "../../../scripts/docs/sandbox.ts";
import { bundleFile, specDir } from "../../../scripts/lib/paths.ts";
import { readBundle } from "../../../scripts/bundle/bundle-file.ts";
import { useServer } from "../../support/servers.ts";
import * as twoServices from "../../support/two-services.ts";

/** The specs that must keep the contract: a folder, and its bundle. */
const specs = [
  { name: "spec/", folder: specDir, bundle: bundleFile, api: await readBundle(bundleFile) },
  { name: "two services", folder: twoServices.specDir, bundle: twoServices.bundlePath, api: twoServices.api },
];

describe.each(specs)("$name", ({ folder, bundle, api }) => {
  const spec = loadSpec(folder);

  describe.each(checkGroups.filter(({ needs }) => needs === "bundle"))("$name", ({ checks }) => {
    test.each(checks(specUnderTest(api, spec)))("$name", ({ run }) => run());
  });

  describe.each([
    { server: "Prism", start: () => startPrism(api), needs: ["server"] },
    { server: "sandbox", start: () => startSandbox({ bundle }), needs: ["server", "sandbox"] },
  ])("$server", ({ server, start, needs }) => {
    const { url } = useServer(start);
    const subject = specUnderTest(api, spec, { url, addsGlobalId: server === "sandbox" });
    describe.each(checkGroups.filter((group) => needs.includes(group.needs)))("$name", ({ checks }) => {
      test.each(checks(subject))("$name", ({ run }) => run());
    });
  });
});

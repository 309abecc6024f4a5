import { describe, test } from "vitest";
import { checkGroups } from "../../../scripts/checks/contract/groups.ts";
import { committed } from "../../support/bundle.ts";
import { servers, useServer } from "../../support/servers.ts";

describe.each(checkGroups.filter(({ asks }) => asks === "nothing"))("$name", ({ checks }) => {
  test.each(checks(committed()))("$name", ({ run }) => run());
});

describe.each(servers)("$server", ({ start, server }) => {
  const { url } = useServer(start);
  describe.each(checkGroups.filter(({ asks }) => asks === "either" || asks === server))("$name", ({ checks }) => {
    test.each(checks(committed({ url, addsGlobalId: server === "sandbox" })))("$name", ({ run }) => run());
  });
});

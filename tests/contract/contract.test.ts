import { describe, test } from "vitest";
import { checkGroups } from "../../scripts/contract/index.ts";
import { committed } from "../support/bundle.ts";
import { useMock } from "../support/mock.ts";

const subject = committed(useMock().url);

describe.each([...checkGroups])("$name", ({ checks }) => {
  test.each(checks(subject))("$name", ({ run }) => run());
});

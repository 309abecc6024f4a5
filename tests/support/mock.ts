import { afterAll, beforeAll } from "vitest";
import { bundleFile } from "../../scripts/lib/paths.ts";
import { type Mock, startMock } from "../../scripts/mock/server.ts";

export { credentials } from "../../scripts/contract/subject.ts";

/** Runs the mock for the tests of a file. */
export function useMock(): { url: () => string } {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock({ bundle: bundleFile, port: 0 });
  });
  afterAll(() => mock.close());
  return { url: () => mock.url };
}

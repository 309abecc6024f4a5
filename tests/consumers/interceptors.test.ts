import { describe, expect, test } from "vitest";
import { examples, requestExamples } from "../../generated/examples.ts";
import { useProject } from "./project.ts";
import { versionOf } from "./toolchain.ts";

/** An interceptor makes a Request of the Fetch standard, which shows no body of a GET. */
const shown = { GET: "", POST: requestExamples.getCreditLoanBasicInfo.sample };

describe("가로채는 도구", () => {
  const project = useProject("interceptors", "interceptors", { tools: ["msw", "nock"] });
  for (const name of ["msw", "nock"]) {
    for (const [method, body] of Object.entries(shown)) {
      test(`${name} ${versionOf(name)} · ${method}`, async ({ annotate }) => {
        const { exitCode, stdout, stderr } = await (await project()).run("node", [`${name}.mjs`, method]);
        expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
        expect(JSON.parse(stdout)).toEqual({
          outcome: examples.getCreditLoanBasicInfo.success.dataBody.LN_AVL_AM,
          seen: [{ method, path: "/oai/wb/v1/credit/getCreditLoanBasicInfo", body }],
        });
        if (body === "") await annotate("통과(본문은 보이지 않음)");
      });
    }
  }
});

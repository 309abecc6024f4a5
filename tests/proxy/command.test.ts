import { describe, expect, test } from "vitest";
import { proxy } from "../../scripts/cli/proxy.ts";
import type { Exchange } from "../../scripts/proxy/exchange.ts";
import { startProxy } from "../../scripts/proxy/start.ts";
import { loanPath, sampleRequest } from "../support/bundle.ts";
import { serve } from "../support/client.ts";
import { startCommand } from "../support/command.ts";
import { call as callCommand, serveBy } from "../support/in-process.ts";
import { exchangeRaw, goodHeaders } from "../support/proxy.ts";
import { useSandbox } from "../support/servers.ts";

const script = "scripts/cli/proxy.ts";
const sandbox = useSandbox();

async function call(url: string, prefer: string, path = loanPath): Promise<void> {
  await exchangeRaw(url + path, { headers: { ...goodHeaders, prefer }, body: JSON.stringify(sampleRequest()) });
}

describe("npm run proxy", () => {
  test("prints each exchange, and at Ctrl+C for each operation how many there were and what differed how often", async () => {
    const { url, until, printed, stop } = await startCommand(script, "--upstream", sandbox.url());
    await call(url, "example=success");
    await call(url, "fault=number-amounts");
    await call(url, "fault=number-amounts");
    await call(url, "fault=extra-keys");
    await call(url, "", "/a");
    await call(url, "", "/ab");
    await until(/3자 경로입니다\.\n/);
    expect(await stop("SIGINT")).toBe(0);
    expect(printed().slice(printed().indexOf("요약:"))).toBe(`요약: 요청 6건
GET ${loanPath} getCreditLoanBasicInfo: 요청 4건. 다른 점과 참고가 나온 요청의 수는 다음과 같습니다.
  2건 응답 LN_AVL_AM(대출금액(대출한도금액)): 문자열이어야 하는데 숫자가 왔습니다(/dataBody/LN_AVL_AM).
  2건 응답 CNT(입금가능계좌수): 문자열이어야 하는데 숫자가 왔습니다(/dataBody/CNT).
  1건 응답 참고 TRN_SRNO: 명세에 없는 필드에 N자 문자열이 왔습니다(/dataBody/TRN_SRNO).
  1건 응답 참고 FAXC_BAL: 명세에 없는 필드에 N자 문자열이 왔습니다(/dataBody/FAXC_BAL).
  1건 응답 참고 LNAPV_RQ_NO: 명세에 없는 필드에 빈 문자열이 왔습니다(/dataBody/LNAPV_RQ_NO).
명세에 없는 요청: 요청 2건. 다른 점과 참고가 나온 요청의 수는 다음과 같습니다.
  2건 요청 경로: 명세에 없는 N자 경로입니다.
`);
  });

  test("--json prints one object a line on standard output and nothing else there", async () => {
    const { url, until, stdout, stop } = await serveBy(proxy, "--json", "--upstream", sandbox.url());
    await call(url, "example=success");
    await call(url, "fault=empty-list-text");
    await until(/빈 문자열/);
    expect(await stop()).toBe(0);
    expect(
      stdout()
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Exchange),
    ).toEqual([
      {
        time: expect.any(String) as string,
        method: "GET",
        path: loanPath,
        operationId: "getCreditLoanBasicInfo",
        status: 200,
        duration: expect.any(Number) as number,
        deviations: [],
        notes: [],
      },
      expect.objectContaining({
        deviations: [
          {
            side: "response",
            code: "ACCOUNT_LIST",
            name: "반복부",
            pointer: "/dataBody/ACCOUNT_LIST",
            rule: "type",
            expected: "배열",
            found: "빈 문자열",
          },
        ],
      }),
    ]);
  });

  test("--quiet prints the address and the summary, and reports what was under way", async () => {
    const upstream = await serve(() => {});
    const { url, printed, stop } = await serveBy(proxy, "--quiet", "--upstream", upstream.url);
    const hanging = call(url, "").catch(() => {});
    await expect.poll(upstream.underWay).toBe(1);
    expect(await stop()).toBe(0);
    await hanging;
    expect(printed()).toMatch(
      new RegExp(
        `^${url}\n\n요약: 요청 1건\nGET \\S+ getCreditLoanBasicInfo: 요청 1건\\. .*\n  1건 요청 참고 연결: .*\n$`,
      ),
    );
  });
});

describe("npm run proxy says in one line", () => {
  const told = (found: string): unknown =>
    expect.stringMatching(new RegExp(`^--upstream: ${found}입니다\\. https 주소를 지정하십시오\\.[^\n]*$`));
  test.each([
    ["http://example.com", told("암호화되지 않거나 지원하지 않는 주소")],
    ["ftp://127.0.0.1", told("암호화되지 않거나 지원하지 않는 주소")],
    ["http://127.0.0.1.example.com", told("암호화되지 않거나 지원하지 않는 주소")],
    ["bank", told("주소가 아닌 값")],
    ["https://user:CANARY@127.0.0.1", told("인증 정보가 있는 주소")],
    ["https://127.0.0.1/?key=CANARY", told("쿼리나 프래그먼트가 있는 주소")],
    ["https://127.0.0.1/#a", told("쿼리나 프래그먼트가 있는 주소")],
  ])("that %s is no upstream", async (upstream, message) => {
    await expect(startProxy({ upstream })).rejects.toMatchObject({ name: "UserError", message });
  });

  test("that the upstream is missing, a number is none, or two options exclude each other", async () => {
    const missing = await callCommand(proxy);
    const timeout = await callCommand(proxy, "--upstream", sandbox.url(), "--timeout", "soon");
    const both = await callCommand(proxy, "--upstream", sandbox.url(), "--quiet", "--json");
    expect(missing.output).toMatch(/^오류: --upstream에 요청을 전달할 서버의 주소를 지정하십시오\.\n\n사용법:/);
    expect(timeout).toEqual({
      exitCode: 2,
      output: '오류: --timeout에는 1에서 600000 사이의 정수를 지정하십시오. 입력한 값: "soon"\n',
    });
    expect(both).toEqual({ exitCode: 2, output: "오류: --quiet 옵션은 --json 옵션과 함께 지정할 수 없습니다.\n" });
  });

  test("that the port is taken, and that the upstream is the proxy itself", async () => {
    const { port } = new URL(sandbox.url());
    await expect(startProxy({ upstream: "https://127.0.0.1", port: Number(port) })).rejects.toThrow(
      "이미 사용 중인 포트입니다. 다른 포트를 지정하십시오. 0을 지정하면 비어 있는 포트를 자동으로 선택합니다.",
    );
    const probe = await startProxy({ upstream: sandbox.url() });
    await probe.close();
    const free = Number(new URL(probe.url).port);
    await expect(startProxy({ upstream: `http://localhost:${free}/a`, port: free })).rejects.toThrow(
      "--upstream에 프록시 자신의 주소를 지정했습니다. 요청을 전달할 서버의 주소를 지정하십시오.",
    );
  });
});

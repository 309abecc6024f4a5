import { connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import type { WooriClientOptions } from "../../generated/client.ts";
import type { CreditLoanBasicInfoRequest } from "../../generated/types.ts";
import type { FaultName } from "../../scripts/sandbox/faults.ts";
import { loanPath, sampleRequest } from "../support/bundle.ts";
import { clientFor, errorOf, successBody } from "../support/client.ts";
import { credentials, useSandbox } from "../support/servers.ts";

const sandbox = useSandbox();

/** The sample request, asking for a fault by its input value: the client adds no header of a test. */
function asking(fault: FaultName): CreditLoanBasicInfoRequest {
  const body = sampleRequest();
  body.dataHeader["UTZPE_CNCT_MCHR_UNQ_ID"] = `SANDBOX-${fault}`;
  return body as unknown as CreditLoanBasicInfoRequest;
}

const client = (options: Partial<WooriClientOptions> = {}) =>
  clientFor(sandbox.url(), {
    appKey: "SANDBOX-APP-KEY",
    secretKey: "SANDBOX-SECRET-KEY",
    accessToken: "SANDBOX-ACCESS-TOKEN",
    ...options,
  });

describe("what the client makes of each fault", () => {
  test("hang is a timeout", async () => {
    const error = await errorOf(client({ timeout: 200 }).getCreditLoanBasicInfo(asking("hang")));
    expect(error).toMatchObject({ kind: "transport", code: "timeout" });
  });

  test.each([
    ["reset", "reset"],
    ["truncated-body", "reset"],
    ["html-page", "html"],
  ] as const)("%s is the transport error %s", async (fault, code) => {
    expect(await errorOf(client().getCreditLoanBasicInfo(asking(fault)))).toMatchObject({ kind: "transport", code });
  });

  test("number-amounts are read as the digits they are, and reported", async () => {
    const { data, issues } = await client().getCreditLoanBasicInfo(asking("number-amounts"));
    expect(data).toEqual(successBody());
    expect(issues.map(({ code }) => code)).toEqual(["LN_AVL_AM", "CNT"]);
  });

  test("empty-list-text is read as no accounts, and reported", async () => {
    const { data, issues } = await client().getCreditLoanBasicInfo(asking("empty-list-text"));
    expect(data?.dataBody.ACCOUNT_LIST).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(["ACCOUNT_LIST"]);
  });

  test("missing-keys are reported, all but the one that is there", async () => {
    const { data, issues } = await client().getCreditLoanBasicInfo(asking("missing-keys"));
    expect(data?.dataBody.LN_AVL_AM).toBe("350000000");
    expect(issues.map(({ code }) => code).sort()).toEqual([
      "ACCOUNT_LIST",
      "ATCD_ADR_1",
      "CNT",
      "EMAIL_1",
      "WRLC_NM_1",
      "WRLC_TEL_1",
      "ZPNO_1",
      "ZPNO_ADR",
    ]);
  });

  test("extra-keys are kept and no problem", async () => {
    const { data, issues } = await client().getCreditLoanBasicInfo(asking("extra-keys"));
    expect(data?.dataBody).toMatchObject({ ...successBody().dataBody, TRN_SRNO: "0000001" });
    expect(issues).toEqual([]);
  });
});

describe("on the wire", () => {
  /** All bytes of the answer to the documented GET, until the other side ends. */
  function answerTo(prefer: string): Promise<{ bytes: Buffer; error: string | undefined }> {
    const body = JSON.stringify(sampleRequest());
    const { port } = new URL(sandbox.url());
    const headers = {
      ...credentials,
      host: "127.0.0.1",
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      prefer,
      connection: "close",
    };
    return new Promise((done) => {
      const chunks: Buffer[] = [];
      const socket = connect(Number(port), "127.0.0.1");
      onTestFinished(() => void socket.destroy());
      let error: string | undefined;
      socket.on("data", (chunk) => chunks.push(chunk));
      socket.on("error", (reason: NodeJS.ErrnoException) => (error = reason.code));
      socket.on("close", () => done({ bytes: Buffer.concat(chunks), error }));
      socket.write(
        `GET ${loanPath} HTTP/1.1\r\n${Object.entries(headers)
          .map(([name, value]) => `${name}: ${value}\r\n`)
          .join("")}\r\n${body}`,
      );
    });
  }

  test("reset sends nothing and resets", async () => {
    expect(await answerTo("fault=reset")).toEqual({ bytes: Buffer.alloc(0), error: "ECONNRESET" });
  });

  test("truncated-body announces the whole length and sends half", async () => {
    const { bytes } = await answerTo("fault=truncated-body");
    const [head = "", body = ""] = bytes.toString("latin1").split("\r\n\r\n");
    const announced = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    expect(announced).toBeGreaterThan(100);
    expect(body.length).toBe(Math.floor(announced / 2));
  });

  test("html-page is a 502 that no spec describes", async () => {
    const { bytes } = await answerTo("fault=html-page");
    expect(bytes.toString()).toMatch(
      /^HTTP\/1\.1 502 Bad Gateway\r\n[\s\S]*content-type: text\/html\r\n[\s\S]*<html>/i,
    );
  });

  test("other-error-key names ERRCODE as a third party saw it", async () => {
    const { bytes } = await answerTo("example=SYSCD01002, fault=other-error-key");
    expect(bytes.toString()).toContain('"ERRORCODE":"SYSCD01002"');
    expect(bytes.toString()).not.toContain('"ERRCODE"');
  });

  test("delay comes before the answer", async () => {
    const start = performance.now();
    const { bytes } = await answerTo("delay=200, example=noAccounts");
    expect(performance.now() - start).toBeGreaterThanOrEqual(195);
    expect(bytes.toString()).toContain('"LN_AVL_AM":"12000000"');
  });
});

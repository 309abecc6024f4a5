import { expect, test } from "vitest";
import { loanPath } from "../support/bundle.ts";
import { serve } from "../support/client.ts";
import { startCommand } from "../support/command.ts";
import { exchangeRaw } from "../support/proxy.ts";

/** In every form that could slip through: as it is, as a key, as a path, in a header field. */
const canary = "CANARY_SECRET";
const digits = "01099998888";
const base64 = Buffer.from(canary).toString("base64");

const body = {
  dataHeader: {
    UTZPE_CNCT_TEL_NO_TXT: `${digits}${canary}`.repeat(5),
    UTZ_MCHR_OS_DSCD: canary,
    [canary]: canary,
    [digits]: digits,
  },
  dataBody: { CRINF_INQ_AGR_YN: canary, [`${canary}_KEY`]: [canary], [canary.toLowerCase()]: { [canary]: digits } },
  [canary]: canary,
};

const answer = {
  dataHeader: { GLBL_ID: canary.repeat(3), [canary]: canary },
  dataBody: {
    LN_AVL_AM: canary,
    EMAIL_1: [canary],
    ACCOUNT_LIST: [{ CUS_USG_ACNO: canary.repeat(2), [digits]: canary }],
    [canary]: canary,
    [digits]: 1,
    ERRORCODE: canary,
    ERRCODE: `${canary}2`,
  },
};

test.each([["text"], ["json"]])(
  "no value, header, query, path, unknown key or token of an exchange is printed (%s)",
  async (form) => {
    const upstream = await serve((request, response) => {
      if (request.headers["x-act"] === "reset") return void response.socket?.resetAndDestroy();
      const text = request.headers["x-act"] === "broken" ? `{"${canary}": ${canary}` : JSON.stringify(answer);
      response
        .writeHead(request.headers["x-act"] === "redirect" ? 302 : 200, canary, {
          "content-type":
            request.headers["x-act"] === "type" ? `text/${canary}; charset=${canary}` : "application/json",
          location: `https://${canary}/`,
          "set-cookie": canary,
          "content-encoding": request.headers["x-act"] === "coding" ? canary : "identity",
        })
        .end(text);
    });
    const command = await startCommand(
      "scripts/cli/proxy.ts",
      "--upstream",
      `${upstream.url}/${canary}`,
      ...(form === "json" ? ["--json"] : []),
    );
    const headers = {
      appKey: canary,
      secretKey: canary,
      authorization: `Basic ${base64}`,
      token: canary,
      cookie: canary,
      "content-type": `application/json; ${canary}`,
    };
    const requests = [
      { path: `${loanPath}?${canary}=${digits}`, body: JSON.stringify(body) },
      { path: `${loanPath}?${canary}=%zz`, body: `{"${canary}": ${canary}}` },
      { path: `/${canary}/${digits}?${canary}`, body: canary },
      ...["reset", "broken", "redirect", "type", "coding"].map((act) => ({
        path: loanPath,
        body: JSON.stringify(body),
        act,
      })),
      { path: loanPath, body: canary, type: `text/${canary}; charset=${canary}` },
    ];
    for (const request of requests) {
      await exchangeRaw(command.url + request.path, {
        method: "POST",
        body: request.body,
        headers: {
          ...headers,
          ...("act" in request ? { "x-act": request.act } : {}),
          ...("type" in request ? { "content-type": request.type } : {}),
        },
      });
    }
    expect(await command.stop("SIGINT")).toBe(0);
    // The upstream is what the user typed, and the one place where it may be seen.
    const printed = command.printed().replace(`${upstream.url}/${canary}`, "");
    expect(printed).toContain(`요약: 요청 ${requests.length}건`);
    for (const secret of [canary, digits, base64]) expect(printed.toLowerCase()).not.toContain(secret.toLowerCase());
    expect(printed).toContain("(17자 이름)");
  },
);

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { toBigInt, WooriError, type WooriClient } from "woori-openapi";
import { LoginError, type Logins } from "./login.ts";

/** 고객을 로그인시키고 대출한도를 보여 주는 앱입니다. */
export function createApp(woori: WooriClient, logins: Logins): Server {
  return createServer((request, response) => {
    void answer(woori, logins, request, response).catch((error: unknown) => {
      // 클라이언트의 오류와 로그인의 오류에는 키와 개인정보가 없습니다.
      if (error instanceof WooriError) console.error(JSON.stringify(error));
      else console.error(String(error), error instanceof LoginError ? error.reason : "");
      if (error instanceof LoginError) show(response, 400, `<p>${error.message}</p><p><a href="/">처음으로</a></p>`);
      else show(response, 502, "<p>서비스를 점검하고 있습니다. 잠시 뒤에 다시 시도해 주십시오.</p>");
    });
  });
}

async function answer(
  woori: WooriClient,
  logins: Logins,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path, query = ""] = (request.url ?? "").split("?");
  switch (`${request.method} ${path}`) {
    case "GET /":
      return show(response, 200, '<p><a href="/login">로그인하고 대출한도 보기</a></p>');
    case "GET /login": {
      const { id, url } = await logins.begin();
      // 다른 사이트에서 돌아올 때도 보내야 하므로 Strict가 아니라 Lax입니다.
      response.writeHead(303, { location: url, "set-cookie": `login=${id}; Path=/callback; HttpOnly; SameSite=Lax` });
      return void response.end();
    }
    case "GET /callback": {
      const [, id = ""] = /(?:^|; )login=([\w-]+)/.exec(request.headers.cookie ?? "") ?? [];
      const accessToken = await logins.finish(id, `?${query}`);
      return show(response, 200, await loanLimit(woori, accessToken));
    }
    default:
      return show(response, 404, "<p>없는 주소입니다.</p>");
  }
}

/** 로그인한 고객의 대출한도입니다. 누구의 한도인지는 액세스 토큰이 정합니다. */
async function loanLimit(woori: WooriClient, accessToken: string): Promise<string> {
  const { data, businessError } = await woori.getCreditLoanBasicInfo(
    { dataBody: { CRINF_INQ_AGR_YN: "Y", CRINF_UTZ_OFR_YN: "Y", CRINF_OFR_AGR_YN: "Y", CUS_IDF_INF_AGR_YN: "Y" } },
    { accessToken },
  );
  if (businessError !== undefined) return "<p>대출한도를 조회할 수 없는 고객입니다.</p>";
  const { LN_AVL_AM, ACCOUNT_LIST } = data.dataBody;
  const amount = toBigInt(LN_AVL_AM)?.toLocaleString("ko-KR") ?? "0";
  return `<p>대출한도는 <strong>${amount}원</strong>입니다.</p><p>입금할 수 있는 계좌는 ${ACCOUNT_LIST.length}개입니다.</p>`;
}

function show(response: ServerResponse, status: number, body: string): void {
  const page = `<!DOCTYPE html><html lang="ko"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>대출한도</title><h1>대출한도</h1>${body}</html>`;
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'",
    "cache-control": "no-store",
  });
  response.end(page);
}

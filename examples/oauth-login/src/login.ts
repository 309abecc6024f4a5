import { randomUUID } from "node:crypto";
import * as oauth from "openid-client";

export interface LoginOptions {
  /** OAuth 서버의 issuer입니다. 나머지 주소는 그 서버의 정보(RFC 8414)에서 읽습니다. */
  issuer: string;
  appKey: string;
  secretKey: string;
  /** 앱에 등록한 OAuth Callback URL입니다. 정확히 일치해야 합니다. */
  callbackUrl: string;
}

/** 로그인이 끝나지 못한 이유입니다. 이용자에게 그대로 보여 줄 수 있습니다. */
export class LoginError extends Error {
  /** 로그에 남길 이유입니다. OAuth 서버가 오류 코드(invalid_grant 등)를 보냈으면 함께 담습니다. */
  get reason(): string {
    const { cause } = this;
    if (!(cause instanceof Error)) return "";
    return "error" in cause ? `${cause.message}: ${String(cause.error)}` : cause.message;
  }
}

/** 로그인을 기다리는 시간(밀리초)입니다. */
const patience = 10 * 60_000;
/** 함께 기다리는 로그인의 한도입니다. */
const mostWaiting = 1_000;

/** 인가 코드와 PKCE로 고객의 액세스 토큰을 받습니다. */
export class Logins {
  readonly #options: LoginOptions;
  readonly #waiting = new Map<string, { verifier: string; state: string; until: number }>();
  #server: Promise<oauth.Configuration> | undefined;

  constructor(options: LoginOptions) {
    this.#options = options;
  }

  /** 로그인을 시작합니다. 브라우저를 url로 보내고, id를 그 브라우저의 쿠키에 둡니다. */
  async begin(): Promise<{ id: string; url: string }> {
    const server = await this.#configuration();
    const verifier = oauth.randomPKCECodeVerifier();
    const state = oauth.randomState();
    const url = oauth.buildAuthorizationUrl(server, {
      redirect_uri: this.#options.callbackUrl,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      state,
    });
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size >= mostWaiting && oldest !== undefined) this.#waiting.delete(oldest);
    const id = randomUUID();
    this.#waiting.set(id, { verifier, state, until: Date.now() + patience });
    return { id, url: url.href };
  }

  /**
   * 돌아온 브라우저의 로그인을 마칩니다. 한 번만 할 수 있습니다.
   *
   * @param query 돌아온 주소의 쿼리입니다.
   * @throws {LoginError} 고객이 거부했거나, 이 브라우저에서 시작하지 않았거나, 너무 늦었습니다.
   */
  async finish(id: string, query: string): Promise<string> {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (waiting === undefined || waiting.until < Date.now())
      throw new LoginError("로그인이 만료되었습니다. 처음부터 다시 시도해 주십시오.");
    const { verifier, state } = waiting;
    try {
      const tokens = await oauth.authorizationCodeGrant(
        await this.#configuration(),
        new URL(query, this.#options.callbackUrl),
        { pkceCodeVerifier: verifier, expectedState: state },
      );
      return tokens.access_token;
    } catch (error) {
      if (error instanceof oauth.AuthorizationResponseError && error.error === "access_denied")
        throw new LoginError("동의하지 않아 대출한도를 조회하지 않았습니다.", { cause: error });
      throw new LoginError("로그인하지 못했습니다. 처음부터 다시 시도해 주십시오.", { cause: error });
    }
  }

  #configuration(): Promise<oauth.Configuration> {
    this.#server ??= this.#discover().catch((error: unknown) => {
      // 다음 요청이 다시 읽습니다.
      this.#server = undefined;
      throw error;
    });
    return this.#server;
  }

  #discover(): Promise<oauth.Configuration> {
    const { issuer, appKey, secretKey } = this.#options;
    // http는 샌드박스의 주소입니다. https에서는 허용하지 않습니다.
    const execute = issuer.startsWith("http://") ? [oauth.allowInsecureRequests] : [];
    return oauth.discovery(new URL(issuer), appKey, undefined, oauth.ClientSecretBasic(secretKey), {
      algorithm: "oauth2",
      execute,
    });
  }
}

// npm run generate. 직접 고치지 않습니다.
import type { Operation, Platform } from "./contract.ts";
import { checked, inputError, isHeaderValue, needToken, type WooriOptions } from "./options.ts";
import type { Call } from "./track.ts";
import { Fault } from "./transport.ts";

/** Keys and tokens of a connection, which no printable object holds. */
export interface Credentials {
  /** Headers that no caller may set, in lower case. */
  readonly reserved: readonly string[];
  /** Whether the last call was refused for its token. */
  rejected: boolean;
  /**
   * The headers of the credentials that an operation accepts and the caller has. The call hides their values.
   *
   * @param token the call's own
   * @throws {WooriInputError} where a credential is missing or cannot be sent
   * @throws {Fault} access-token: the caller's function failed
   */
  authorize(operation: Operation, call: Call, token: string | undefined): Promise<Record<string, string>>;
}

/** Routing and framing headers, and the media type. Only the client sets them. */
const ofMessage = [
  "connection",
  "content-length",
  "content-type",
  "expect",
  "host",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];

export function credentialsOf({ schemes }: Platform, { appKey, secretKey, accessToken }: WooriOptions): Credentials {
  const ask = async (rejected: boolean): Promise<string | undefined> => {
    if (typeof accessToken !== "function") return accessToken;
    const token = await Promise.resolve({ rejected })
      .then(accessToken)
      .catch((cause: unknown) => {
        throw new Fault("access-token", { cause });
      });
    checked((need) => needToken(token, need));
    return token;
  };
  return {
    rejected: false,
    reserved: [...ofMessage, ...Object.values(schemes).map(({ header }) => header.toLowerCase())],
    async authorize({ security }, call, own) {
      const names = [...new Set(security.flat())];
      const bearer = names.includes("bearer") ? (own ?? (await ask(this.rejected))) : undefined;
      const values: Record<string, string | undefined> = { appKey, secretKey, bearer };
      const given = names.filter((name) => values[name] !== undefined);
      call.hidden.push(() => given.map((name) => values[name] ?? ""));
      if (!security.some((all) => all.every((name) => given.includes(name))))
        throw inputError("accessToken", "option", "이 호출에 필요한 액세스 토큰", "없는 값");
      return Object.fromEntries(
        given.flatMap((name) => {
          const scheme = schemes[name];
          return scheme === undefined ? [] : [[scheme.header, `${scheme.prefix}${values[name]}`]];
        }),
      );
    },
  };
}

/**
 * Headers with those of the client, which no other header replaces.
 *
 * @throws {WooriInputError} for a value that a header cannot carry
 */
export function joined(
  headers: Record<string, string>,
  credentials: Record<string, string>,
  reserved: readonly string[],
): Record<string, string> {
  const given = Object.entries(headers).filter(([name]) => name === "content-type" || !reserved.includes(name));
  for (const [name, value] of given)
    if (!isHeaderValue(value))
      throw inputError(name, "header", "제어 문자가 없는 ASCII 값", "쓸 수 없는 글자가 있는 값");
  return { ...Object.fromEntries(given), ...credentials };
}

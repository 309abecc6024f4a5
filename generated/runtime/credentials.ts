// npm run generate. 직접 수정하지 마십시오.
import type { Operation, Platform } from "./contract.ts";
import { checked, inputError, needToken } from "./check-options.ts";
import { giveToken } from "./messages.ts";
import type { WooriOptions } from "./options.ts";
import type { Call } from "./track.ts";
import { Fault } from "./transport.ts";
import { absent } from "./problem.ts";

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

/** Routing and framing headers. Only the transport sets them. */
const framing = ["connection", "content-length", "expect", "host", "te", "trailer", "transfer-encoding", "upgrade"];

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
    reserved: [...framing, ...Object.values(schemes).map(({ header }) => header.toLowerCase())],
    async authorize({ security }, call, own) {
      const names = [...new Set(security.flat())];
      const values: Record<string, string | undefined> = { appKey, secretKey };
      call.hidden.push(() => Object.values(values).flatMap((value) => value ?? []));
      if (names.includes("bearer")) values["bearer"] = own ?? (await ask(this.rejected));
      const given = names.filter((name) => values[name] !== undefined);
      if (!security.some((all) => all.every((name) => given.includes(name))))
        throw inputError("accessToken", "option", giveToken, absent);
      return Object.fromEntries(
        given.flatMap((name) => {
          const scheme = schemes[name];
          return scheme === undefined ? [] : [[scheme.header, `${scheme.prefix}${values[name]}`]];
        }),
      );
    },
  };
}

/** Headers in lower case with those of the client, which no other replaces. */
export function joined(
  headers: Record<string, string>,
  credentials: Record<string, string>,
  reserved: readonly string[],
): Record<string, string> {
  const given = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return { ...Object.fromEntries(given.filter(([name]) => !reserved.includes(name))), ...credentials };
}

import { createHash } from "node:crypto";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";

/** Limits what anybody may try within a minute: five passwords an account, fifty passwords and twenty sign-ups an address. */
export class Limiters {
  readonly #account = new RateLimiterMemory({ points: 5, duration: 60 });
  readonly #signUps = new RateLimiterMemory({ points: 20, duration: 60 });
  readonly #address = new RateLimiterMemory({ points: 50, duration: 60 });

  /**
   * Counts a try before its password is looked at, so that many at once are no more tries than one after another.
   *
   * @returns seconds to wait; 0 where the try may go on
   */
  async start(login: string, address: string): Promise<number> {
    // A blocked address adds no accounts to those that are remembered.
    return (await taken(this.#address, address)) || taken(this.#account, accountKey(login));
  }

  /** @returns seconds until an address may ask for another account; 0 where it may now */
  signUp(address: string): Promise<number> {
    return taken(this.#signUps, address);
  }

  /** Takes back the tries of somebody who knew the password. */
  async succeeded(login: string, address: string): Promise<void> {
    await Promise.all([this.#account.delete(accountKey(login)), this.#address.reward(address)]);
  }
}

/** An account's name as a short key, whatever was typed for it. */
function accountKey(login: string): string {
  return createHash("sha256").update(login.toLowerCase()).digest("base64url");
}

/** Takes a point; seconds until the next one where none is left. */
async function taken(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    return Math.ceil((refusal as RateLimiterRes).msBeforeNext / 1000);
  }
}

import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";

/** Limits wrong passwords: five an account, fifty an address, within a minute. */
export class Limiters {
  readonly #account = new RateLimiterMemory({ points: 5, duration: 60 });
  readonly #address = new RateLimiterMemory({ points: 50, duration: 60 });

  /**
   * Counts a try before its password is looked at, so that many at once are no more tries than one after another.
   *
   * @returns seconds to wait; 0 where the try may go on
   */
  async start(login: string, address: string): Promise<number> {
    const tries = [this.#account.consume(login.toLowerCase()), this.#address.consume(address)];
    const seconds = (await Promise.allSettled(tries)).map((result) =>
      result.status === "fulfilled" ? 0 : Math.ceil((result.reason as RateLimiterRes).msBeforeNext / 1000),
    );
    return Math.max(...seconds);
  }

  /** Takes back the tries of somebody who knew the password. */
  async succeeded(login: string, address: string): Promise<void> {
    await Promise.all([this.#account.delete(login.toLowerCase()), this.#address.reward(address)]);
  }
}

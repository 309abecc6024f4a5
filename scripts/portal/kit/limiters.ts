import { RateLimiterMemory } from "rate-limiter-flexible";

/** Limits wrong passwords: five an account, fifty an address, within a minute. */
export class Limiters {
  readonly #account = new RateLimiterMemory({ points: 5, duration: 60 });
  readonly #address = new RateLimiterMemory({ points: 50, duration: 60 });

  /** Seconds to wait before the next try; 0 where it may come now. */
  async wait(login: string, address: string): Promise<number> {
    const seconds = await Promise.all([blocked(this.#account, login.toLowerCase()), blocked(this.#address, address)]);
    return Math.max(...seconds);
  }

  async failed(login: string, address: string): Promise<void> {
    // Each rejects once its points are spent, which the next try learns by waiting.
    await Promise.allSettled([this.#account.consume(login.toLowerCase()), this.#address.consume(address)]);
  }

  async succeeded(login: string): Promise<void> {
    await this.#account.delete(login.toLowerCase());
  }
}

async function blocked(limiter: RateLimiterMemory, key: string): Promise<number> {
  const state = await limiter.get(key);
  return state !== null && state.consumedPoints >= limiter.points ? Math.ceil(state.msBeforeNext / 1000) : 0;
}

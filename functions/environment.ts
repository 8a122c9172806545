/** What the platform hands to the Worker. */
export interface Environment {
  ASSETS: Pick<Fetcher, "fetch">;
  /** `production` sends HSTS; anything else does not. */
  APP_ENV: string;
  /** CSP source list of the origins that may frame `/embed`. */
  EMBED_ANCESTORS: string;
  /** Bounds how often one address may ask; without it nobody is limited. */
  RATE_LIMITER?: RateLimit;
  /** `on` writes a line for each request, without what was asked or by whom. */
  LOG_REQUESTS?: string;
}

declare global {
  interface CacheStorage {
    /** The cache of the data centre, which only Cloudflare has. */
    readonly default: Cache;
  }
}

export interface HonoEnvironment {
  Bindings: Environment;
}

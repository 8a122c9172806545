/** What the platform hands to the Worker. */
export interface Environment {
  ASSETS: Pick<Fetcher, "fetch">;
  /** `production` sends HSTS; anything else does not. */
  APP_ENV: string;
  /** CSP source list of the origins that may frame `/embed`. */
  EMBED_ANCESTORS: string;
}

export interface HonoEnvironment {
  Bindings: Environment;
}

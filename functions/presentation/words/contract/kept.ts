/** What is said of data that a device kept, and of data that were withdrawn. */
export interface KeptWords {
  /** In the headline, of data that are older than 90 days. */
  readonly age: (date: string, days: number) => string;
  /** In the headline, if the clock of the device is wrong. */
  readonly clock: (date: string) => string;
  /** On a page without a connection. */
  readonly page: (date: string) => string;
  /** Instead of a page that is not kept. */
  readonly missingTitle: string;
  readonly missing: string;
  readonly withdrawn: string;
  /** Why: what was wrong, as the release that corrects it says. */
  readonly reason: (reason: string | null) => string;
  readonly reload: string;
  /** Of a page that is older than what the site has now. */
  readonly update: string;
  readonly show: string;
  readonly later: string;
}

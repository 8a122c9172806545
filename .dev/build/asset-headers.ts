/** Most rules in a `_headers` file. Cloudflare ignores further ones without an error. */
const mostRules = 100;

/** @throws Error if there are more rules than Cloudflare reads. */
export function assetHeaders(rules: readonly string[]): string {
  if (rules.length > mostRules) {
    throw new Error(
      `${rules.length} rules in _headers, of which Cloudflare reads ${mostRules}: keep fewer releases or build fewer parts.`,
    );
  }
  return rules.join("");
}

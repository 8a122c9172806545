/** Cloudflare reads no more rules of a `_headers` file, and says nothing. */
const mostRules = 100;

/**
 * The `_headers` file.
 * @throws Error When a rule of it would not be read.
 */
export function assetHeaders(rules: readonly string[]): string {
  if (rules.length > mostRules) {
    throw new Error(
      `${rules.length} rules in _headers, of which Cloudflare reads ${mostRules}: keep fewer releases or build fewer parts.`,
    );
  }
  return rules.join("");
}

/**
 * Maximum number of rules in a `_headers` file. Cloudflare ignores further rules without an error.
 */
const mostRules = 100;

/**
 * The content of the `_headers` file.
 * @throws Error if there are more rules than Cloudflare reads.
 */
export function assetHeaders(rules: readonly string[]): string {
  if (rules.length > mostRules) {
    throw new Error(
      `${rules.length} rules in _headers, of which Cloudflare reads ${mostRules}: keep fewer releases or build fewer parts.`,
    );
  }
  return rules.join("");
}

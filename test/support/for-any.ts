import fc from "fast-check";

type Kinds<Values extends unknown[]> = { readonly [At in keyof Values]: fc.Arbitrary<Values[At]> };
type Draws<Values extends unknown[]> = number | fc.Parameters<NoInfer<Values>>;
type Claim<Values extends unknown[]> = (...values: Values) => void;

/**
 * Expects a claim of any values of these kinds; fast-check shrinks those that fail.
 *
 * @param more How many are drawn, if not 100, before the claim; with examples, as fast-check takes them.
 */
export function forAny<Values extends [unknown, ...unknown[]]>(
  kinds: Kinds<Values>,
  ...more: [Claim<Values>] | [Draws<Values>, Claim<Values>]
): void {
  const [draws, claim] = more.length === 1 ? [100, more[0]] : more;
  const parameters = typeof draws === "number" ? { numRuns: draws } : draws;
  fc.assert(fc.property<Values>(...kinds, claim), parameters);
}

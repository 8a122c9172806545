/** From a collected fact to one of ours: the basis is the same for every kind of value. */
import type { FactBasis } from "../schema/fact.ts";
import type { CollectedFact } from "./product-handover.ts";

export type Fact<T> = FactBasis & { value: T };

const regions = { EU: "eu", US: "us" } as const;

export function basisOf(
  fact: Omit<CollectedFact<unknown>, "value">,
  region: FactBasis["region"] = null,
): FactBasis {
  if (fact.source === null || fact.confidence === undefined) {
    throw new Error(`a value without source or confidence: ${JSON.stringify(fact)}`);
  }
  const [asOf, state] = asOfOf(fact.asOf);
  return {
    sources: [fact.source, ...(fact.alsoSources ?? [])],
    confidence: fact.confidence,
    status: fact.status ?? null,
    asOf,
    note: joined([fact.note ?? null, state]),
    region: fact.region === undefined ? region : regions[fact.region],
    scope: fact.scope ?? null,
  };
}

/** "2026-05" is a date; "2023 label" is one with words; "older label" has none: words go to the note. */
function asOfOf(printed: string | undefined): [string | null, string | null] {
  if (printed === undefined) return [null, null];
  const date = printed.match(/^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$| )/)?.[0] ?? null;
  return [date, date === printed ? null : `as of: ${printed}`];
}

/** `null` when nothing was found. */
export function factOf<T, R>(
  fact: CollectedFact<T> | null | undefined,
  convert: (value: T) => R,
  region?: FactBasis["region"],
): Fact<R> | null {
  if (!fact || fact.value === null) return null;
  return { value: convert(fact.value), ...basisOf(fact, region) };
}

/** As many facts as the value has parts; none when nothing was found. */
export function factsOf<T, R>(
  fact: CollectedFact<T> | null | undefined,
  convert: (value: T) => R[],
  region?: FactBasis["region"],
): Fact<R>[] {
  if (!fact || fact.value === null) return [];
  return convert(fact.value).map((value) => ({ value, ...basisOf(fact, region) }));
}

export const asIs = <T>(value: T): T => value;

export function joined(parts: readonly (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null && part !== "");
  return said.length > 0 ? said.join("; ") : null;
}

/** The groups of a pattern that the words must fit; words that nobody foresaw stop the import. */
export function groupsOf(pattern: RegExp, words: string): (string | undefined)[] {
  const match = words.match(pattern);
  if (!match) throw new Error(`not understood: "${words}"`);
  return match.slice(1);
}

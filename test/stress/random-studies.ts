import { expit } from "#core/statistics/scales.ts";
import type { Study } from "#core/statistics/study.ts";

/** Returns uniform numbers in [0, 1). */
export type Random = () => number;

/** A random generator that gives the same numbers for the same seed on any machine (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A standard normal number (Box & Muller 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Draws the number of events among n patients with probability p. */
function binomial(random: Random, n: number, p: number): number {
  let events = 0;
  for (let patient = 0; patient < n; patient += 1) if (random() < p) events += 1;
  return events;
}

/** Draws studies from a binomial–normal model with typical rate expit(mu). */
export function binomialNormalStudies(
  random: Random,
  ns: readonly number[],
  mu: number,
  tau: number,
): Study[] {
  return ns.map((n) => {
    const p = expit(mu + tau * normal(random));
    return { events: binomial(random, n, p), n };
  });
}

/**
 * Draws 1–60 studies of 1–1,000 patients, at any sparsity. Most data sets are ordinary. One in
 * twenty each has a degenerate form: no events, only events, all or nothing, single patients, equal
 * studies, one event.
 */
export function randomStudies(random: Random): Study[] {
  const k = 1 + Math.floor(60 * random() ** 2);
  const largest = 10 ** (3 * random());
  const ns = Array.from({ length: k }, () => Math.max(1, Math.round(largest ** random())));
  const kind = Math.floor(20 * random());
  const [first = 1] = ns;
  if (kind === 0) return ns.map((n) => ({ events: 0, n }));
  if (kind === 1) return ns.map((n) => ({ events: n, n }));
  if (kind === 2) return ns.map((n) => ({ events: random() < 0.5 ? 0 : n, n }));
  if (kind === 3) return ns.map(() => ({ events: random() < 0.4 ? 1 : 0, n: 1 }));
  if (kind === 4) return ns.map(() => ({ events: Math.floor(first / 3), n: first }));
  if (kind === 5) return ns.map((n, i) => ({ events: i === 0 ? 1 : 0, n }));
  const mu = (random() - 0.5) * 10;
  return binomialNormalStudies(random, ns, mu, 2.5 * random() ** 2);
}

/**
 * `npm run stress`: runs the models on random data sets of every sparsity and prints the worst
 * deviation between independent ways to compute the same number. `npm run stress -- 1000 7` sets
 * the number of data sets and the seed. Exits with 1 if a figure is not finite or a deviation
 * exceeds its limit.
 */
import type { Study } from "#core/statistics/study.ts";
import { wholeNumbers } from "../support/whole-numbers.ts";
import { randomStudies, seeded } from "./random-studies.ts";
import { type Comparison, compareRoutes } from "./routes.ts";

const [sets, seed] = wholeNumbers(process.argv.slice(2), [20_000, 20_261_120]);
/**
 * Computing the posterior by brute force is slow, so it is done only for some of the small data
 * sets.
 */
const POSTERIOR_EVERY = 200;
const POSTERIOR_STUDIES = 4;

interface Worst extends Comparison {
  readonly count: number;
  readonly of: readonly Study[];
}

const random = seeded(seed);
const worst = new Map<string, Worst>();
const failures: string[] = [];
const began = performance.now();
for (let set = 0; set < sets; set += 1) {
  const posterior = set % POSTERIOR_EVERY === 0;
  const studies = randomStudies(random).slice(0, posterior ? POSTERIOR_STUDIES : undefined);
  try {
    for (const one of compareRoutes(studies, { posterior })) {
      if (!(one.deviation <= one.limit)) {
        failures.push(`${one.name}: ${one.deviation} for ${JSON.stringify(studies)}`);
      }
      const known = worst.get(one.name);
      const count = (known?.count ?? 0) + 1;
      const larger = known === undefined || !(one.deviation <= known.deviation);
      worst.set(one.name, larger ? { ...one, count, of: studies } : { ...known, count });
    }
  } catch (error) {
    failures.push(`${String(error)} for ${JSON.stringify(studies)}`);
  }
}

const seconds = Math.round((performance.now() - began) / 1000);
console.log(`${sets} data sets, seed ${seed}, ${seconds} s\n`);
for (const { name, deviation, limit, count, of } of worst.values()) {
  const figures = `worst ${deviation.toExponential(1)} of ${limit.toExponential(0)}`;
  console.log(`${name.padEnd(50)}${String(count).padStart(8)}  ${figures}`);
  console.log(`    ${JSON.stringify(of.slice(0, 6))}`);
}
for (const failure of failures.slice(0, 10)) console.error(`✗ ${failure}`);
console.log(`\n${failures.length} failures.`);
process.exitCode = failures.length > 0 ? 1 : 0;

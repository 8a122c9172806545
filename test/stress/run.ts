/**
 * `npm run stress`: random data sets of every sparsity through every model, and the worst deviation
 * between independent routes to the same number. `npm run stress -- 1000 7`: how many, which seed.
 */
import { randomStudies, seeded } from "./random-studies.ts";
import { compareRoutes } from "./routes.ts";

const [sets = 20_000, seed = 20_261_120] = process.argv.slice(2).map(Number);
/** The posterior by brute force is slow: only small data sets, and not all of them. */
const POSTERIOR_EVERY = 200;

const random = seeded(seed);
const worst = new Map<string, { deviation: number; count: number; of: string }>();
const failures: string[] = [];
const began = performance.now();
for (let set = 0; set < sets; set += 1) {
  const studies = randomStudies(random);
  const posterior = set % POSTERIOR_EVERY === 0;
  try {
    for (const { name, deviation } of compareRoutes(studies.slice(0, posterior ? 4 : 60), {
      posterior,
    })) {
      const known = worst.get(name);
      const count = (known?.count ?? 0) + 1;
      const isWorst = known === undefined || !(deviation <= known.deviation);
      worst.set(
        name,
        isWorst
          ? { deviation, count, of: JSON.stringify(studies.slice(0, 6)) }
          : { ...known, count },
      );
    }
  } catch (error) {
    failures.push(`${String(error)} for ${JSON.stringify(studies)}`);
  }
}

console.log(
  `${sets} data sets, seed ${seed}, ${Math.round((performance.now() - began) / 1000)} s\n`,
);
for (const [name, { deviation, count, of }] of worst) {
  console.log(
    `${name.padEnd(52)}${String(count).padStart(8)}  worst ${deviation.toExponential(1)}`,
  );
  console.log(`    ${of}`);
}
for (const failure of failures.slice(0, 10)) console.error(`✗ ${failure}`);
console.log(`${failures.length} data sets with a figure that is not finite or an exception.`);
process.exitCode = failures.length > 0 ? 1 : 0;

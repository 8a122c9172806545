import fc from "fast-check";
import { dimensionNames } from "#core/question/dimensions.ts";
import { startBareWorkerd } from "./bare-workerd.ts";
import { cpuOf } from "./cpu-times.ts";

/** Questions about everything: all outcomes of nearly all cohorts, by any rules. */
const questions = { numRuns: 2000, seed: 20261121 };
/** Requests that compile the code of a new isolate, before any is counted. */
const warmUp = 20;

const widest = {
  availability: "any",
  target: "any",
  evidence: "all",
  lines: "any",
  "prior-bcma": "any",
  definition: "broad",
  regimen: "any",
  doses: "any",
};

/** Of these, or nothing. */
const sometimes = (text: fc.Arbitrary<string>) => fc.option(text, { freq: 1, nil: undefined });
const maybe = (...texts: string[]) => sometimes(fc.constantFrom(...texts));

const counted = fc.oneof(
  fc.constant({}),
  fc.record({ model: fc.constantFrom("glmm", "reml", "dl") }),
);

const path = fc
  .tuple(
    fc.subarray(Object.entries(widest), { minLength: 6 }),
    fc.record({
      age: sometimes(fc.integer({ min: 80, max: 100 }).map((age) => `-${age}`)),
      compare: maybe(...dimensionNames, "prior-lines:4", "age:62", "high-risk:30"),
      cut: maybe("latest", "primary-only"),
    }),
    counted,
  )
  .map(([wide, rules, model]) => {
    const asked = Object.entries({ ...Object.fromEntries(wide), ...rules, ...model });
    const pairs = asked.filter((pair): pair is [string, string] => pair[1] !== undefined);
    return `/v1/comparison?outcome=efficacy,toxicity,survival&${new URLSearchParams(pairs)}`;
  });

export interface WidestQuestions {
  /** How many were answered, and how many were refused because they cost too much. */
  answered: number;
  refused: number;
  /** Milliseconds of the server thread. */
  median: number;
  p95: number;
  most: number;
  /** The dearest question. */
  dearest: string;
}

export async function widestQuestions(): Promise<WidestQuestions> {
  const workerd = await startBareWorkerd();
  const times: { path: string; cpu: number }[] = [];
  let refused = 0;
  for (const [index, one] of fc.sample(path, questions).entries()) {
    const { status, cpu } = await cpuOf(workerd, one);
    if (status === 400) refused += 1;
    else if (status !== 200) throw new Error(`${one} answers ${status}`);
    else if (index >= warmUp) times.push({ path: one, cpu });
  }
  await workerd.stop();
  times.sort((a, b) => b.cpu - a.cpu);
  const at = (share: number) => times[Math.floor(share * times.length)]?.cpu ?? Number.NaN;
  const dearest = times[0]?.path ?? "";
  return { answered: times.length, refused, median: at(0.5), p95: at(0.05), most: at(0), dearest };
}

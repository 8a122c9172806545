import { startBareWorkerd } from "./bare-workerd.ts";

const isolates = 9;

/** Neither question is precomputed, so each has to be computed. */
const questions = ["first of an isolate", "second"].map((name, index) => ({
  name,
  path: `/v1/comparison?year=${2001 + index}-`,
}));

export interface FirstAnswer {
  name: string;
  /** Milliseconds for a single caller, transfer included: an upper bound of the CPU time. */
  median: number;
  slowest: number;
  isolates: number;
}

/** Time of the first answers of a new isolate, before any of its code has been compiled. */
export async function firstAnswers(): Promise<FirstAnswer[]> {
  const times = questions.map(() => [] as number[]);
  for (let isolate = 0; isolate < isolates; isolate += 1) {
    const { url, stop } = await startBareWorkerd();
    for (const [index, { path }] of questions.entries()) {
      const start = performance.now();
      const answer = await fetch(`${url}${path}`);
      await answer.arrayBuffer();
      times[index]?.push(performance.now() - start);
      const whence = String(answer.headers.get("cache-status"));
      if (!whence.endsWith("detail=computed")) throw new Error(`${path} says ${whence}`);
    }
    await stop();
  }
  return questions.map(({ name }, index) => {
    const sorted = (times[index] ?? []).sort((a, b) => a - b);
    const median = sorted[Math.floor(isolates / 2)] ?? Number.NaN;
    return { name, median, slowest: sorted.at(-1) ?? Number.NaN, isolates };
  });
}

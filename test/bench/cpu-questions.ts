/** What `cpu-times.ts` measures: the usual questions, and the dearest kinds of them. */
import type { CpuQuestion } from "./cpu-times.ts";

/** Above every median age: the same answer, which nobody has asked for in these words. */
const age = (n: number) => `age=-${(10_000 + n) / 100}`;
const all = "outcome=efficacy,toxicity,survival";
const wide =
  "availability=any&target=any&evidence=all&lines=any&prior-bcma=any&definition=broad&regimen=any";

const asked = (what: string, path: string): CpuQuestion => ({
  what,
  path: (n) => `${path}${path.includes("?") ? "&" : "?"}${age(n)}`,
});

export const cpuQuestions: readonly CpuQuestion[] = [
  { what: "constant, /healthz", path: () => "/healthz" },
  { what: "/v1/comparison", path: () => "/v1/comparison" },
  { what: "/embed", path: () => "/embed" },
  { what: "/embed, a filter made at build", path: () => "/embed?lines=2" },
  asked("summary with a filter", "/v1/comparison"),
  asked("summary with two", "/v1/comparison?prior-lines=1-"),
  asked("/embed with a filter", "/embed"),
  asked("one outcome", "/v1/comparison?outcome=orr"),
  asked("report", "/report"),
  asked("all outcomes", `/v1/comparison?${all}`),
  asked("all, wide", `/v1/comparison?${all}&${wide}`),
  asked("all, wide, GLMM", `/v1/comparison?${all}&${wide}&model=glmm`),
  asked("efficacy, wide, by product", `/v1/comparison?outcome=efficacy&${wide}&compare=product`),
  asked("all, as Vandenboom 2025", `/v1/comparison?set=vandenboom-2025&${all}`),
  asked("opened row", "/v1/screen/orr"),
  asked("opened row, wide", `/v1/screen/orr?${wide}`),
  asked("opened row, wide, GLMM", `/v1/screen/orr?${wide}&model=glmm`),
];

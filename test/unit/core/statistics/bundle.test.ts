import { build } from "esbuild";
import { expect, test } from "vitest";

/** Source files that are loaded with an entry, without those it imports dynamically. */
async function bundledFiles(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    outdir: "not-written",
    format: "esm",
    metafile: true,
    write: false,
    logLevel: "silent",
    external: ["cloudflare:*", "node:*"],
  });
  const { outputs } = metafile;
  const first = Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === entry);
  const chunks = new Set(first);
  // Iteration over a set also visits elements that are added meanwhile.
  for (const path of chunks) {
    for (const { path: other, kind } of outputs[path]?.imports ?? []) {
      if (kind === "import-statement" && other in outputs) chunks.add(other);
    }
  }
  return [...chunks].flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}));
}

/** Code for statisticians only, which a comparison of two classes must not load. */
const RESEARCH = /comparison\/(meta-regression|sensitivity\/(?!checks|judge|refit))/;
/** What checks of a finding ask, which comes with the first answer. */
const CHECKS =
  /comparison\/sensitivity|statistics\/(glmm|inverse-variance|meta-regression|contrast\/pools)/;

test("the engine begins with trials and questions, and neither computes nor holds other series", async () => {
  const files = await bundledFiles("widget/answers/engine/engine.ts");
  expect(files.some((file) => file.includes("generated/compute-set.ts"))).toBe(true);
  const later = /comparison\/compare\.ts|generated\/real-world\.ts/;
  expect(files.filter((file) => later.test(file) || CHECKS.test(file))).toEqual([]);
});

test("what computes answers has the models and checks, without research", async () => {
  const files = await bundledFiles("widget/answers/engine/in-steps.ts");
  expect(files.some((file) => file.includes("statistics/bayes/"))).toBe(true);
  expect(files.some((file) => CHECKS.test(file))).toBe(true);
  expect(files.filter((file) => RESEARCH.test(file))).toEqual([]);
});

/**
 * Words of a language: loaded with code that computes answers, but not with code that only shows
 * them.
 */
const WORDS =
  /^functions\/presentation\/words\/(?!tag|rates|range-text|numbers|sentences|product-name|english\/(screen|drawn|counted|regions|page-names))/;

test.each([
  "functions/core/comparison/compare.ts",
  "functions/core/comparison/models.ts",
  "widget/index.ts",
  "widget/embed.ts",
])("%s brings no words of answers along", async (entry) => {
  const files = await bundledFiles(entry);
  expect(files.filter((file) => WORDS.test(file))).toEqual([]);
});

test.each(["widget/index.ts", "widget/embed.ts", "widget/answers/engine/engine.ts"])(
  "%s starts without what is for research",
  async (entry) => {
    const files = await bundledFiles(entry);
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => RESEARCH.test(file))).toEqual([]);
  },
);

test("the Worker has it, for `/v1/sensitivity`", async () => {
  const files = await bundledFiles("functions/worker.ts");
  expect(files.some((file) => RESEARCH.test(file))).toBe(true);
});

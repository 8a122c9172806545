/** Tests where an answer comes from: a rendered answer has the same bytes, whatever became of its file. */
import { gzipSync } from "node:zlib";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { dataset } from "#core/dataset.ts";
import { parseQueryText } from "#core/question/parse-query.ts";
import { questions } from "#data/generated/precomputed.ts";
import {
  addPrecomputedParts,
  answerInFull,
  type FullAnswer,
} from "#server/answers/compute/full-answer.ts";
import { makePrecomputedAnswerPath } from "#server/answers/keep/precomputed-files.ts";
import { makeRenderedTextPath } from "#server/answers/keep/rendered-texts.ts";
import { answered, type Files } from "../../../../support/answered.ts";

type App = typeof import("../../../../../functions/app.ts").app;

/** Two apps, each with a memory of its own: one has no files. */
let computing: App;
let reading: App;
beforeAll(async () => {
  const another = async () => {
    vi.resetModules();
    return (await import("../../../../../functions/app.ts")).app;
  };
  computing = await another();
  reading = await another();
});
afterEach(() => void vi.useRealTimers());

const answerTo = (question: string) =>
  addPrecomputedParts(answerInFull(parseQueryText(question, dataset), question));
const pathOf = (question: string) => makePrecomputedAnswerPath(dataset.answerVersion, question);
const fileOf = (answer: FullAnswer) => gzipSync(JSON.stringify(answer));

/** Files, and the paths that are asked for. */
function filesWith(...answers: readonly FullAnswer[]): { files: Files; paths: string[] } {
  const fileByPath = new Map(
    answers.map((answer) => [pathOf(answer.comparison.canonical), fileOf(answer)]),
  );
  const paths: string[] = [];
  const files: Files = async (url) => {
    const { pathname } = new URL(String(url));
    paths.push(pathname);
    const file = fileByPath.get(pathname);
    return new Response(file ?? null, { status: file ? 200 : 404 });
  };
  return { files, paths };
}

/** Questions that were not asked here yet. */
const unasked = questions.filter((question) => /^[\w-]+=[\w-]+$/.test(question))[Symbol.iterator]();
function another(): string {
  const { value } = unasked.next();
  if (value === undefined) throw new Error("no question is left");
  return value;
}

describe("all that is about a question", () => {
  it("is rendered from its file, which is read once, as from the computed answer", async () => {
    const question = another();
    const { files, paths } = filesWith(answerTo(question));
    for (const [index, resource] of [
      `/v1/comparison?${question}`,
      `/v1/comparison.csv?${question}`,
      `/v1/reproduce.R?${question}`,
      `/v1/screen?${question}`,
      `/v1/screen/crs-3?${question}`,
      `/v1/screen/patients?${question}`,
      `/embed?${question}`,
      `/embed?${question}&theme=dark`,
      `/oembed?url=${encodeURIComponent(`http://localhost/embed?${question}`)}`,
    ].entries()) {
      const computed = await answered(computing, resource);
      const read = await answered(reading, resource, {}, files);
      // A file holds what precedes a treatment, too, which is otherwise another question of the first screen.
      const isFirstScreen = resource.startsWith("/v1/screen?");
      expect([resource, computed.detail, read.detail]).toEqual([
        resource,
        index === 0 || isFirstScreen ? "computed" : "memo",
        index === 0 ? "precomputed" : "memo",
      ]);
      const etags = [read, computed].map(({ headers }) => headers.get("etag"));
      expect([etags[0], read.text === computed.text]).toEqual([etags[1], true]);
    }
    expect(paths).toEqual([pathOf(question)]);
    // Deeper response, and the harms that a report adds, are other questions, which have no file.
    for (const response of [`/v1/screen/orr?${question}`, `/report?${question}`]) {
      const computed = await answered(computing, response);
      const read = await answered(reading, response, {}, files);
      expect([read.detail, read.text === computed.text]).toEqual(["computed", true]);
    }
  });

  it("is the home page of the default question, and its classes beside products", async () => {
    const { files, paths } = filesWith(answerTo(""));
    const [home, products] = ["/", "/v1/screen?compare=product"];
    expect((await answered(reading, home, {}, files)).detail).toBe("precomputed");
    // The answer product by product has no file.
    expect((await answered(reading, products, {}, files)).detail).toBe("computed");
    expect(paths).toEqual([makeRenderedTextPath("home"), pathOf("")]);
    for (const path of [home, products]) {
      const { text } = await answered(computing, path);
      expect((await answered(reading, path)).text === text).toBe(true);
    }
  });

  it("is computed without looking for a file if the question is not on the list", async () => {
    const { files, paths } = filesWith();
    const path = "/v1/screen?age=61-62";
    expect((await answered(reading, path, {}, files)).detail).toBe("computed");
    expect(paths).toEqual([]);
  });
});

describe("an answer is computed, with the same bytes, if its file", () => {
  const holding =
    (bytes: Uint8Array<ArrayBuffer> | string): Files =>
    async () =>
      new Response(bytes);
  const changed = (question: string, change: Partial<FullAnswer["comparison"]>) => {
    const { comparison, ...file } = answerTo(question);
    return holding(fileOf({ comparison: { ...comparison, ...change }, ...file }));
  };

  it.each<[string, (question: string) => Files]>([
    ["is not there", () => async () => new Response(null, { status: 404 })],
    ["never comes", () => () => new Promise<never>(() => undefined)],
    ["cannot be asked for", () => () => Promise.reject(new Error("no files today"))],
    ["is cut off", (question) => holding(fileOf(answerTo(question)).subarray(0, 5000))],
    ["is not gzipped", (question) => holding(JSON.stringify(answerTo(question)))],
    ["is no JSON", () => holding(gzipSync("<html>"))],
    ["holds nothing", () => holding(gzipSync("null"))],
    ["answers another question", () => holding(fileOf(answerTo("")))],
    ["is of another version", (question) => changed(question, { answerVersion: "other" })],
  ])("%s", async (_, filesFor) => {
    const question = another();
    const path = `/v1/comparison?${question}`;
    const files = filesFor(question);
    vi.useFakeTimers();
    const answer = answered(reading, path, {}, files);
    await vi.advanceTimersByTimeAsync(10_000);
    const served = await answer;
    expect(served.detail).toBe("computed");
    const { text } = await answered(computing, path);
    expect(served.text === text).toBe(true);
  });
});

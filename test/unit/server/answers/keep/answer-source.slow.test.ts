/** Tests where an answer comes from: a rendered answer has the same bytes, whatever became of its file. */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { dataset } from "#core/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { questions } from "#data/generated/precomputed.ts";
import {
  addPartsStoredInAnswerFile,
  answerInFull,
  type FullAnswer,
} from "#server/answers/compute/full-answer.ts";
import { makePrecomputedAnswerPath } from "#server/answers/keep/precomputed-files.ts";
import { makeRenderedTextPath, renderedTexts } from "#server/answers/keep/rendered-texts.ts";
import { readBuiltFiles } from "#server/node/node-server.ts";
import { measurePrecomputedFiles, mostPrecomputed } from "../../../../../.dev/check/bundle-size.ts";
import { root } from "../../../../../.dev/files.ts";
import { answered, type Files } from "../../../../support/answered.ts";
import { to } from "../../../../support/in-process.ts";

type App = typeof import("../../../../../functions/app.ts").app;

/** Apps, each with a memory of its own: one has no files, one those of the build, one those of a test. */
let computing: App;
let reading: App;
let trying: App;
beforeAll(async () => {
  const another = async () => {
    vi.resetModules();
    return (await import("../../../../../functions/app.ts")).app;
  };
  [computing, reading, trying] = [await another(), await another(), await another()];
});
afterEach(() => void vi.useRealTimers());

const dist = join(root, "dist");
const built = readBuiltFiles(dist, true).binding;

const answerTo = (question: string) =>
  addPartsStoredInAnswerFile(answerInFull(parseQueryTextOrThrow(question, dataset), question));
const pathOf = (question: string) => makePrecomputedAnswerPath(dataset.answerVersion, question);
const fileOf = (answer: FullAnswer) => gzipSync(JSON.stringify(answer));

/** The build renders the texts at these addresses, so that no answer is read for them. */
const renderedPaths = Object.values(renderedTexts).map(({ path }) => path);

/** Returns the files of the build, and the paths that are asked for. */
function watchedFiles(): { files: Files; paths: string[] } {
  const paths: string[] = [];
  const files: Files = (url) => {
    paths.push(new URL(String(url)).pathname);
    return built.fetch(url);
  };
  return { files, paths };
}

/** Lists what is answered from the file of a question: of its rows those that are compared, and one that is not. */
function addressesOf(question: string): string[] {
  const { comparison, leaveOneOut } = answerTo(question);
  const all = comparison.outcomes.map(({ outcome }) => outcome);
  const uncompared = all.filter((outcome) => !(outcome in leaveOneOut));
  const rows = [...Object.keys(leaveOneOut), ...uncompared.slice(0, 1)];
  return [
    ...["/v1/comparison", "/v1/comparison.csv", "/v1/reproduce.R", "/v1/screen"],
    ...["/v1/screen/patients", ...rows.map((outcome) => `/v1/screen/${outcome}`), "/embed"],
    "/report",
  ].map((path) => to(path, question));
}

/** Questions that were not asked here yet. */
const unasked = questions.filter((question) => /^[\w-]+=[\w-]+$/.test(question))[Symbol.iterator]();
function another(): string {
  const { value } = unasked.next();
  if (value === undefined) throw new Error("no question is left");
  return value;
}

describe("all that is about a question", () => {
  it.each(questions)(
    "“%s” is rendered from its file, which is read once, as from the computed answer",
    async (question) => {
      const { files, paths } = watchedFiles();
      const frame = encodeURIComponent(`http://localhost${to("/embed", question)}`);
      const addresses = [...addressesOf(question), `/oembed?url=${frame}`];
      for (const [index, address] of addresses.entries()) {
        const computed = await answered(computing, address);
        const read = await answered(reading, address, {}, files);
        // Deeper response, beneath the row of response, and the harms that a report adds are other questions, which
        // have no file.
        const asksMore = /^\/(?:v1\/screen\/orr|report)/.test(address);
        const isRendered = renderedPaths.includes(address);
        const isFirst = index === 0 || isRendered;
        const whence = asksMore ? /computed|memo/ : isFirst ? /precomputed/ : /memo/;
        expect(read.detail, address).toMatch(whence);
        const etags = [read, computed].map(({ headers }) => headers.get("etag"));
        expect([address, etags[0], read.text === computed.text]).toEqual([address, etags[1], true]);
      }
      const rendered = addresses.filter((address) => renderedPaths.includes(address));
      expect(paths).toHaveLength(1 + rendered.length);
      expect(paths).toContain(pathOf(question));
    },
  );

  it("has a file, of this version only, and all files are within the limits", () => {
    const folder = join(dist, "precomputed");
    expect(readdirSync(folder)).toEqual([dataset.answerVersion]);
    const names = questions.map((question) => basename(pathOf(question)));
    expect(readdirSync(join(folder, dataset.answerVersion)).sort()).toEqual(names.sort());
    const { files, bytes } = measurePrecomputedFiles(folder);
    expect(files).toBe(questions.length);
    expect(files).toBeLessThanOrEqual(mostPrecomputed.files);
    expect(bytes).toBeLessThanOrEqual(mostPrecomputed.bytes);
  });

  it("is the home page of the default question, and its classes beside products", async () => {
    const { files, paths } = watchedFiles();
    const [home, products] = ["/", "/v1/screen?compare=product"];
    expect((await answered(trying, home, {}, files)).detail).toBe("precomputed");
    // The answer product by product has no file.
    expect((await answered(trying, products, {}, files)).detail).toBe("computed");
    expect(paths).toEqual([makeRenderedTextPath("home"), pathOf("")]);
    for (const path of [home, products]) {
      const { text } = await answered(computing, path);
      expect((await answered(trying, path)).text === text).toBe(true);
    }
  });

  it("is computed without looking for a file if the question is not on the list", async () => {
    const { files, paths } = watchedFiles();
    const path = "/v1/screen?age=61-62";
    expect((await answered(trying, path, {}, files)).detail).toBe("computed");
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
    const answer = answered(trying, path, {}, files);
    await vi.advanceTimersByTimeAsync(10_000);
    const served = await answer;
    expect(served.detail).toBe("computed");
    const { text } = await answered(computing, path);
    expect(served.text === text).toBe(true);
  });
});

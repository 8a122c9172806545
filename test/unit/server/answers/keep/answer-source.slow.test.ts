/**
 * Where an answer comes from: a text that the build rendered, and an answer with a file, have the bytes of what is made
 * now, whatever became of the file.
 */

import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { dataset } from "#core/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { questions } from "#data/generated/precomputed.ts";
import { originPlaceholder } from "#presentation/words/html.ts";
import {
  addPartsStoredInAnswerFile,
  answerInFull,
  type FullAnswer,
} from "#server/answers/compute/full-answer.ts";
import { makePrecomputedAnswerPath } from "#server/answers/keep/precomputed-files.ts";
import {
  makeRenderedFileContent,
  makeRenderedTextPath,
  renderedTexts,
} from "#server/answers/keep/rendered-texts.ts";
import { readBuiltFiles } from "#server/node/node-server.ts";
import { measurePrecomputedFiles, mostPrecomputed } from "../../../../../.dev/check/bundle-size.ts";
import { root } from "../../../../../.dev/files.ts";
import { answered, type Files } from "../../../../support/answered.ts";
import { inFormat } from "../../../../support/in-format.ts";
import { to } from "../../../../support/in-process.ts";

type App = typeof import("../../../../../functions/app.ts").app;

/** Returns an app with a memory of its own. */
async function anotherApp(): Promise<App> {
  vi.resetModules();
  return (await import("../../../../../functions/app.ts")).app;
}

/** Apps: the first has no files, so it makes each text anew; the others have those of the build and those of a test. */
const [computing, reading, trying] = [await anotherApp(), await anotherApp(), await anotherApp()];
afterEach(() => void vi.useRealTimers());

const dist = join(root, "dist");
const built = readBuiltFiles(dist, true).binding;

const answerTo = (question: string) =>
  addPartsStoredInAnswerFile(answerInFull(parseQueryTextOrThrow(question, dataset), question));
const pathOf = (question: string) => makePrecomputedAnswerPath(dataset.answerVersion, question);
const fileOf = (answer: FullAnswer) => gzipSync(JSON.stringify(answer));

/** The build renders the texts at these addresses, so that no answer is read for them. */
const renderedPaths = Object.values(renderedTexts).map(({ path }) => path);

/** Holds the texts of the default question and of another one: those of all others are made alike. */
const texts = Object.values(renderedTexts).filter(
  ({ path }) => !path.replace(/\?format=\d+$/, "").includes("?") || /[?&]lines=2$/.test(path),
);

/** Returns the files of the build, and the paths that are asked for. */
function watchedFiles() {
  const paths: string[] = [];
  const files: Files = (url) => {
    paths.push(new URL(String(url)).pathname);
    return built.fetch(url);
  };
  return { files, paths };
}

/** Lists what is answered from the file of a question: of its rows those that are compared, and one that is not. */
function addressesOf(question: string): string[] {
  const { outcomes } = answerTo(question).comparison;
  const isCompared = ({ contrasts }: (typeof outcomes)[number]) =>
    contrasts.some(({ analyses }) => analyses !== null);
  const uncompared = outcomes.filter((row) => !isCompared(row));
  const rows = [...outcomes.filter(isCompared), ...uncompared.slice(0, 1)];
  return [
    ...["/v1/comparison", "/v1/comparison.csv", "/v1/reproduce.R", "/v1/screen"],
    ...["/v1/screen/patients", ...rows.map(({ outcome }) => `/v1/screen/${outcome}`), "/embed"],
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
      const addresses = addressesOf(question);
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
    const [home, products] = ["/", inFormat("/v1/screen?compare=product")];
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
    const path = inFormat("/v1/screen?age=61-62");
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

const [anyText] = texts;
if (!anyText) throw new Error("the build renders no text");

const made = ({ path, headers }: (typeof texts)[number], origin = "http://localhost") =>
  answered(computing, origin + path, { headers });

/** Returns a file as the build writes it: what the app answers at the address that stands for any installation. */
async function renderedFileOf(text: (typeof texts)[number]): Promise<string> {
  const { headers, text: body } = await made(text, originPlaceholder);
  return makeRenderedFileContent((headers.get("etag") ?? "").replace(originPlaceholder, ""), body);
}

/** Holds only these files, and notes the paths that are asked for. */
function holding(contents: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>) {
  const paths: string[] = [];
  const files: Files = async (url) => {
    const { pathname } = new URL(String(url));
    paths.push(pathname);
    const content = contents[pathname];
    return new Response(content ?? null, { status: content === undefined ? 404 : 200 });
  };
  return { files, paths };
}

async function holdingAll() {
  const entries = texts.map(async (text) => {
    return [makeRenderedTextPath(text.file), gzipSync(await renderedFileOf(text))] as const;
  });
  return holding(Object.fromEntries(await Promise.all(entries)));
}

/** Everything that is sent, but where the text came from. */
function sent({ status, headers, text }: Awaited<ReturnType<typeof made>>) {
  return { status, headers: [...headers].filter(([name]) => name !== "cache-status"), text };
}

describe.each(["http://localhost", "https://a-b.example.org:8443"])("at %s", (origin) => {
  it.each(texts)(
    "$file is read once, and sent with the headers of a text that is made",
    async (text) => {
      const app = await anotherApp();
      const { files, paths } = await holdingAll();
      const expected = sent(await made(text, origin));
      for (const detail of ["precomputed", "memo"]) {
        const read = await answered(app, origin + text.path, { headers: text.headers }, files);
        expect(sent(read)).toEqual(expected);
        expect(read.detail).toBe(detail);
      }
      expect(paths).toEqual([makeRenderedTextPath(text.file)]);
      const etag = new Headers(expected.headers).get("etag") ?? "";
      for (const init of [
        { method: "HEAD", headers: text.headers },
        { method: "OPTIONS", headers: text.headers },
        { headers: { ...text.headers, "if-none-match": etag } },
        { headers: { ...text.headers, "if-none-match": '"another"' } },
      ]) {
        const read = await answered(app, origin + text.path, init, files);
        expect(sent(read)).toEqual(sent(await answered(computing, origin + text.path, init)));
      }
      expect(paths).toHaveLength(1);
    },
  );
});

const asking = [
  ...["/embed?", "/embed?utm_source=letter", "/embed?compare=therapy-class", "/embed?data=other"],
  ...["/embed?patient=somebody", "/embed?theme=auto", "/v1/screen?", "/?patient=somebody"],
  ...["/embed?lines=2", "/v1/screen?lines=2", "/?lines=2"],
].map(inFormat);

it.each([
  ...asking,
  ...["/embed?theme=dark", "/embed?hand-over=patient", "/embed?lines=2&theme=dark"],
  ...["/embed?lines=2&age=60-", inFormat("/v1/screen?lines=2&age=60-"), "/?lines=2&age=60-"],
  ...["/v1/screen?patient=somebody", "/v1/screen/orr", "/v1/screen/copy"].map(inFormat),
])("%s is what it is without the files, and asks for one or not", async (address) => {
  const { files, paths } = await holdingAll();
  const read = await answered(await anotherApp(), address, {}, files);
  expect(sent(read)).toEqual(sent(await answered(computing, address)));
  const asked = texts.map(({ file }) => makeRenderedTextPath(file));
  expect(paths.some((path) => asked.includes(path))).toBe(asking.includes(address));
});

describe("a text is made anew if its file", () => {
  const { path, headers } = anyText;
  const askedOfAnother = async (files: Files) =>
    answered(await anotherApp(), path, { headers }, files);
  const asText = (change: (file: string) => string) => async () =>
    gzipSync(change(await renderedFileOf(anyText)));

  it.each<[string, () => Promise<string | Uint8Array<ArrayBuffer>>]>([
    ["is of other data or another release", asText((file) => file.replace(/\d/, "x"))],
    ["is that of another text", async () => gzipSync(await renderedFileOf(texts[1] ?? anyText))],
    ["holds nothing", async () => gzipSync("")],
    ["has no tag", asText((file) => file.slice(file.indexOf("\n") + 1))],
    ["is not gzipped", () => renderedFileOf(anyText)],
    ["is cut off", async () => gzipSync(await renderedFileOf(anyText)).subarray(0, 1000)],
  ])("%s", async (_, contentOf) => {
    const { files, paths } = holding({ [makeRenderedTextPath(anyText.file)]: await contentOf() });
    const read = await askedOfAnother(files);
    expect(paths).toContain(makeRenderedTextPath(anyText.file));
    expect(read.detail).toBe("computed");
    expect(sent(read)).toEqual(sent(await made(anyText)));
  });

  it("never comes", async () => {
    vi.useFakeTimers();
    const answer = askedOfAnother(() => new Promise<never>(() => undefined));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent(await answer)).toEqual(sent(await made(anyText)));
  });
});

// Otherwise a text that was rendered on the day of the build would be wrong on a later one.
it.each(["2000-02-29", "2026-11-21", "2048-01-01"])("they are the same on %s", async (day) => {
  const today = await Promise.all(texts.map((text) => made(text)));
  vi.useFakeTimers({ now: new Date(day), toFake: ["Date"] });
  const app = await anotherApp();
  const onDay = await Promise.all(
    texts.map(({ path, headers }) => answered(app, path, { headers })),
  );
  expect(onDay.map(sent)).toEqual(today.map(sent));
});

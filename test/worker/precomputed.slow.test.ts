/** Every file of the build: what the Worker renders from it is what it renders when it computes. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { questions } from "#data/generated/precomputed.ts";
import { answerVersion } from "#data/generated/version.ts";
import { makeOriginInserter } from "#presentation/words/html.ts";
import type { FullAnswer } from "#server/answers/compute/full-answer.ts";
import { makePrecomputedAnswerPath } from "#server/answers/keep/precomputed-files.ts";
import {
  makeRenderedTextFile,
  makeRenderedTextPath,
  renderedTexts,
} from "#server/answers/keep/rendered-texts.ts";
import { measurePrecomputedFiles, mostPrecomputed } from "../../.dev/check/bundle-size.ts";
import { root } from "../../.dev/files.ts";
import { request } from "../support/request.ts";
import { serve } from "../support/serve.ts";

const dist = join(root, "dist");
const folder = join(dist, "precomputed", answerVersion);
const texts = Object.values(renderedTexts);

/** The build without these files. */
const copy = mkdtempSync(join(tmpdir(), "build-"));
afterAll(() => rmSync(copy, { recursive: true }));
const left = [join(dist, "precomputed"), join(dist, "v1/rendered")];
const without = { recursive: true, filter: (path: string) => !left.includes(path) };
cpSync(join(root, "dist-worker"), join(copy, "dist-worker"), { recursive: true });
cpSync(dist, join(copy, "dist"), without);
const computing = await serve({ buildFolder: copy });
// A server of its own: in the one of all tests, an answer may come from the cache.
const reading = await serve({});

async function answerOf(url: string, address: string) {
  const answer = await fetch(`${url}${address}`);
  const whence = answer.headers.get("cache-status")?.match(/detail=(\w+)/)?.[1] ?? "nothing";
  // A page contains the address of its site, also as a parameter of another address.
  const text = (await answer.text()).replaceAll(url, "").replaceAll(encodeURIComponent(url), "");
  return { whence, text };
}

/** All addresses of a question that are answered from its file. */
function addressesOf(question: string): string[] {
  const text = gunzipSync(
    readFileSync(join(dist, makePrecomputedAnswerPath(answerVersion, question))),
  );
  const { comparison, leaveOneOut }: FullAnswer = JSON.parse(text.toString());
  const compared = Object.keys(leaveOneOut);
  const uncomparedOutcomes = comparison.outcomes.filter(
    ({ outcome }) => !compared.includes(outcome),
  );
  const rows = [...compared, ...uncomparedOutcomes.slice(0, 1).map(({ outcome }) => outcome)];
  const paths = [
    ...["/v1/comparison", "/v1/comparison.csv", "/v1/reproduce.R", "/embed", "/report"],
    ...["/v1/screen", "/v1/screen/patients", ...rows.map((outcome) => `/v1/screen/${outcome}`)],
  ];
  return paths.map((path) => path + (question && `?${question}`));
}

describe("the answers made beforehand", () => {
  it("are a file for each question of the list, of this version only, within the limits", () => {
    expect(readdirSync(join(dist, "precomputed"))).toEqual([answerVersion]);
    const names = questions.map((question) =>
      basename(makePrecomputedAnswerPath(answerVersion, question)),
    );
    expect(readdirSync(folder).sort()).toEqual(names.sort());
    const { files, bytes } = measurePrecomputedFiles(join(dist, "precomputed"));
    expect(files).toBe(questions.length);
    expect(files).toBeLessThanOrEqual(mostPrecomputed.files);
    expect(bytes).toBeLessThanOrEqual(mostPrecomputed.bytes);
  });

  // All of them: a missing file would not be noticed otherwise, because the Worker would compute
  // the answer.
  it("give the bytes of the computed ones, all of them", { timeout: 300_000 }, async () => {
    const different: string[] = [];
    const addresses = questions.flatMap((question) =>
      (question === "" ? [...addressesOf(question), "/"] : addressesOf(question)).map(
        (address, index) => ({ address, isFirst: index === 0 }),
      ),
    );
    for (const { address, isFirst } of addresses) {
      const [computed, read] = await Promise.all(
        [computing.url, reading.url].map((url) => answerOf(url, address)),
      );
      // Deeper response, beneath the row of response, and the harms that a report adds are other questions, which
      // have no file.
      const asksMore = /^\/(?:v1\/screen\/orr|report)/.test(address);
      const later = asksMore ? ["computed", "memo"] : ["memo"];
      // The build rendered these, so no answer is read.
      const isRendered = texts.some(({ path }) => path === address);
      // What precedes a treatment is in the file, and without a file another question of the first screen.
      const isScreen = /^\/(?:v1\/screen|embed)(?:\?|$)/.test(address);
      const computedLater = isScreen ? ["computed", "memo"] : later;
      const isAlike =
        (isFirst ? ["computed"] : computedLater).includes(computed?.whence ?? "") &&
        (isFirst || isRendered ? ["precomputed"] : later).includes(read?.whence ?? "") &&
        computed?.text === read?.text;
      if (!isAlike) different.push(`${address}: ${computed?.whence}, ${read?.whence}`);
    }
    expect(different).toEqual([]);
  });

  it("are rendered by the build at the addresses that readers ask first", async () => {
    const asked = async (url: string, { path, headers }: (typeof texts)[number]) => {
      const answer = await fetch(url + path, { headers });
      const text = (await answer.text()).replaceAll(url, "");
      return [
        answer.headers.get("etag")?.replace(url, ""),
        text.replaceAll(encodeURIComponent(url), ""),
      ];
    };
    expect(readdirSync(join(dist, "v1/rendered")).sort()).toEqual(
      texts.map(({ file }) => basename(makeRenderedTextPath(file))).sort(),
    );
    for (const text of texts) {
      const [tag = "", body = ""] = await asked(computing.url, text);
      expect(await asked(reading.url, text)).toEqual([tag, body]);
      const file = gunzipSync(readFileSync(join(dist, makeRenderedTextPath(text.file)))).toString();
      const insertNoSite = makeOriginInserter("");
      expect(insertNoSite(file)).toBe(makeRenderedTextFile(tag, body));
    }
  });

  it("are no pages of their own", async () => {
    for (const path of [
      makePrecomputedAnswerPath(answerVersion, ""),
      ...texts.map(({ file }) => makeRenderedTextPath(file)),
    ]) {
      expect(existsSync(join(dist, path))).toBe(true);
      expect((await request(path)).status).toBe(404);
    }
  });
});

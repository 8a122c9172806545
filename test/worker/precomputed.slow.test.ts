/** Every precomputed answer is compared with the answer that the Worker computes. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, inject, it } from "vitest";
import { questions } from "#data/generated/precomputed.ts";
import { answerVersion } from "#data/generated/version.ts";
import { framesFolder, precomputedPath } from "#server/answers/precomputed-files.ts";
import { ofNoSite, originPlaceholder } from "#server/pages/html/origin-placeholder.ts";
import { release } from "#server/pages/html/release.ts";
import { mostPrecomputed, weighPrecomputed } from "../../.dev/check/weigh.ts";
import { copyBuild } from "../support/copied-build.ts";
import { request } from "../support/request.ts";
import { serve } from "../support/serve.ts";

const dist = join(import.meta.dirname, "../../dist");
const folder = join(dist, "precomputed", answerVersion);

const withoutFiles = copyBuild({ precomputed: false });
afterAll(() => withoutFiles.remove());
const computing = await serve({ built: withoutFiles.folder });

async function asked(url: string, question: string) {
  const answer = await fetch(`${url}/v1/comparison?${question}`);
  const whence = answer.headers.get("cache-status")?.match(/detail=(\w+)/)?.[1] ?? "nothing";
  return { status: answer.status, whence, bytes: Buffer.from(await answer.arrayBuffer()) };
}

describe("the answers made beforehand", () => {
  it("are a file for each question of the list, of this version only, within the limits", () => {
    expect(readdirSync(join(dist, "precomputed"))).toEqual([answerVersion, framesFolder(release)]);
    const names = questions.map((question) => basename(precomputedPath(answerVersion, question)));
    expect(readdirSync(folder).sort()).toEqual(names.sort());
    const { files, bytes } = weighPrecomputed(join(dist, "precomputed"));
    // And the home page, which shows an answer.
    expect(files).toBe(2 * questions.length + 1);
    expect(files).toBeLessThanOrEqual(mostPrecomputed.files);
    expect(bytes).toBeLessThanOrEqual(mostPrecomputed.bytes);
  });

  // All of them: a missing file would not be noticed otherwise, because the Worker would compute
  // the answer.
  it("have the bytes of the computed ones, all of them", { timeout: 300_000 }, async () => {
    const different: string[] = [];
    for (const question of questions) {
      const [computed, served] = await Promise.all([
        asked(computing.url, question),
        asked(inject("serverUrl"), question),
      ]);
      const file = gunzipSync(readFileSync(join(dist, precomputedPath(answerVersion, question))));
      const alike =
        computed.status === 200 &&
        computed.whence === "computed" &&
        ["precomputed", "memo"].includes(served.whence) &&
        computed.bytes.equals(file) &&
        served.bytes.equals(file);
      if (!alike) different.push(`${question}: ${computed.whence}, ${served.whence}`);
    }
    expect(different).toEqual([]);
  });

  it("are the pages of /embed, too, with the address of whoever serves them", async () => {
    const different: string[] = [];
    for (const question of questions) {
      const [served, made] = await Promise.all(
        [inject("serverUrl"), computing.url].map(async (url) => {
          const answer = await fetch(`${url}/embed?${question}`);
          const [, whence] = answer.headers.get("cache-status")?.match(/detail=(\w+)/) ?? [];
          return { whence, html: ofNoSite(url)(await answer.text()) };
        }),
      );
      const isAsMade = served?.html === made?.html && made?.html.includes(originPlaceholder);
      if (!isAsMade || made?.whence !== "computed" || served?.whence === "computed") {
        different.push(`${question}: ${made?.whence}, ${served?.whence}`);
      }
    }
    expect(different).toEqual([]);
  });

  it("are no pages of their own", async () => {
    const path = precomputedPath(answerVersion, "");
    expect(existsSync(join(dist, path))).toBe(true);
    expect((await request(path)).status).toBe(404);
  });
});

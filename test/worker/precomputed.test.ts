/** Every precomputed answer is compared with the answer that the Worker computes. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, inject, it } from "vitest";
import { questions } from "#data/generated/precomputed.ts";
import { answerVersion } from "#data/generated/version.ts";
import { precomputedPath } from "#server/answers/precomputed-path.ts";
import { mostPrecomputed, weighPrecomputed } from "../../.dev/build/precomputed-weight.ts";
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
    expect(readdirSync(join(dist, "precomputed"))).toEqual([answerVersion]);
    const names = questions.map((question) => basename(precomputedPath(answerVersion, question)));
    expect(readdirSync(folder).sort()).toEqual(names.sort());
    const { files, bytes } = weighPrecomputed(join(dist, "precomputed"));
    expect(files).toBe(questions.length);
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

  it("are no pages of their own", async () => {
    const path = precomputedPath(answerVersion, "");
    expect(existsSync(join(dist, path))).toBe(true);
    expect((await request(path)).status).toBe(404);
  });
});

/** A server that is started before its precomputed answers are written takes each as soon as its file is whole. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { questions } from "#data/generated/precomputed.ts";
import { answerVersion } from "#data/generated/version.ts";
import { precomputedPath } from "#server/answers/keep/precomputed-files.ts";
import { answeringFolder, root } from "../../.dev/files.ts";
import { runNode } from "../../.dev/run.ts";
import { fillAnswers } from "../../.dev/serve/fill-answers.ts";
import { serve } from "../support/serve.ts";

const copy = mkdtempSync(join(tmpdir(), "build-"));
afterAll(() => rmSync(copy, { recursive: true }));
const dist = join(root, "dist");
const without = { recursive: true, filter: (path: string) => path !== join(dist, "precomputed") };
cpSync(join(root, "dist-worker"), join(copy, "dist-worker"), { recursive: true });
cpSync(dist, join(copy, "dist"), without);
const { code, output } = await runNode([".dev/build/precompute.ts", "--later"], {
  env: { BUILD_FOLDER: copy },
});
const server = await serve({ buildFolder: copy });

async function whence(question: string): Promise<string> {
  const answer = await server.fetch(`/v1/comparison?${question}`);
  await answer.body?.cancel();
  expect(answer.status).toBe(200);
  return answer.headers.get("cache-status") ?? "";
}

const fileOf = (folder: string, question: string) =>
  readFileSync(join(folder, precomputedPath(answerVersion, question)));
const [first = "", second = "", ...more] = questions;

describe("answers that are made while the server serves", () => {
  it("are computed until they are there", async () => {
    expect([code, output]).toEqual([0, ""]);
    expect(fileOf(join(copy, "dist"), first)).toHaveLength(0);
    expect(await whence(first)).toContain("detail=computed");
  });

  it("leave the server as it is if they are stopped", async () => {
    await fillAnswers(copy, AbortSignal.abort());
    expect(fileOf(join(copy, "dist"), second)).toHaveLength(0);
    expect(await whence(second)).toContain("detail=computed");
  });

  it("are then read from the files, which are those of a build", async () => {
    await runNode([".dev/build/precompute.ts", "--later"], { env: { BUILD_FOLDER: copy } });
    await fillAnswers(copy, new AbortController().signal);
    expect(existsSync(join(copy, answeringFolder))).toBe(false);
    for (const question of more) {
      expect([question, await whence(question)]).toEqual([
        question,
        "myeloma-compare; hit; detail=precomputed",
      ]);
      const [made, built] = [join(copy, "dist"), dist].map((folder) => fileOf(folder, question));
      expect([question, made]).toEqual([question, built]);
    }
  });
});

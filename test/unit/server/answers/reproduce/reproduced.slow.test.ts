/**
 * R fits the numbers of the served scripts again, and finds what it found when the transcripts were made.
 * They are made anew, after a change of the data, with
 * `REPRODUCED=write npx vitest run --project all-slow reproduced`.
 */
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { app } from "../../../../../functions/app.ts";

const transcripts = join(import.meta.dirname, "../../../../oracle/reproduced");

/** By the name of the transcript. */
const questions = {
  default: "",
  early: "setting=early",
  products: "product=cilta-cel,teclistamab",
  "all-evidence": "evidence=all",
  reml: "model=reml",
} as const;

const environment = {
  ASSETS: { fetch: async () => new Response("not there", { status: 404 }) },
  APP_ENV: "local",
  EMBED_ANCESTORS: "*",
};
const run = promisify(execFile);
const program = "Rscript";

function missing(question: string): string | null {
  const able = (code: string) => spawnSync(program, ["-e", code]).status === 0;
  if (!able("stopifnot(getRversion() >= '4.1')")) return "R is not installed";
  const needsMore = question.includes("model=") && !able("library(metafor)");
  return needsMore ? "metafor is not installed" : null;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "reproduced-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What R prints for the script that is served. A number that differs would end it with 1. */
async function printed(question: string, changed = (script: string) => script): Promise<string> {
  const file = join(folder, "myeloma-compare.R");
  const answer = await app.request(`/v1/reproduce.R?${question}`, {}, environment);
  writeFileSync(file, changed(await answer.text()));
  const { stdout } = await run(program, [file], { maxBuffer: 10_000_000 });
  return stdout;
}

/** Of every line but that of the versions what was served, and what R found beside it. */
function linesIn(transcript: string): { served: string; found: number }[] {
  const numbered = /^(.*\S)\s+(\S+)\s+\S+$/;
  return transcript
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [, served = line, found = ""] = line.trim().match(numbered) ?? [];
      return Number.isNaN(Number(found))
        ? { served: line.trim().replace(/\s+/g, " "), found: 0 }
        : { served: served.replace(/\s+/g, " "), found: Number(found) };
    });
}

describe("the script of an answer, run by R", () => {
  for (const [name, question] of Object.entries(questions)) {
    const lack = missing(question);
    it.skipIf(lack !== null)(lack ? `${name} (skipped: ${lack})` : name, async () => {
      const file = join(transcripts, `${name}.txt`);
      const text = await printed(question);
      if (process.env.REPRODUCED === "write") writeFileSync(file, text);
      expect(text.trimEnd().split("\n").at(-1)).toMatch(/^\d+ numbers: all within tolerance$/);
      const [now, before] = [linesIn(text), linesIn(readFileSync(file, "utf8"))];
      expect(now.map(({ served }) => served)).toEqual(before.map(({ served }) => served));
      const far = now.filter(({ found }, i) => {
        const then = before[i]?.found ?? Number.NaN;
        return !(Math.abs(found - then) <= 2e-5 * Math.max(1, Math.abs(then)));
      });
      expect(far).toEqual([]);
    });
  }

  const lack = missing("");
  const withR = (name: string, test: () => Promise<void>) =>
    it.skipIf(lack !== null)(lack ? `${name} (skipped: ${lack})` : name, test);

  withR("says what it skips without metafor, and fits the rest", async () => {
    const text = await printed("outcome=orr&model=reml", (script) =>
      script.replace('requireNamespace("metafor"', 'requireNamespace("not.there"'),
    );
    expect(text).toContain("metafor is not installed: skipped:\norr|car-t|pool|estimate\n");
    expect(text).toMatch(/orr\s+car-t\s+pool\s+crude\s+0\.\d+\s+0\.\d+/);
    expect(text).toMatch(/\d+ numbers: all within tolerance\n$/);
  });

  withR("ends with 1 and names a number that differs", async () => {
    const wrong = printed("outcome=orr", (script) =>
      script.replace(/^(?<name>orr,car-t,pool,estimate lower,)0\.\d+$/m, "$<name>0.1"),
    );
    await expect(wrong).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/Not within tolerance:\n.*\n\s*orr car-t pool estimate lower/),
    });
  });
});

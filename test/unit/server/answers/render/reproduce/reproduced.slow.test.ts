/**
 * R fits the numbers of the served scripts again, and finds what it found when the transcripts were made.
 * They are made anew, after a change of the data, with
 * `REPRODUCED=write npx vitest run --project all-slow reproduced`.
 */
import { execFile, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import type { ApiComparison } from "#core/answer/answer.ts";
import { usualDimension } from "#core/question/parameters.ts";
import { answerOf, read, to } from "../../../../../support/in-process.ts";
import { makeTestFolder } from "../../../../../support/test-folder.ts";

const transcripts = join(import.meta.dirname, "../../../../../oracle/reproduced");

/** Maps the name of each transcript to its question. */
const questions = {
  default: "",
  early: "lines=2",
  products: "product=cilta-cel,ide-cel,elranatamab,teclistamab",
  toxicity: "outcome=toxicity",
  "all-evidence": "evidence=all",
  survival: "outcome=survival&evidence=all&lines=any",
  reml: "model=reml",
  glmm: "model=glmm",
  // Two schedules of one trial are one figure of these pools, and two of a published set.
  schedules: "outcome=orr,crs,infection-3,neutropenia-3&target=any&availability=any",
  "schedules-glmm":
    "outcome=orr,crs,infection-3,neutropenia-3&target=any&availability=any&model=glmm",
  "schedules-reml": "outcome=vgpr&prior-bcma=any&model=reml",
  // A pool of two trials in place of these, and a newer cut.
  latest: "outcome=orr,cr&cut=latest",
  set: "set=annals-2025",
} as const;

const run = promisify(execFile);
const program = "Rscript";

const able = (code: string) => spawnSync(program, ["-e", code]).status === 0;
const lackOfR = able("stopifnot(getRversion() >= '4.1')") ? null : "R is not installed";
/** What would change a difference rests on an analysis by another model, too, which metafor or lme4 fits. */
const lackForModel =
  lackOfR ?? (able("library(metafor); library(lme4)") ? null : "metafor or lme4 is not installed");
const runIf = (lack: string | null, name: string, test: () => Promise<void>) =>
  it.skipIf(lack !== null)(lack ? `${name} (skipped: ${lack})` : name, test);

const folder = makeTestFolder("reproduced-");

/** Returns what R prints for the script that is served. A number that differs would end it with 1. */
async function printed(question: string, changed = (script: string) => script): Promise<string> {
  const file = join(folder, "myeloma-compare.R");
  const answer = await answerOf(`/v1/reproduce.R?${question}`);
  writeFileSync(file, changed(await answer.text()));
  const { stdout } = await run(program, [file], { maxBuffer: 10_000_000 });
  return stdout;
}

/** Returns whether two words are the same, or are nearly the same number: other versions of R round elsewhere. */
function isNear(word: string, before: string): boolean {
  const then = Number(before);
  return word === before || Math.abs(Number(word) - then) <= 2e-5 * Math.max(1, Math.abs(then));
}

/** The rows of an answer that have a difference, and so a status that the script finds again. */
async function comparedRows(question: string): Promise<number> {
  const { outcomes, query } = await read<ApiComparison>(to("/v1/comparison", question));
  const compared = outcomes.filter(({ contrasts }) =>
    contrasts.some(({ status }) => status === "ok"),
  );
  return query.compare === usualDimension ? compared.length : 0;
}

describe("the script of an answer, run by R", () => {
  for (const [name, question] of Object.entries(questions)) {
    runIf(lackForModel, name, async () => {
      const file = join(transcripts, `${name}.txt`);
      const text = await printed(question);
      if (process.env.REPRODUCED === "write") writeFileSync(file, text);
      expect(text).toMatch(/\nAll served numbers found again, [^\n]+\n$/);
      const compared = await comparedRows(question);
      const found = `R finds what would change the difference in ${compared} of ${compared} compared rows.`;
      if (compared > 0) expect(text).toContain(found);
      const now = text.split(/\s+/);
      const before = readFileSync(file, "utf8").split(/\s+/);
      expect(now.length).toBe(before.length);
      expect(now.filter((word, i) => !isNear(word, before[i] ?? ""))).toEqual([]);
    });
  }

  runIf(
    lackOfR,
    "fits lines that somebody writes into its tables, beside what was served",
    async () => {
      const write = (script: string, table: string, lines: string) =>
        script.replace(new RegExp(`^${table} <- [\\s\\S]*?(?=\\n\\)-----")`, "m"), `$&\n${lines}`);
      const ours = printed("outcome=orr", (script) =>
        write(
          write(script, "trials", "orr,car-t,ours,ours,cilta-cel,34,41"),
          "changes",
          "orr,product,cilta-cel,car-t,ours,ours\norr,trial,Ours,car-t,ours,ours",
        ),
      );
      // The side without the line is as it was served; so is the difference without the drug of the line.
      await expect(ours).rejects.toMatchObject({
        code: 1,
        stdout: expect.stringMatching(
          /^ *orr +car-t +model .* [1-4]\n *orr +bsab +model .* 0$[\s\S]*^ *orr +product +cilta-cel +made +(10\.67)\d+ .* made +\1/m,
        ),
      });
    },
  );

  runIf(
    lackForModel,
    "ends with 1 and names an analysis, and what would change a difference, that differ",
    async () => {
      const wrong = printed("outcome=infection-3", (script) =>
        script
          .replace(/^(?<name>infection-3,product-once,,)-18\.\d+/m, "$<name>-19")
          .replace(/^(?<name>infection-3,FALSE,)trial/m, "$<name>dose"),
      );
      await expect(wrong).rejects.toMatchObject({
        code: 1,
        stdout: expect.stringMatching(
          /^ *infection-3 +product-once .* 1$[\s\S]*^ *infection-3 +dose .* 1$[\s\S]* difference in 0 of 1 compared/m,
        ),
      });
    },
  );

  runIf(
    lackOfR,
    "fits no other model without metafor and lme4, and says what needs them",
    async () => {
      const without = (script: string) => script.replace(/^has_glmm <- .*$/m, "has_glmm <- FALSE");
      const text = await printed("outcome=crs-3", without);
      expect(text).toMatch(
        /difference in 1 of 1 compared rows\.\nThe analyses by another model and at equal age need/,
      );
      expect(text).not.toMatch(/crs-3 +model/);
      expect(text).toMatch(/\nAll served numbers found again, [^\n]+\n$/);
    },
  );

  runIf(lackForModel, "finds other changes by another model that a reader chooses", async () => {
    const other = printed("outcome=infection-3", (script) =>
      script
        .replace('model <- "bayes"', 'model <- "reml"')
        .replace('interval <- "t"', 'interval <- "wald"'),
    );
    await expect(other).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^ *infection-3 +trial +CARTIFAN-1 .* 1$/m),
    });
  });

  runIf(lackOfR, "ends with 1 and names a number that differs", async () => {
    const wrong = printed("outcome=orr", (script) =>
      script.replace(/^(?<name>orr,car-t,model,0\.\d+,)0\.\d+/m, "$<name>0.1"),
    );
    await expect(wrong).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^\s*orr car-t model .* 1$/m),
    });
  });
});

/** Words that stand nowhere: those that readers stumbled over, promises to one patient, and slugs of products. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { productNames } from "#data/generated/product-names.ts";
import { publishedPools } from "#data/generated/published-pools.ts";
import { questions } from "../../../approved/questions.ts";
import { textOf } from "../../../support/html.ts";
import { answerOf, to } from "../../../support/in-process.ts";
import { sampled } from "../../../support/sample.ts";
import { drawing } from "../../../support/states/drawing.tsx";
import { states } from "../../../support/states/states.ts";

/** "Cohort" is part of the names of trials: "MajesTEC-1 (cohort A)"; a check is computed for 3 of 5 products. */
const banned =
  /\bBsAb\b|\b(?:its|our|some|separate|these|the|no|of|CAR-T|bispecific) cohorts?\b|(?<![\w-])\d+ cohorts?\b|whole answer|\basked for\b(?! \d)|\bmade by\b|\btold of\b|class average|evaluable only|\bpooled for a typical\b/i;

/** Lists the states without those of a patient, which quote their sources. */
const ours = states.filter(({ id }) => !id.startsWith("patient"));

/** Lists the citations of published pools: the titles of papers are not our words. */
const citations = publishedPools.map(({ citation }) => citation);

it.each(sampled(ours, 8))("$id is in plain words", async (state) => {
  const whole = textOf(await drawing(state)).replace(/\s+/g, " ");
  const text = citations.reduce((left, citation) => left.replaceAll(citation, ""), whole);
  const match = banned.exec(text);
  expect(match && text.slice(Math.max(0, match.index - 60), match.index + 60)).toBeNull();
});

it("“for this patient” never stands beside a pooled rate, because no rate is one patient's", () => {
  const root = join(import.meta.dirname, "../../../..");
  const folders = ["ehr", "sheets", "views", "row"].map((name) => `widget/${name}`);
  const files = ["functions/presentation", ...folders].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );
  expect(files.length).toBeGreaterThan(100);
  // The words are searched in what readers see, not in comments.
  const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const filesWithPatient = files.filter((file) =>
    /for (this|my|your|the) patient\b/i.test(
      withoutComments(readFileSync(join(root, file), "utf8")),
    ),
  );
  expect(filesWithPatient).toEqual([]);
});

const slugs = Object.keys(productNames).join("|");
const anySlug = new RegExp(`(?<![\\w-])(?:${slugs})(?![\\w-])`, "g");

const everyProduct = "compare=product&availability=any&evidence=all&lines=any&target=any";

it.each(sampled([...Object.values(questions), everyProduct], 8))(
  "no product stands by a slug in the place of its name: %j",
  async (question) => {
    for (const path of ["/embed", "/report"]) {
      const html = await (await answerOf(to(path, question))).text();
      const text = html.replace(/<(script|style)\b.*?<\/\1>/gs, "").replace(/<[^>]*>/g, " ");
      expect(text.match(anySlug), path).toBeNull();
    }
  },
);

/** Tests the counts of the script for R. `test/approved/` holds its served numbers. */
import Papa from "papaparse";
import { expect, it } from "vitest";
import type { Analysis, ApiComparison } from "#core/answer/answer.ts";
import { models } from "#core/answer/models.ts";
import { dataset } from "#core/dataset.ts";
import { hasNoPublishedSet } from "#core/question/parameter-values.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { answerOf, read, to } from "../../../../../support/in-process.ts";
import { countsOf } from "../../../../core/answer/entries.ts";

/** A table of the script, as R reads it. */
function table(script: string, name: string): Record<string, string>[] {
  const [, tableText = ""] = script.split(`${name} <- read.csv(na.strings = "", text = r"-----(\n`);
  const [text = ""] = tableText.split('\n)-----")');
  return Papa.parse<Record<string, string>>(text, { header: true }).data;
}

/** The analyses that count other figures than the row. */
const ofOtherCounts: readonly Analysis["analysis"][] = [
  "place",
  "product",
  "trial",
  "dose",
  "papers",
  "apheresed",
];

type Counts = readonly Readonly<Record<string, string>>[];

/** Returns the counts of a row after the changes, by trial: "30/40 80/97". */
function applyChanges(trials: Counts, changes: Counts, areAdded: boolean, group: string): string {
  const changed = new Set(changes.map(({ cohort }) => cohort));
  const counted = [
    ...trials.filter(({ cohort }) => !changed.has(cohort)),
    ...changes.filter(({ events }) => events !== ""),
  ].filter((count) => count.class === group);
  const sums = new Map<string, [number, number]>();
  for (const { trial = "", cohort = "", events, n } of counted) {
    const name = areAdded ? trial : cohort;
    const [sum, of] = sums.get(name) ?? [0, 0];
    sums.set(name, [sum + Number(events), of + Number(n)]);
  }
  return [...sums.values()].map(([events, n]) => `${events}/${n}`).join(" ");
}

it.each([
  "",
  "lines=2",
  "product=cilta-cel,teclistamab",
  "evidence=all",
  "model=reml",
  "model=glmm&outcome=orr,crs-3",
  "compare=product&outcome=orr,pfs-12",
  "outcome=survival",
  "outcome=toxicity",
  // Two schedules of one trial are one figure.
  "outcome=orr,neutropenia-3&target=any&availability=any",
  "set=annals-2025&outcome=orr,infection-3",
])(
  "the script of %j has the counts from which each of its analyses was fitted",
  async (question) => {
    const answer = await read<ApiComparison>(to("/v1/comparison", question));
    const script = await (await answerOf(to("/v1/reproduce.R", question))).text();
    const trials = table(script, "trials");
    const changes = table(script, "changes");
    const query = parseQueryTextOrThrow(question, dataset);
    const model = models.of(query);
    for (const { outcome, contrasts } of answer.outcomes) {
      const ofRow = (line: Record<string, string>) => line.outcome === outcome;
      for (const { analysis, variant, differencePer100, status, total } of contrasts.flatMap(
        ({ analyses }) => analyses ?? [],
      )) {
        const name = `${outcome} ${analysis}`;
        if (!ofOtherCounts.includes(analysis)) continue;
        const ofAnalysis = changes.filter((line) => ofRow(line) && line.analysis === analysis);
        if (status === "same") expect(ofAnalysis, name).toEqual([]);
        if (analysis === "product" || analysis === "trial")
          expect(new Set(ofAnalysis.map((line) => line.variant)).size, name).toBe(total);
        if (differencePer100 === null) continue;
        const changed = ofAnalysis.filter((line) => line.variant === (variant ?? ""));
        expect(changed, name).not.toEqual([]);
        const groups = ["car-t", "bsab"].map((id) => ({
          id,
          figures: countsOf(
            applyChanges(trials.filter(ofRow), changed, hasNoPublishedSet(query), id),
          ),
        }));
        const [fitted] = model.compare(groups, "bsab", "contrast");
        expect(100 * (fitted?.contrast?.difference ?? Number.NaN), name).toBeCloseTo(
          differencePer100,
          3,
        );
      }
    }
  },
);

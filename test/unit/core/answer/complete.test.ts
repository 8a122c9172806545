import { describe, expect, it } from "vitest";
import { compareClasses } from "#core/answer/compare.ts";
import { completeAnswer } from "#core/answer/complete.ts";
import { models } from "#core/answer/models.ts";
import { dataset } from "#core/dataset.ts";
import { provenance } from "#data/generated/provenance.ts";
import { listAnswerAdditions } from "#server/answers/compute/full-answer.ts";
import { queryOf } from "../../../support/queries.ts";

const questions = [
  "",
  "lines=2",
  "evidence=all&sources=any&outcome=survival",
  "evidence=all&lines=any&availability=any&target=any&regimen=any&outcome=efficacy",
  "denominator=enrolled&lines=any&outcome=survival",
  "exclude=karmma",
  "set=roex-2020&outcome=pfs-12",
  "age=59-&lines=any&product=anito-cel,fcarh143,c-car088&cut=latest&outcome=efficacy",
];

describe.each(questions)("the additions to the answer of %j", (text) => {
  const bare = compareClasses(queryOf(text, dataset), dataset, models);
  const whole = completeAnswer(bare, listAnswerAdditions());

  it("change none of its numbers", () => {
    const added = new Set([
      ...["medians", "notReached", "citation", "intentionToTreat", "published", "headToHead"],
      ...["narrower", "countFrom", "countRange"],
    ]);
    // A follow-up has months, too: a number; a pool and a contrast have a status, a word.
    const isAdded = (key: string, value: unknown) =>
      added.has(key) ||
      (key === "months" && Array.isArray(value)) ||
      (key === "status" && typeof value === "object");
    const without = (answer: object) =>
      JSON.parse(JSON.stringify(answer, (key, value) => (isAdded(key, value) ? undefined : value)));
    expect(without(whole)).toEqual(without(bare));
  });

  it("say of every count that no source prints how it was made", () => {
    for (const { outcome, pools } of whole.outcomes) {
      for (const study of Object.values(pools).flatMap(({ studies }) => studies)) {
        const figure = provenance[study.cohort]?.figures.find(
          (printed) => printed.outcome === study.printed && printed.cut === study.cut,
        );
        const isComputed = figure?.derivedRange !== undefined;
        expect(study.countFrom, `${outcome} ${study.cohort}`).toBe(
          isComputed ? "percentage" : undefined,
        );
        expect(study.countRange ?? null).toEqual(figure?.derivedRange ?? null);
      }
    }
  });

  it("are medians of which none counts the patients of another", () => {
    for (const { pools } of whole.outcomes) {
      for (const { medians: reached, notReached = [] } of Object.values(pools)) {
        const ids = new Set([...reached, ...notReached].map(({ cohort }) => cohort));
        const shared = dataset.cohorts
          .filter(({ id }) => ids.has(id))
          .flatMap(({ overlaps }) => overlaps)
          .filter((edge) => edge.kind !== "possible" && ids.has(edge.with));
        expect(shared).toEqual([]);
      }
    }
  });
});

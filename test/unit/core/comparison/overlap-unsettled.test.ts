/** What an answer says where the search for the cohorts with most patients was ended. */
import { describe, expect, it } from "vitest";
import { compare } from "#core/comparison/compare.ts";
import { enrolledPool } from "#core/comparison/enrolled.ts";
import { metaRegression } from "#core/comparison/meta-regression.ts";
import { bayesModel, models } from "#core/comparison/models.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { english } from "#presentation/words/catalogue.ts";
import { withWords } from "#presentation/words/with-words.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  entangled,
  figure,
  infused,
  orr,
  widest,
} from "../../../support/cohorts.ts";

const reports = (id: string, n: number) => figure(id, Math.round(n / 2), n);
const ring = entangled((_, n) => ({ figures: [reports("orr", n)] }));
const other = bispecific("b", { figures: [reports("orr", 90)] });

function answerOf(cohorts: ComputeCohort[], outcome = "orr") {
  const evidence = datasetOf(cohorts);
  const query = { ...widest, outcome: [outcome] };
  return { evidence, answer: compare(query, evidence, models) };
}

const unsettledIn = ({ answer }: Pick<ReturnType<typeof answerOf>, "answer">) =>
  answer.outcomes.flatMap(({ cautions }) =>
    cautions.flatMap((one) => (one.code === "overlap-unsettled" ? [one.group] : [])),
  );

describe("a comparison", () => {
  it("says so of the class, in words too", () => {
    const made = answerOf([...ring, other]);
    expect(unsettledIn(made)).toEqual(["car-t"]);
    const [row] = withWords(made.answer, english).outcomes;
    expect(row?.cautions.find(({ code }) => code === "overlap-unsettled")).toEqual({
      code: "overlap-unsettled",
      label: "CAR-T overlap not settled",
      text: "So many CAR-T studies share patients that not every set of them was tried. No patient counts twice, but another set may hold more patients.",
    });
  });

  it("does not say so where the best set is found", () => {
    expect(unsettledIn(answerOf([...ring.slice(0, 12), other]))).toEqual([]);
  });

  it("says so where only the share of the class rests on it", () => {
    const silent = ring.map((one) => ({ ...one, figures: [] }));
    const made = answerOf([...silent, cohort("a", { figures: [reports("orr", 100)] }), other]);
    expect(made.answer.outcomes[0]?.pools["car-t"].k).toBe(1);
    expect(unsettledIn(made)).toEqual(["car-t"]);
  });

  it("says so where only the other kind of regimen rests on it", () => {
    const combined = ring.map((one) => ({ ...one, regimen: "combination" as const }));
    const large = cohort("a", { n: 100_000, figures: [reports("orr", 2000)] });
    const made = answerOf([...combined, large, other]);
    expect(made.answer.outcomes[0]?.pools["car-t"].beside?.regimen).toBe("combination");
    expect(unsettledIn(made)).toEqual(["car-t"]);
  });
});

it("a regression says so", () => {
  const aged = ring.map((one) => ({ ...one, year: 2000 + ((one.n ?? 0) % 10) }));
  const { status, remarks } = metaRegression(widest, orr, "year", datasetOf(aged));
  expect(status).toBe("ok");
  expect(remarks).toContainEqual({ code: "overlap-unsettled" });
});

it("over all enrolled there is then no number, because no remark goes with it", () => {
  const enrolled = (some: readonly ComputeCohort[]) =>
    enrolledPool(
      some.map((one) => ({
        ...one,
        figures: [{ ...reports("orr", one.n ?? 0), population: "leukapheresed" as const }],
      })),
      orr,
      infused,
      widest,
      bayesModel,
    );
  expect(enrolled(ring.slice(0, 12))?.k).toBeGreaterThan(1);
  expect(enrolled(ring)).toMatchObject({ k: 0, estimate: null, interval: null });
});

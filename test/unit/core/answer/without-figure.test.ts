/** Trials without a figure decide nothing: whether they are selected changes no number of the outcome. */
import { describe, expect, it } from "vitest";
import type { Answer } from "#core/answer/answer.ts";
import { compare } from "#core/answer/compare.ts";
import { rememberingModels } from "#core/cache/cached-models.ts";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { labelIn } from "#core/evidence/regimen-labels.ts";
import { bispecific, cohort } from "../../../support/cohorts.ts";
import { asked } from "../../../support/queries.ts";

type Row = Answer["outcomes"][number];

const answerTo = (text: string, of = dataset) => compare(asked(text, of), of, rememberingModels);

/** The number of each class, and what it is made of. */
const numbersOf = ({ pools }: Row) =>
  groups.map((group) => {
    const { status, k, trials, events, n, estimate, interval, predictionInterval } = pools[group];
    const { tau, i2, followUp, studies, products, beside, regimen } = pools[group];
    return {
      ...{ status, k, trials, events, n, estimate, interval, predictionInterval },
      ...{ tau, i2, followUp, studies, products, beside, regimen },
    };
  });

/** The difference; its checks may assume another share of infused, and know other trials. */
const differencesOf = ({ contrasts }: Row) =>
  contrasts.map(({ checks, firm, ...difference }) => difference);

function expectSame(own: Answer, other: Answer, ids: ReadonlySet<string>, who: string) {
  let compared = 0;
  for (const row of own.outcomes) {
    const found = other.outcomes.find(({ outcome }) => outcome === row.outcome);
    if (!found || !ids.has(row.outcome)) continue;
    const message = `${row.outcome} without ${who}`;
    expect(numbersOf(found), message).toEqual(numbersOf(row));
    expect(differencesOf(found), message).toEqual(differencesOf(row));
    compared += 1;
  }
  return compared;
}

/** The outcomes for which a selected cohort has no figure. */
function silentFor({ outcomes }: Answer, id: string): ReadonlySet<string> {
  return new Set(
    outcomes
      .filter(({ pools }) =>
        groups.every((group) => {
          const { studies, beside, notPooled } = pools[group];
          const pooled = [...studies, ...(beside?.studies ?? [])].map((one) => one.cohort);
          const isReported = notPooled.some(
            (one) => one.cohort === id && one.reason.code === "shares-patients",
          );
          return !pooled.includes(id) && !isReported;
        }),
      )
      .map(({ outcome }) => outcome),
  );
}

describe.each(["", "availability=us", "evidence=all"])("of the question %j", (text) => {
  const own = answerTo(text);

  it("no cohort without a figure changes a number when it is left out", () => {
    const left = new Set(asked(text, dataset).exclude);
    let compared = 0;
    for (const { cohort: id } of own.selection.included) {
      const silent = silentFor(own, id);
      if (silent.size === 0) continue;
      const exclude = [...left, id].join();
      const other = answerTo(`${text}${text && "&"}exclude=${exclude}`);
      compared += expectSame(own, other, silent, id);
    }
    expect(compared).toBeGreaterThan(0);
  });

  it("no cohort without any figure changes a number when it is added", () => {
    const products = groups.map((group) =>
      dataset.products.find(
        ({ slug, therapyClass, targets, contains }) =>
          therapyClass === group &&
          labelIn({ product: slug, partners: [] }, "us", "3+", dataset).status === "labelled" &&
          targets.includes("bcma") &&
          contains.length === 0,
      ),
    );
    const added = products.map((product, index) => {
      if (!product) throw new Error("no product");
      const make = groups[index] === "bsab" ? bispecific : cohort;
      return make(`added-${index}`, { product: product.slug, n: 5000, medianAge: null });
    });
    const other = answerTo(text, { ...dataset, cohorts: [...dataset.cohorts, ...added] });
    const more = other.selection.included.length - own.selection.included.length;
    expect(more).toBe(added.length);
    const all = new Set(own.outcomes.map(({ outcome }) => outcome));
    expect(expectSame(own, other, all, "the added ones")).toBe(own.outcomes.length);
  });
});

/** Tests what is offered instead of a question after earlier therapy that few trials or none answer. */
import { expect, it } from "vitest";
import { listAlternativesToAfterTherapy } from "#core/answer/other-questions.ts";
import { dataset } from "#core/dataset.ts";
import { splitIncludedAndExcludedCohorts } from "#core/evidence/select.ts";
import { queryOf } from "../../../support/queries.ts";

const some = "target=any&prior-bcma=selected";
const offered = (question: string) =>
  listAlternativesToAfterTherapy(queryOf(question, dataset), dataset);

it.each<[question: string, ...offers: string[]]>([
  // No other question is offered where there are trials, or where the question is not after such therapy.
  [""],
  ["lines=2"],
  ["prior-bcma=car-t"],
  [some],
  // After one or two lines, the same question is offered after more lines and without such therapy.
  ["lines=2&prior-bcma=car-t", "later prior-bcma=car-t", "without lines=2"],
  [`lines=1&${some}`, `later ${some}`, "without lines=1"],
  // No trial recruited mostly patients after this kind of therapy.
  [
    "prior-bcma=bispecific&availability=eu",
    `any-kind availability=eu&${some}`,
    "without availability=eu",
  ],
  ["lines=2&prior-bcma=bispecific", `any-kind ${some}`, "without lines=2"],
  // Not every patient after GPRC5D therapy had therapy directed at BCMA.
  ["prior-bcma=gprc5d", "without "],
])("of %j", (question, ...offers) => {
  const instead = offered(question);
  expect(instead.map(({ change, query }) => `${change} ${query}`)).toEqual(offers);
  for (const { query } of instead) {
    expect(
      splitIncludedAndExcludedCohorts(queryOf(query, dataset), dataset).included.length,
    ).toBeGreaterThan(0);
  }
});

/**
 * What counts, is labelled, is left out and is offered, by region and lines: one committed table, every
 * cell of it checked against the indications that were copied a second time.
 */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import {
  labelsBySide,
  leftOutForLabel,
  type RegimenLabels,
  soldElsewhere,
} from "#core/evidence/answer-labels.ts";
import { select } from "#core/evidence/select.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { asked } from "../../../support/queries.ts";
import fixture from "../../data/sentinel-labels.json" with { type: "json" };

const places = ["us,eu", ...labelRegions];
const lines = ["1", "2", "3%2B"] as const;
const questions = places.flatMap((place) =>
  lines.map((line, at) => ({ text: `availability=${place}&lines=${line}`, at })),
);

type Cell = [
  product: string,
  partners: string[],
  region: string,
  least: number | null,
  ...string[],
];
const cells = fixture.cells as Cell[];

/** What the fixture says; `undefined` if it does not hold the regimen. */
function copied({ product, partners }: RegimenLabels, region: string, at: number) {
  const cell = cells.find(
    ([own, others, where]) =>
      own === product && where === region && others.join() === partners?.join(),
  );
  return cell && { status: cell[4 + at], minPriorLines: cell[3] };
}

function nameOf({ product, partners }: RegimenLabels): string {
  return [product, ...(partners ?? ["?"])].join(" + ");
}

function lineOf(one: RegimenLabels): string {
  const labels = one.labels.map(
    ({ region, status, minPriorLines }) => `${region} ${status} ${minPriorLines ?? "-"}`,
  );
  return `${nameOf(one)}: ${labels.join(", ")}`;
}

function answerTo(text: string) {
  const query = asked(text, dataset);
  const { included } = select(query, dataset);
  return {
    included,
    counted: labelsBySide(query, included, dataset).flatMap(({ regimens }) => regimens),
    leftOut: leftOutForLabel(query, dataset),
    elsewhere: soldElsewhere(query, dataset),
  };
}

it("is this table", async () => {
  const table = questions.flatMap(({ text }) => {
    const { included, counted, leftOut, elsewhere } = answerTo(text);
    return [
      `${text}: ${included.map(({ id }) => id).join(" ")}`,
      ...counted.map((one) => `  counted ${lineOf(one)}`),
      ...(leftOut?.regimens.map((one) => `  left out ${lineOf(one)}`) ?? []),
      ...elsewhere.map(({ product, regions }) => `  elsewhere ${product}: ${regions.join(", ")}`),
      ...(leftOut ? [`  offered ${leftOut.query}`] : []),
    ];
  });
  await expect(`${table.join("\n")}\n`).toMatchFileSnapshot("label-table.txt");
});

it.each(questions)("$text: every label is the one copied a second time", ({ text, at }) => {
  const { counted, leftOut } = answerTo(text);
  for (const one of [...counted, ...(leftOut?.regimens ?? [])]) {
    for (const { region, status, minPriorLines } of one.labels) {
      expect({ status, minPriorLines }, `${nameOf(one)} ${region}`).toEqual(
        copied(one, region, at),
      );
    }
  }
});

it.each(questions)(
  "$text: what counts is labelled in a region asked for, no other is",
  ({ text }) => {
    const { counted, leftOut } = answerTo(text);
    const isLabelled = ({ labels }: RegimenLabels) =>
      labels.some(({ status }) => status === "labelled");
    expect(counted.filter((one) => !isLabelled(one))).toEqual([]);
    expect((leftOut?.regimens ?? []).filter(isLabelled)).toEqual([]);
  },
);

it.each(questions)("$text: what is offered counts all that was left out", ({ text }) => {
  const { leftOut } = answerTo(text);
  if (!leftOut) return;
  const { included } = select(asked(leftOut.query, dataset), dataset);
  const ids = included.map(({ id }) => id);
  for (const { trials } of leftOut.regimens) {
    for (const { cohort } of trials) expect(ids).toContain(cohort);
  }
});

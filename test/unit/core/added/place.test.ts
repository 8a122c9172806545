/**
 * Tests where added counts lie beside the published ones, which counts get no such statement, and that every answer of
 * an app on a device follows them.
 */

import { afterEach, describe, expect, it } from "vitest";
import { convertAddedToComputeCohorts, readAddedCohort } from "#core/added/cohort.ts";
import {
  gatherAddedFigures,
  judgeCohortByFilters,
  judgePlaceInPrediction,
} from "#core/added/place.ts";
import { compareClasses } from "#core/answer/compare.ts";
import { readPredictionIntervalIfThreeTrials } from "#core/answer/figures-of-trials.ts";
import { cachedModels as models } from "#core/cache/cached-models.ts";
import { dataset, published, replaceAddedCohorts } from "#core/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { clopperPearson } from "#core/statistics/interval.ts";
import { makeAddedCohortLabel } from "#presentation/words/added.ts";
import { app } from "../../../../functions/app.ts";
import { environmentWith } from "../../../support/answered.ts";
import { inFormat } from "../../../support/in-format.ts";

const query = parseQueryTextOrThrow("", published);

function readCentre(events: number, n: number, more: object = {}) {
  const centre = { name: "Our centre", product: "cilta-cel", evidence: "trial", patients: n };
  const file = { ...centre, outcomes: [{ outcome: "orr", events }], ...more };
  const { cohort, problems } = readAddedCohort(file, published);
  if (cohort === null) throw new Error(JSON.stringify(problems));
  return cohort;
}

/** @param pool Fields that the pools of the published trials have instead of their own. */
function figureOf(events: number, n: number, more: object = {}, question = query, pool = {}) {
  const cohort = readCentre(events, n, more);
  const [row] = compareClasses(question, published, models).outcomes;
  const added = convertAddedToComputeCohorts([cohort]);
  const [first] = added;
  if (!row || !first) throw new Error("no row");
  const pools = Object.entries(row.pools).map(([group, own]) => [group, { ...own, ...pool }]);
  const [figure] = gatherAddedFigures(
    { ...row, pools: Object.fromEntries(pools) },
    ...([added, question, published] as const),
    ({ therapyClass }) => therapyClass,
  );
  return { figure, row, standing: judgeCohortByFilters(first, question, published) };
}

it.each([
  [0.5, [0.3, 0.7], "within"],
  [0.4, [0.2, 0.6], "within"],
  [0.6, [0.5, 0.7], "within"],
  [0.3, [0.2, 0.39], "below"],
  [0.7, [0.61, 0.8], "above"],
  // Outside, but so few patients cannot tell it from the next trial.
  [0.3, [0.1, 0.5], null],
  [0.7, [0.5, 0.9], null],
] as const)("the place of a rate: %d with %j is, to 0.4 to 0.6, %s", (rate, interval, place) => {
  expect(judgePlaceInPrediction(rate, interval, [0.4, 0.6])).toBe(place);
});

describe("added counts", () => {
  it("have their own exact interval, beside the prediction of the published trials alone", () => {
    const { figure, row } = figureOf(34, 41);
    expect(figure).toMatchObject({ events: 34, n: 41, rate: 34 / 41, place: "within" });
    expect(figure?.interval).toEqual(clopperPearson(34, 41));
    expect(figure?.prediction).toEqual(readPredictionIntervalIfThreeTrials(row.pools["car-t"]));
  });

  it("of fewer than 30 patients are a count without a rate and a place", () => {
    expect(figureOf(25, 29).figure).toMatchObject({ rate: null, place: null });
    expect(figureOf(25, 30).figure?.rate).not.toBeNull();
  });

  it("have no place beside one trial, or another kind of regimen", () => {
    const oneTrial = parseQueryTextOrThrow("product=linvoseltamab", published);
    const bispecific = { product: "linvoseltamab" };
    expect(figureOf(34, 41, bispecific, oneTrial).figure).toMatchObject({ place: null });
    const combined = figureOf(34, 41, {}, query, { regimen: "combination" });
    expect(combined.row.pools["car-t"]?.regimen).not.toBe("combination");
    expect(combined.figure).toMatchObject({ prediction: null, place: null });
  });

  it("of practice stand beside trials and are counted only where practice is asked for", () => {
    const practice = { evidence: "real-world" };
    expect(figureOf(34, 41, practice).standing).toMatchObject({
      isEligible: false,
      isListed: true,
    });
    const all = parseQueryTextOrThrow("evidence=all", published);
    expect(figureOf(34, 41, practice, all).standing).toMatchObject({ isEligible: true });
  });

  it("of other lines do not stand beside the rows", () => {
    const early = { linesFrom: 1, linesTo: 3 };
    expect(figureOf(34, 41, early).standing).toMatchObject({ isListed: false, isEligible: false });
    const second = parseQueryTextOrThrow("lines=2", published);
    expect(figureOf(34, 41, early, second).standing.isEligible).toBe(true);
  });
});

afterEach(() => replaceAddedCohorts([], false));

const environment = { ...environmentWith(), ON_DEVICE: true };

async function ask(path: string): Promise<string> {
  const response = await app.request(inFormat(path), {}, environment);
  expect(response.status, path).toBe(200);
  return response.text();
}

it("every answer follows each change of added counts, and is again as before without them", async () => {
  const outcomes = [
    { outcome: "orr", events: 2003 },
    { outcome: "vgpr", events: 1999 },
  ];
  const cohort = readCentre(2003, 4001, { outcomes });
  const ofResponse = [
    ...["/v1/screen", "/v1/screen/orr", "/v1/screen/copy", "/v1/comparison", "/v1/comparison.csv"],
    ...["/v1/reproduce.R", "/v1/forest.svg", "/report"],
  ].map((path) => `${path}?outcome=orr`);
  const paths = [...ofResponse, "/v1/screen?compare=product"];
  const before = await Promise.all(paths.map(ask));
  replaceAddedCohorts(convertAddedToComputeCohorts([cohort], makeAddedCohortLabel), true);
  expect(dataset.answerVersion).not.toBe(published.answerVersion);
  for (const [index, path] of paths.entries()) {
    const counted = await ask(path);
    expect(counted, path).not.toBe(before[index]);
    expect(counted, path).toMatch(/2003|Our centre|added by the reader/);
  }
  replaceAddedCohorts(convertAddedToComputeCohorts([cohort], makeAddedCohortLabel), false);
  const answer = await ask("/v1/screen?outcome=orr");
  expect(answer).toContain("Yours 2003 of 4001");
  expect(answer).not.toContain("With counts added");
  // They stand behind Response, and below their drug, too.
  expect(await ask("/v1/screen/orr")).toContain("Yours 1999 of 4001");
  expect(await ask("/v1/screen?compare=product")).toContain("Yours");
  replaceAddedCohorts([], false);
  expect(await Promise.all(paths.map(ask))).toEqual(before);
});

/** Defines the schema of the randomised trials of an answer. */
import * as v from "valibot";
import { earlyDeaths } from "#data/collection-vocabulary.ts";
import {
  described,
  listOf,
  namedObject,
  oneOf,
  orAbsent,
  orNull,
} from "#data/schema/description.ts";
import { sourceKinds } from "#data/vocabulary.ts";
import { lookedForInTrial, randomisedPlaces } from "../../others/codes.ts";
import { fields, intervalSchema } from "./parts.ts";

const source = described(
  namedObject("RandomisedSource", {
    citation: described(v.string(), "Where it was read."),
    href: orNull(v.string(), "Its address."),
    kind: oneOf(sourceKinds, "What kind of source."),
    tier: described(v.number(), "1 paper, regulator or label to 4 unreviewed."),
  }),
  "Where it was read.",
);

const { followUpMonths } = fields;

const makeRatioSchema = (text: string) =>
  orNull(
    namedObject("RandomisedRatio", {
      value: described(v.number(), "Hazard ratio; above 1: more events with the product."),
      interval: orNull(intervalSchema, "95 % interval, as reported."),
      source,
    }),
    text,
  );

const makeRateSchema = (text: string) =>
  orNull(
    namedObject("RandomisedRate", {
      estimate: orNull(v.number(), "0 to 1."),
      interval: orNull(intervalSchema, "95 % interval, as reported."),
      events: orNull(v.number(), "Patients with the event; `null` without a count."),
      n: orNull(v.number(), "Patients counted over."),
    }),
    text,
  );

const arms = {
  arm: makeRateSchema("With the product; `null` where it was not reported."),
  control: makeRateSchema("With standard therapy; `null` where it was not reported."),
};

const atMonth = namedObject("RatesOfArms", {
  ...arms,
  month: orNull(v.number(), "The month."),
  followUpMonths,
  source: orNull(source, "Of the control."),
});

const armSchema = namedObject("RandomisedArm", {
  product: fields.product,
  partners: orNull(v.array(v.string()), "What it was given with; empty if alone."),
  cohort: described(v.string(), "Id of the cohort."),
  therapyClass: fields.therapyClass,
  n: orNull(v.number(), "Patients randomised to it."),
  ratios: listOf(
    namedObject("RatiosOfCut", {
      followUpMonths,
      progression: makeRatioSchema("Of progression or death; `null` where this cut has none."),
      death: makeRatioSchema("Of death; `null` where this cut has none."),
    }),
    "Hazard ratios by data cut: first the newest cut that has both, then the newest older cut of a paper.",
  ),
  progressionFree: orNull(
    atMonth,
    "Alive without progression in both arms at the latest month that both report; the arm alone where its control reports none.",
  ),
  alive: orNull(atMonth, "Alive in both arms at the latest month that both report."),
  medians: listOf(
    v.strictObject({
      family: oneOf(["pfs", "os"], "Survival without progression, or overall."),
      arm: described(v.number(), "Median months with the product."),
      control: described(v.number(), "Median months with standard therapy."),
    }),
    "Medians that both arms report.",
  ),
  detriment: orAbsent(
    v.strictObject({
      during: described(v.string(), "When, and who reports it."),
      remark: orNull(v.string(), "What is reported with it."),
      source,
    }),
    "Survival that is reported to be lower with the product for a time, without a number; absent if nothing is.",
  ),
  earlyDeaths: listOf(
    namedObject("EarlyDeaths", {
      outcome: oneOf(earlyDeaths, "Which deaths."),
      ...arms,
      untreated: orNull(
        v.strictObject({
          arm: described(v.number(), "With the product."),
          control: described(v.number(), "With standard therapy."),
        }),
        "Those of them before any study treatment, where one source counts both among the same patients.",
      ),
      source,
    }),
    "Deaths in the first months after randomisation that both arms report.",
  ),
});

export const randomisedSchema = listOf(
  namedObject("RandomisedTrial", {
    study: described(v.string(), "Id of the study, as in `comparisons` of `/v1/dataset`."),
    label: fields.label,
    place: oneOf(
      randomisedPlaces,
      "`leads`: of a regimen labelled in a region asked for after one or two lines, which its patients had; it leads the answer. `line`: of a labelled regimen, with a median of three lines or more, for a question about three lines or more. Not counted, of a drug of the question: `after-other-lines`, for a question about three lines or more, of patients who had fewer; `without-label`, for a question about one or two lines, not labelled after them in any region asked for. `opened-row`: any other, in opened rows only.",
    ),
    lines: orNull(
      v.strictObject({
        min: orNull(v.number(), "Fewest."),
        max: orNull(v.number(), "Most."),
      }),
      "Prior lines of its patients: enrolled, else admitted.",
    ),
    medianLines: orNull(v.number(), "Their median."),
    enrolled: orNull(v.string(), "Whom it enrolled, apart from lines."),
    masking: orNull(
      v.picklist(["open-label"]),
      "Who knew which treatment was given: `open-label`, everybody; `null` where our sources do not say.",
    ),
    control: described(
      v.strictObject({
        label: described(v.string(), "What control patients were given."),
        n: orNull(v.number(), "Patients randomised to it."),
      }),
      "Standard therapy.",
    ),
    crossover: orNull(
      v.strictObject({
        percent: described(v.number(), "Percent of the control patients."),
        followUpMonths,
        source,
      }),
      "Control patients who were given the product after all; `null` where that is not reported.",
    ),
    arms: listOf(armSchema, "Arms with a product."),
    notReported: listOf(
      v.picklist(lookedForInTrial),
      "What every such trial is asked for, and this one does not report.",
    ),
  }),
  "Trials that randomised between a product and standard therapy and concern the question; never pooled, never set against each other.",
);

/** Defines the schema of how a product is given. Values that a program may compute with are numbers. */
import * as v from "valibot";
import { regions } from "../vocabulary.ts";
import { count, isoDate, percent, positiveCount, range, text } from "./common.ts";
import {
  atLeastOne,
  described,
  listOf,
  namedObject,
  oneOf,
  orAbsent,
  orNull,
} from "./description.ts";

// Defines the schema of a statement about a product with its sources. All kinds of statements use it.

/** Holds indices into the `sources` of the same file. */
export const sourceIndices = v.array(v.pipe(v.number(), v.integer(), v.minValue(0)));
/**
 * Rates how sure a statement is. `high`: from a regulator, label text or two independent sources. `low`: from a
 * billing site or an unreviewed page, or computed from other numbers.
 */
export const confidence = v.picklist(["high", "medium", "low"]);

const basis = {
  sources: described(sourceIndices, "Places in the product's list of sources, counted from 0."),
  confidence: described(confidence, "How sure: high, medium or low."),
  status: orNull(
    v.picklist(["check", "superseded"]),
    "`check`: seen in part or expected to move. `superseded`: kept so that old pages are recognised.",
  ),
  asOf: orNull(isoDate, "State of the page it was read from."),
  note: orNull(text, "Remark."),
  region: orNull(v.picklist(regions), "Where."),
  /** Subject of the statement, if it is not just this product: "class recommendation, not label". */
  scope: orNull(text, "What it was said of, where that is not simply this product."),
  wording: orAbsent(text, "The word of the source for what every page calls by one name."),
};

export function makeFactSchema<S extends v.GenericSchema>(value: S) {
  return v.strictObject({ value: described(value, "The value."), ...basis });
}

/** Returns the schema of a fact with a name of its own in the documentation. */
export function makeNamedFactSchema<S extends v.GenericSchema>(name: string, value: S) {
  return namedObject(name, makeFactSchema(value).entries);
}

export const textFact = namedObject("Statement", {
  value: described(text, "The statement."),
  ...basis,
});

const positive = v.pipe(v.number(), v.gtValue(0));

const drugAmount = {
  amount: described(positive, "Amount."),
  unit: oneOf(["mg", "mg/kg"], "Unit."),
  route: orNull(v.picklist(["SC", "IV"]), "Route."),
};

/** Describes a dose of CAR-positive cells in millions, for the whole infusion or per kilogram of body weight. */
const cellDose = v.strictObject({
  perKg: described(v.boolean(), "Whether it is per kilogram of body weight."),
  targetMillion: orNull(positive, "Intended dose, in millions."),
  rangeMillion: described(range, "Least and most, in millions."),
  /** The dose is that of the whole infusion, even if the range is per kilogram. */
  maxMillion: orNull(positive, "Most of the whole infusion, in millions."),
  text: described(text, "In words."),
});

/** Lists the doses up to and including the first full one. A label may offer several schedules. */
const stepUp = v.strictObject({
  schedule: orNull(text, "Which schedule, where there are several."),
  steps: atLeastOne(
    v.strictObject({
      day: described(positiveCount, "Day of the schedule."),
      ...drugAmount,
      infusionHours: orNull(positive, "Hours of infusion."),
      firstTreatmentDose: described(v.boolean(), "Whether it is the first full dose."),
      window: orNull(text, "By how much the day may move."),
    }),
    "One entry for every dose.",
  ),
});

const maintenance = v.strictObject({
  schedule: orNull(text, "Which schedule, where there are several."),
  phases: atLeastOne(
    v.strictObject({
      ...drugAmount,
      everyWeeks: described(positiveCount, "Weeks from dose to dose."),
      fromWeek: orNull(positiveCount, "First week."),
      toWeek: orNull(positiveCount, "Last week."),
    }),
    "One entry for every interval.",
  ),
  text: described(text, "In words."),
});

const intervalChange = v.strictObject({
  ...drugAmount,
  everyWeeks: described(positiveCount, "Weeks from dose to dose."),
  fromWeek: orNull(positiveCount, "First week."),
  condition: described(text, "What else is asked for."),
});

/**
 * Describes what the label says to do after a late dose; `daysSince` has the least and the largest number of whole
 * days since the dose before.
 */
const delayRule = v.strictObject({
  after: described(text, "After which dose."),
  delay: described(text, "How late, as printed."),
  daysSince: described(
    v.tuple([positiveCount, v.nullable(positiveCount)]),
    "Whole days since the dose before: from, to.",
  ),
  action: described(text, "What the label says is done."),
});

const premedication = v.strictObject({
  agents: listOf(
    v.strictObject({
      agent: described(text, "Name of the drug."),
      dose: orNull(text, "Dose, as printed."),
    }),
    "The drugs.",
  ),
  timing: orNull(text, "When."),
  avoid: orNull(text, "What is avoided."),
  until: orNull(text, "Until when."),
});

const lymphodepletion = v.strictObject({
  agents: listOf(
    v.strictObject({
      agent: described(text, "Name of the drug."),
      amount: described(positive, "Amount."),
      unit: described(v.literal("mg/m2"), "Unit."),
      route: described(v.literal("IV"), "Route."),
      days: described(positiveCount, "Number of days."),
    }),
    "The drugs.",
  ),
  infusionAfterDays: described(range, "Days from its end to the infusion."),
  remarks: listOf(text, "Remarks."),
});

const bridging = v.strictObject({
  trial: orNull(text, "In which trial or series; `null` for what a label or a guideline says."),
  text: described(text, "What was given, or what is said of it."),
  responded: orNull(
    v.strictObject({
      events: orNull(count, "Patients who responded, before the infusion."),
      n: described(positiveCount, "Patients who were given it."),
      percentPrinted: orNull(percent, "Percentage as printed."),
    }),
    "Response to it.",
  ),
});

export const dosingSchema = namedObject("Dosing", {
  cells: listOf(makeFactSchema(cellDose), "Dose in CAR-positive cells."),
  stepUp: listOf(makeFactSchema(stepUp), "Doses up to the first full one."),
  maintenance: listOf(makeFactSchema(maintenance), "Doses after the first full one."),
  intervalChange: listOf(makeFactSchema(intervalChange), "When doses are given less often."),
  until: listOf(textFact, "What ends treatment that is given continuously."),
  delayRules: listOf(makeFactSchema(delayRule), "What the label says of a late dose."),
  premedication: orNull(makeFactSchema(premedication), "Drugs before a dose."),
  lymphodepletion: orNull(makeFactSchema(lymphodepletion), "Chemotherapy before the infusion."),
  bridging: listOf(makeFactSchema(bridging), "Therapy between collection and infusion."),
  administration: listOf(
    makeFactSchema(
      v.strictObject({
        topic: described(text, "What it is about."),
        text: described(text, "In words."),
      }),
    ),
    "How it is administered.",
  ),
  trialDoses: listOf(textFact, "Doses of a trial, where no label was seen."),
});

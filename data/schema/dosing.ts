/** Schema of how a product is given. Values that a program may compute with are numbers. */
import * as v from "valibot";
import { positiveCount, range, text } from "./common.ts";
import { factOf, textFact } from "./fact.ts";

const positive = v.pipe(v.number(), v.gtValue(0));

const drugAmount = {
  amount: positive,
  unit: v.picklist(["mg", "mg/kg"]),
  route: v.nullable(v.picklist(["SC", "IV"])),
};

/** CAR-positive cells in millions, for the whole infusion or per kilogram of body weight. */
const cellDose = v.strictObject({
  perKg: v.boolean(),
  targetMillion: v.nullable(positive),
  rangeMillion: range,
  /** For the whole infusion, even if the range is per kilogram. */
  maxMillion: v.nullable(positive),
  text,
});

/** Doses up to and including the first full one. A label may offer several schedules. */
const stepUp = v.strictObject({
  schedule: v.nullable(text),
  steps: v.pipe(
    v.array(
      v.strictObject({
        day: positiveCount,
        ...drugAmount,
        infusionHours: v.nullable(positive),
        firstTreatmentDose: v.boolean(),
        /** By how much the day may vary. */
        window: v.nullable(text),
      }),
    ),
    v.minLength(1),
  ),
});

const maintenance = v.strictObject({
  /** Name of the step-up schedule that it follows. */
  schedule: v.nullable(text),
  phases: v.pipe(
    v.array(
      v.strictObject({
        ...drugAmount,
        everyWeeks: positiveCount,
        fromWeek: v.nullable(positiveCount),
        toWeek: v.nullable(positiveCount),
      }),
    ),
    v.minLength(1),
  ),
  text,
});

const intervalChange = v.strictObject({
  ...drugAmount,
  everyWeeks: positiveCount,
  fromWeek: v.nullable(positiveCount),
  condition: text,
});

/** What to do if a step is late; `daysSince` is the number of whole days since the step before. */
const delayRule = v.strictObject({
  after: text,
  delay: text,
  daysSince: v.tuple([positiveCount, v.nullable(positiveCount)]),
  action: text,
});

const premedication = v.strictObject({
  agents: v.array(v.strictObject({ agent: text, dose: v.nullable(text) })),
  timing: v.nullable(text),
  avoid: v.nullable(text),
  until: v.nullable(text),
});

const lymphodepletion = v.strictObject({
  agents: v.array(
    v.strictObject({
      agent: text,
      amount: positive,
      unit: v.literal("mg/m2"),
      route: v.literal("IV"),
      days: positiveCount,
    }),
  ),
  /** Days from the end of lymphodepletion to the infusion. */
  infusionAfterDays: range,
  remarks: v.array(text),
});

export const dosingSchema = v.strictObject({
  cells: v.array(factOf(cellDose)),
  stepUp: v.array(factOf(stepUp)),
  maintenance: v.array(factOf(maintenance)),
  intervalChange: v.array(factOf(intervalChange)),
  delayRules: v.array(factOf(delayRule)),
  premedication: v.nullable(factOf(premedication)),
  lymphodepletion: v.nullable(factOf(lymphodepletion)),
  bridging: v.nullable(textFact),
  administration: v.array(factOf(v.strictObject({ topic: text, text }))),
  /** Doses used in a trial, for products whose label was not available. */
  trialDoses: v.array(textFact),
});

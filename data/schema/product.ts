/**
 * Schema of a product: its names, where it is approved, and what its labels say.
 *
 * `name`, `brandNames`, `targets`, `sponsor` and `therapyClass` are short forms for the code;
 * `printed` has the same as the sources print it. An empty list or `null` means "not found", never
 * "none". What was searched for and not found is in `missing`.
 */
import * as v from "valibot";
import { regions, targets, therapyClasses } from "../vocabulary.ts";
import { count, isoDate, percent, positiveCount, range, slug, text } from "./common.ts";
import { dosingSchema } from "./dosing.ts";
import { confidence, factOf, sourceIndices, textFact } from "./fact.ts";

const approvalSchema = v.strictObject({
  region: v.picklist(regions),
  date: v.nullable(isoDate),
  /** Meaning of the date, if it is not the day of the decision. */
  dateNote: v.nullable(text),
  /** In the words of the source: "accelerated", "conditional marketing authorisation". */
  type: v.nullable(text),
  regimen: v.picklist(["monotherapy", "combination"]),
  population: v.nullable(text),
  minPriorLines: v.nullable(positiveCount),
  requiredClasses: v.array(text),
  /** Further conditions of the indication: "refractory to lenalidomide". */
  condition: v.nullable(text),
  status: v.picklist(["approved", "superseded", "pending", "not-approved"]),
  detail: text,
  confidence,
  note: v.nullable(text),
  sources: sourceIndices,
});

/** The parts of a CAR, or the structure of an antibody. */
const construct = v.strictObject({
  format: v.nullable(text),
  cellLine: v.nullable(text),
  bindingDomain: v.nullable(text),
  hinge: v.nullable(text),
  costimulation: v.nullable(text),
  signalling: v.nullable(text),
  vector: v.nullable(text),
  cellSource: v.nullable(text),
});

/** How long patients are monitored after the infusion (CAR-T) or the first doses (bispecifics). */
const monitoring = v.strictObject({
  dailyDays: v.nullable(positiveCount),
  totalDays: v.nullable(positiveCount),
  nearCentreDays: v.nullable(positiveCount),
  noDrivingDays: v.nullable(positiveCount),
  /** Hours in hospital after a dose of the step-up schedule. */
  hospital: v.array(
    v.strictObject({ after: v.picklist(["every", "first", "second"]), hours: positiveCount }),
  ),
  /** Hours of observation after such a dose, if no hospital stay is required. */
  observationHours: v.nullable(positiveCount),
  text,
});

const logistics = v.strictObject({
  course: v.nullable(factOf(v.picklist(["once", "continuous"]))),
  /** From leukapheresis to infusion, for a product made for each patient. */
  veinToVeinWeeks: v.nullable(factOf(range)),
  visits: v.nullable(factOf(positiveCount)),
  /** Days in hospital that the label requires; a range if its schedules differ. */
  inpatientDays: v.nullable(factOf(range)),
});

/** How many products were manufactured, or reached the patient, in one series. */
const manufacturing = v.strictObject({
  cohort: text,
  what: text,
  events: count,
  n: positiveCount,
  percentPrinted: percent,
});

const trial = v.strictObject({
  name: v.nullable(text),
  registry: v.array(text),
  role: v.nullable(text),
  /** One value per arm or comparison, in the order in which `role` names the arms. */
  results: v.array(
    v.strictObject({ measure: text, values: v.pipe(v.array(v.number()), v.minLength(1)) }),
  ),
  remarks: v.array(text),
});

const code = v.strictObject({
  system: v.picklist([
    "atc",
    "ema",
    "fda-application",
    "hcpcs",
    "hcpcs-unit",
    "icd-10-pcs",
    "ncit",
    "ndc-package",
    "ndc-product",
    "rxnorm",
    "spl-set-id",
  ]),
  /** `null` if only the content of one unit was printed. */
  code: v.nullable(text),
  display: v.nullable(text),
  unit: v.nullable(text),
});

const productSourceSchema = v.strictObject({
  citation: text,
  seenAt: v.nullable(v.pipe(v.string(), v.url())),
  date: v.nullable(isoDate),
  dateNote: v.nullable(text),
  kind: v.picklist([
    "abstract",
    "congress",
    "full-text",
    "label",
    "news",
    "policy",
    "press",
    "regulator",
    "secondary",
  ]),
});

export const productSchema = v.strictObject({
  slug,
  name: text,
  brandNames: v.array(text),
  therapyClass: v.picklist(therapyClasses),
  targets: v.pipe(v.array(v.picklist(targets)), v.minLength(1)),
  sponsor: v.nullable(text),
  /**
   * Products whose patients a mixed series reports together. The series counts as available only
   * where all of them are.
   */
  contains: v.array(slug),
  printed: v.strictObject({
    genericName: v.nullable(textFact),
    brandNames: v.array(textFact),
    labeler: v.nullable(textFact),
    target: v.nullable(textFact),
    modality: v.nullable(textFact),
  }),
  synonyms: v.array(textFact),
  developmentCodes: v.array(textFact),
  construct: v.nullable(factOf(construct)),
  approvals: v.array(approvalSchema),
  /** Statements about approvals outside the regions of the region filter. */
  approvalsElsewhere: v.array(textFact),
  labelChanges: v.array(factOf(v.strictObject({ date: isoDate, change: text }))),
  boxedWarnings: v.array(textFact),
  rems: v.nullable(
    factOf(
      v.strictObject({
        active: v.boolean(),
        name: v.nullable(text),
        eliminated: v.nullable(isoDate),
      }),
    ),
  ),
  contraindications: v.array(textFact),
  precautions: v.array(factOf(v.strictObject({ topic: v.nullable(text), text }))),
  dosing: dosingSchema,
  monitoring: v.array(factOf(monitoring)),
  logistics,
  manufacturing: v.array(factOf(manufacturing)),
  trials: v.array(factOf(trial)),
  /** On giving it before or after other therapy of the same kind. */
  sequencing: v.array(textFact),
  codes: v.array(factOf(code)),
  sources: v.array(productSourceSchema),
  /** What was searched for and not found. */
  missing: v.array(text),
  /** Where public pages disagree, and which of them is followed. */
  contradictions: v.array(text),
  asOf: isoDate,
});

export type Product = v.InferOutput<typeof productSchema>;
export type Approval = Product["approvals"][number];

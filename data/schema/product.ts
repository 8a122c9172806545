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
import { described, named } from "./described.ts";
import { dosingSchema } from "./dosing.ts";
import { confidence, factOf, namedFact, sourceIndices, textFact } from "./fact.ts";

const approvalSchema = v.strictObject({
  region: described(v.picklist(regions), "Where."),
  date: described(v.nullable(isoDate), "Date."),
  dateNote: described(
    v.nullable(text),
    "What the date is, where it is not the day of the decision.",
  ),
  /** In the words of the source: "accelerated", "conditional marketing authorisation". */
  type: described(v.nullable(text), "Kind of approval, in the source's words."),
  regimen: described(
    v.picklist(["monotherapy", "combination"]),
    "Alone, or together with other myeloma drugs.",
  ),
  population: described(v.nullable(text), "For whom, as printed."),
  minPriorLines: described(v.nullable(positiveCount), "Least number of prior lines."),
  requiredClasses: described(v.array(text), "Classes of drugs that must have been given before."),
  /** Further conditions of the indication: "refractory to lenalidomide". */
  condition: described(v.nullable(text), "What else is asked for."),
  status: described(
    v.picklist(["approved", "superseded", "pending", "not-approved"]),
    "Whether it is approved, superseded, pending or refused.",
  ),
  detail: described(text, "As printed."),
  confidence: described(confidence, "How sure: high, medium or low."),
  note: described(v.nullable(text), "Remark."),
  sources: described(sourceIndices, "Places in the product's list of sources, counted from 0."),
});

/** The parts of a CAR, or the structure of an antibody. */
const construct = v.strictObject({
  format: described(v.nullable(text), "Format."),
  cellLine: described(v.nullable(text), "Cell line it is made in."),
  bindingDomain: described(v.nullable(text), "Binding domain."),
  hinge: described(v.nullable(text), "Hinge."),
  costimulation: described(v.nullable(text), "Costimulatory domain."),
  signalling: described(v.nullable(text), "Signalling domain."),
  vector: described(v.nullable(text), "How the gene was brought into the cells."),
  cellSource: described(v.nullable(text), "Whose cells."),
});

/** How long patients are monitored after the infusion (CAR-T) or the first doses (bispecifics). */
const monitoring = v.strictObject({
  dailyDays: described(v.nullable(positiveCount), "Days of daily watching."),
  totalDays: described(v.nullable(positiveCount), "Days of watching in all."),
  nearCentreDays: described(v.nullable(positiveCount), "Days near the centre."),
  noDrivingDays: described(v.nullable(positiveCount), "Days without driving."),
  /** Hours in hospital after a dose of the step-up schedule. */
  hospital: described(
    v.array(
      v.strictObject({
        after: described(v.picklist(["every", "first", "second"]), "After which dose."),
        hours: described(positiveCount, "Hours."),
      }),
    ),
    "Stays in hospital after doses.",
  ),
  /** Hours of observation after such a dose, if no hospital stay is required. */
  observationHours: described(
    v.nullable(positiveCount),
    "Hours under observation, where no stay is asked for.",
  ),
  text: described(text, "In words."),
});

const logistics = named("Logistics", {
  course: described(
    v.nullable(factOf(v.picklist(["once", "continuous"]))),
    "Once, or continuously.",
  ),
  /** From leukapheresis to infusion, for a product made for each patient. */
  collectionToInfusion: described(
    v.nullable(
      factOf(
        v.strictObject({
          trial: described(text, "In which trial."),
          medianDays: described(positiveCount, "Median number of days."),
          rangeDays: described(range, "Fewest and most days."),
        }),
      ),
    ),
    "Time from collection of the cells to infusion, as a trial counted it.",
  ),
  visits: described(v.nullable(factOf(positiveCount)), "Number of visits."),
  /** Days in hospital that the label requires; a range if its schedules differ. */
  inpatientDays: described(v.nullable(factOf(range)), "Days in hospital that the label asks for."),
});

/** How many products were manufactured, or reached the patient, in one series. */
const manufacturing = v.strictObject({
  cohort: described(text, "Id of the cohort."),
  what: described(text, "What it is."),
  events: described(count, "Patients with the event; `null` where there is no count."),
  n: described(positiveCount, "Patients counted over; `null` where that is not known."),
  percentPrinted: described(percent, "Percentage as printed."),
});

const trial = v.strictObject({
  name: described(v.nullable(text), "Name."),
  registry: described(v.array(text), "Numbers in trial registries."),
  role: described(v.nullable(text), "Its role; names the arms."),
  /** One value per arm or comparison, in the order in which `role` names the arms. */
  results: described(
    v.array(
      v.strictObject({
        measure: described(text, "What the number is."),
        values: described(v.pipe(v.array(v.number()), v.minLength(1)), "The values."),
      }),
    ),
    "One value per arm or comparison.",
  ),
  remarks: described(v.array(text), "Remarks."),
});

const code = v.strictObject({
  system: described(
    v.picklist([
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
    "The coding system.",
  ),
  /** `null` if only the content of one unit was printed. */
  code: described(v.nullable(text), "The code."),
  display: described(v.nullable(text), "What the code says."),
  unit: described(v.nullable(text), "Unit."),
});

const productSourceSchema = v.strictObject({
  citation: described(text, "The source in words."),
  seenAt: described(v.nullable(v.pipe(v.string(), v.url())), "Where it was seen; may be a copy."),
  date: described(v.nullable(isoDate), "Date."),
  dateNote: described(
    v.nullable(text),
    "What the date is, where it is not the day of the decision.",
  ),
  /** The day on which an index took up a label says nothing of the age of what it says. */
  dateOf: described(
    v.optional(v.picklist(["source", "index"]), "source"),
    "Whether the date is that of the source or the day on which an index took it up.",
  ),
  kind: described(
    v.picklist([
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
    "What kind it is.",
  ),
});

export const productSchema = v.strictObject({
  slug: described(slug, "Short name in use."),
  name: described(text, "Name."),
  brandNames: described(v.array(text), "Brand names."),
  therapyClass: described(v.picklist(therapyClasses), "CAR-T cells or bispecific antibodies."),
  targets: described(
    v.pipe(v.array(v.picklist(targets)), v.minLength(1)),
    "Antigens that the product binds, beside CD3 for bispecifics.",
  ),
  sponsor: described(v.nullable(text), "Company or institution."),
  /**
   * Products whose patients a mixed series reports together. The series counts as available only
   * where all of them are.
   */
  contains: described(v.array(slug), "Products whose patients one series reports together."),
  printed: described(
    v.strictObject({
      genericName: described(v.nullable(textFact), "Generic name."),
      brandNames: described(v.array(textFact), "Brand names."),
      labeler: described(v.nullable(textFact), "Holder of the label."),
      target: described(v.nullable(textFact), "Target."),
      modality: described(v.nullable(textFact), "Kind of product."),
    }),
    "The same names as the sources print them.",
  ),
  synonyms: described(v.array(textFact), "Other names."),
  developmentCodes: described(v.array(textFact), "Codes of its development."),
  construct: described(
    v.nullable(factOf(construct)),
    "Parts of the CAR or the make of the antibody; `null` where none is known.",
  ),
  approvals: v.array(approvalSchema),
  /** Statements about approvals outside the regions of the region filter. */
  approvalsElsewhere: described(v.array(textFact), "What was said of approvals in other regions."),
  labelChanges: described(
    v.array(
      factOf(
        v.strictObject({
          date: described(isoDate, "Date."),
          change: described(text, "What changed."),
        }),
      ),
    ),
    "Changes of labels.",
  ),
  boxedWarnings: described(v.array(textFact), "Boxed warnings."),
  rems: described(
    v.nullable(
      factOf(
        v.strictObject({
          active: described(v.boolean(), "Whether it is in force."),
          name: described(v.nullable(text), "Name."),
          eliminated: described(v.nullable(isoDate), "When it ended."),
        }),
      ),
    ),
    "Risk evaluation and mitigation strategy.",
  ),
  contraindications: described(v.array(textFact), "Contraindications."),
  precautions: described(
    v.array(
      factOf(
        v.strictObject({
          topic: described(v.nullable(text), "What it is about."),
          text: described(text, "In words."),
          infection: described(
            v.optional(v.boolean(), false),
            "Whether it is about infections and what prevents them.",
          ),
        }),
      ),
    ),
    "Warnings and precautions.",
  ),
  dosing: described(dosingSchema, "How it is given."),
  monitoring: described(
    v.array(namedFact("Monitoring", monitoring)),
    "How long patients are watched.",
  ),
  logistics: described(logistics, "What it asks of patients and centres."),
  manufacturing: described(
    v.array(namedFact("Manufacturing", manufacturing)),
    "How many products were made, or reached the patient, in one series.",
  ),
  trials: described(v.array(namedFact("Trial", trial)), "Trials that the label or paper reports."),
  sequencing: described(
    v.array(textFact),
    "On giving it before or after therapy of the same kind.",
  ),
  codes: described(v.array(namedFact("Code", code)), "Codes of registers and coding systems."),
  sources: described(
    v.array(productSourceSchema),
    "What it was read in; of a fact, places in that list counted from 0.",
  ),
  missing: described(v.array(text), "What was looked for and not found."),
  /** Where public pages disagree, and which of them is followed. */
  contradictions: described(v.array(text), "Where public pages disagree, and which is followed."),
  asOf: described(isoDate, "State of the page it was read from."),
});

export type Product = v.InferOutput<typeof productSchema>;
export type Approval = Product["approvals"][number];

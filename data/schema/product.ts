/**
 * Defines the schema of a product: its names, where it is approved, and what its labels say.
 *
 * `name`, `brandNames`, `targets`, `sponsor` and `therapyClass` are short forms for the code; `printed` has the
 * same as the sources print it. An empty list or `null` means "not reported", never "none". What was searched for and
 * not reported is in `missing`.
 */
import * as v from "valibot";
import { drugClasses, regions, therapyClasses } from "../vocabulary.ts";
import { cohortSchema, priorLinesSchema } from "./cohort.ts";
import { count, doi, isoDate, percent, positiveCount, range, slug, text, url } from "./common.ts";
import {
  atLeastOne,
  described,
  listOf,
  namedObject,
  oneOf,
  orAbsent,
  orNull,
} from "./description.ts";
import {
  confidence,
  dosingSchema,
  makeFactSchema,
  makeNamedFactSchema,
  sourceIndices,
  textFact,
} from "./dosing.ts";

const approvalSchema = v.strictObject({
  region: oneOf(regions, "Where."),
  date: orNull(
    isoDate,
    "Date of the decision; of what is pending, of its last step that was seen.",
  ),
  dateNote: orNull(text, "What the date is, where it is not the day of the decision."),
  decisionBy: orAbsent(
    isoDate,
    "Of what is pending: the day by which a decision was announced, or is due by the time limit of the authority.",
  ),
  kind: orNull(
    v.picklist(["full", "accelerated", "conditional", "temporary"]),
    "Kind of approval; `null` where no source calls it one of these.",
  ),
  /** Type in the words of the source: "conditional marketing authorisation", "extension". */
  type: orNull(text, "The same in the source's words, or which approval it was."),
  regimen: oneOf(["monotherapy", "combination"], "Alone, or together with other myeloma drugs."),
  partners: listOf(
    text,
    "What it is given with: slugs of products, or names of drugs; empty where it is given alone.",
  ),
  population: orNull(text, "For whom, as printed."),
  priorLines: described(priorLinesSchema, "How many prior lines the indication asks for."),
  requires: listOf(
    v.strictObject({
      class: oneOf(drugClasses, "Class of drugs."),
      state: oneOf(
        ["exposed", "refractory", "intolerant"],
        "Whether they must have been given, have failed, or not have been tolerated.",
      ),
    }),
    "Classes of drugs that the indication asks about; empty where our sources name none.",
  ),
  refractoryTo: listOf(text, "Drugs to which the disease must be refractory."),
  progressionOnLast: orNull(
    v.boolean(),
    "Whether progression on the last therapy is asked for; `null` where that is not said.",
  ),
  priorBcmaCarT: orNull(
    v.picklist(["excluded"]),
    "`excluded`: not after CAR-T cells, if directed at BCMA; `null` where nothing is said of them.",
  ),
  /** `condition` is text such as "standard treatment difficult". */
  condition: orNull(text, "What else is asked for, that no other field says."),
  status: oneOf(
    ["approved", "superseded", "pending", "not-approved"],
    "Whether it is approved, superseded, pending or refused.",
  ),
  beside: orAbsent(
    v.literal(true),
    "The label prints it beside another approval of the same regimen, and neither replaces the other.",
  ),
  detail: described(text, "As printed."),
  confidence: described(confidence, "How sure: high, medium or low."),
  note: orNull(text, "Remark."),
  sources: described(sourceIndices, "Places in the product's list of sources, counted from 0."),
});

const construct = v.strictObject({
  format: orNull(text, "Format."),
  cellLine: orNull(text, "Cell line it is made in."),
  bindingDomain: orNull(text, "Binding domain."),
  hinge: orNull(text, "Hinge."),
  costimulation: orNull(text, "Costimulatory domain."),
  signalling: orNull(text, "Signalling domain."),
  vector: orNull(text, "How the gene was brought into the cells."),
  cellSource: orNull(text, "Whose cells."),
});

const hoursAfterDose = v.strictObject({
  after: oneOf(
    ["every", "first", "second", "full"],
    "After which dose; `every` up to the first full one, which is `full`.",
  ),
  hours: described(positiveCount, "Hours, as the label prints them; never added up."),
});

/** Describes how long patients are monitored after the infusion (CAR-T) or after the first doses (bispecifics). */
const monitoring = v.strictObject({
  dailyDays: orNull(positiveCount, "Days of daily watching."),
  totalDays: orNull(positiveCount, "Days of watching in all."),
  nearCentreDays: orNull(positiveCount, "Days near the centre."),
  noDriving: orNull(text, "How long not to drive; it follows “no driving”."),
  hospital: listOf(hoursAfterDose, "Stays in hospital after doses."),
  observed: listOf(
    hoursAfterDose,
    "Hours under observation near a centre, where no stay is asked for.",
  ),
  text: described(text, "In words."),
});

const boxedWarning = namedObject("BoxedWarning", {
  ...textFact.entries,
  detail: orAbsent(text, "What it may come to, or what is meant; left out where room is short."),
  since: orAbsent(isoDate, "Since when it is in the box."),
  programme: orAbsent(
    v.literal(true),
    "Present where it is about the risk programme, which has a field of its own.",
  ),
});

const logistics = namedObject("Logistics", {
  course: orNull(makeFactSchema(v.picklist(["once", "continuous"])), "Once, or continuously."),
  /** States the time from leukapheresis to infusion of a product that is made for each patient. */
  collectionToInfusion: orNull(
    makeFactSchema(
      v.strictObject({
        trial: described(text, "In which trial."),
        medianDays: described(positiveCount, "Median number of days."),
        rangeDays: described(range, "Fewest and most days."),
      }),
    ),
    "Time from collection of the cells to infusion, as a trial counted it.",
  ),
  visits: orNull(makeFactSchema(positiveCount), "Number of visits."),
  stays: listOf(
    makeFactSchema(
      v.strictObject({
        whose: described(text, "Of which patients, and of what."),
        n: orNull(positiveCount, "Patients counted over; `null` where that is not printed."),
        medianDays: described(v.pipe(v.number(), v.gtValue(0)), "Median number of days."),
        rangeDays: orNull(range, "Fewest and most days."),
      }),
    ),
    "Days in hospital, as a trial or series counted them; never those that a label asks for.",
  ),
});

/** Describes the number of products that were manufactured, or reached the patient, in one series. */
const manufacturing = v.strictObject({
  cohort: described(text, "Id of the cohort."),
  what: described(text, "What it is."),
  events: described(count, "Patients with the event; `null` where there is no count."),
  n: described(positiveCount, "Patients counted over; `null` where that is not known."),
  percentPrinted: described(percent, "Percentage as printed."),
});

const trial = v.strictObject({
  name: orNull(text, "Name."),
  registry: listOf(text, "Numbers in trial registries."),
  role: orNull(text, "Its role; names the arms."),
  /** Holds one value per arm or comparison, in the order in which `role` names the arms. */
  results: listOf(
    v.strictObject({
      measure: described(text, "What the number is."),
      values: atLeastOne(v.number(), "The values."),
    }),
    "One value per arm or comparison.",
  ),
  remarks: listOf(text, "Remarks."),
});

const code = v.strictObject({
  system: oneOf(
    [
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
    ],
    "The coding system.",
  ),
  /** `code` is `null` if only the content of one unit was printed. */
  code: orNull(text, "The code."),
  display: orNull(text, "What the code says."),
  unit: orNull(text, "Unit."),
});

const productSourceSchema = v.strictObject({
  citation: described(text, "The source in words."),
  doi: orAbsent(doi, "DOI."),
  seenAt: orNull(url, "Where it was seen; may be a copy."),
  url: orAbsent(url, "Address of the original, where a copy was read."),
  date: orNull(isoDate, "Date."),
  dateNote: orNull(text, "What the date is, where it is not the day of the decision."),
  /** The day on which an index took up a label says nothing of the age of what it says. */
  dateOf: described(
    v.optional(v.picklist(["source", "index"]), "source"),
    "Whether the date is that of the source or the day on which an index took it up.",
  ),
  kind: oneOf(
    [
      "abstract",
      "congress",
      "full-text",
      "label",
      "news",
      "policy",
      "press",
      "regulator",
      "secondary",
    ],
    "What kind it is.",
  ),
});

export const productSchema = v.strictObject({
  slug: described(slug, "Short name in use."),
  name: described(text, "Name."),
  brandNames: listOf(text, "Brand names."),
  therapyClass: oneOf(therapyClasses, "CAR-T cells or bispecific antibodies."),
  targets: cohortSchema.entries.targets,
  sponsor: orNull(text, "Company or institution."),
  /** A series counts as available only where all the products that it contains are. */
  contains: listOf(slug, "Products whose patients one series reports together."),
  printed: described(
    v.strictObject({
      genericName: orNull(textFact, "Generic name."),
      brandNames: listOf(textFact, "Brand names."),
      labeler: orNull(textFact, "Holder of the label."),
      target: orNull(textFact, "Target."),
      modality: orNull(textFact, "Kind of product."),
    }),
    "The same names as the sources print them.",
  ),
  synonyms: listOf(textFact, "Other names."),
  developmentCodes: listOf(textFact, "Codes of its development."),
  construct: orNull(
    makeFactSchema(construct),
    "Parts of the CAR or the make of the antibody; `null` where none is known.",
  ),
  approvals: v.array(approvalSchema),
  approvalsElsewhere: listOf(textFact, "What was said of approvals in other regions."),
  labelChanges: listOf(
    makeFactSchema(
      v.strictObject({
        date: described(isoDate, "Date."),
        change: described(text, "What changed."),
      }),
    ),
    "Changes of labels.",
  ),
  boxedWarnings: listOf(boxedWarning, "Boxed warnings."),
  rems: orNull(
    makeFactSchema(
      v.strictObject({
        active: described(v.boolean(), "Whether it is in force."),
        name: orNull(text, "Name."),
        eliminated: orNull(isoDate, "When it ended."),
      }),
    ),
    "Risk evaluation and mitigation strategy.",
  ),
  contraindications: listOf(textFact, "Contraindications."),
  precautions: listOf(
    makeFactSchema(
      v.strictObject({
        topic: orNull(text, "What it is about."),
        text: described(text, "In words."),
        infection: described(
          v.optional(v.boolean(), false),
          "Whether it is about infections and what prevents them.",
        ),
        inShort: orAbsent(text, "What prevents infections, in a few words."),
      }),
    ),
    "Warnings and precautions.",
  ),
  dosing: described(dosingSchema, "How it is given."),
  monitoring: listOf(
    makeNamedFactSchema("Monitoring", monitoring),
    "How long patients are watched.",
  ),
  logistics: described(logistics, "What it asks of patients and centres."),
  manufacturing: listOf(
    makeNamedFactSchema("Manufacturing", manufacturing),
    "How many products were made, or reached the patient, in one series.",
  ),
  trials: listOf(makeNamedFactSchema("Trial", trial), "Trials that the label or paper reports."),
  sequencing: listOf(textFact, "On giving it before or after therapy of the same kind."),
  codes: listOf(makeNamedFactSchema("Code", code), "Codes of registers and coding systems."),
  sources: listOf(
    productSourceSchema,
    "What it was read in; of a fact, places in that list counted from 0.",
  ),
  missing: listOf(text, "What was looked for and not reported."),
  contradictions: listOf(text, "Where public pages disagree, and which is followed."),
  asOf: described(isoDate, "State of the page it was read from."),
});

export type Product = v.InferOutput<typeof productSchema>;
export type Approval = Product["approvals"][number];

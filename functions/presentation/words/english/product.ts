/** What is said of a product: its label, how it is given, what is watched. Its pages are in English only. */

import type { SurvivalFamily } from "#data/medians.ts";
import type { Approval, Product } from "#data/schema.ts";
import { linesAsked } from "../asked-lines.ts";
import { joined } from "./counts.ts";
import { record } from "./record.ts";

const { dateWords, named } = record;

type ValueOf<F> = NonNullable<F> extends { value: infer V } ? V : never;
type Dosing = Product["dosing"];
type Logistics = Product["logistics"];

function afterLines(priorLines: Approval["priorLines"]): string | null {
  const lines = linesAsked(priorLines);
  const most = priorLines.max ?? priorLines.min;
  return lines && `after ${lines} prior ${most === 1 ? "line" : "lines"}`;
}

function range([least, most]: readonly [number, number]): string {
  return least === most ? `${least}` : `${least} to ${most}`;
}

type Warning = Product["boxedWarnings"][number];

function boxedName({ value, since }: { value: string; since?: string | undefined }): string {
  return since === undefined ? value : `${value}, since ${dateWords(since)}`;
}

const sentenceOf = (parts: readonly (string | null | false)[]) => parts.filter(Boolean).join("; ");

export const product = {
  afterLines,
  label: {
    unknownLines: "no number of prior lines in our sources",
    unknownClasses: "classes given before not in our sources",
    given: (partners: readonly string[]) => `with ${joined(partners)}`,
    exposed: (names: readonly string[]) => `earlier ${names.join(", ")}`,
    refractory: (names: readonly string[]) => `refractory to ${names.join(", ")}`,
    intolerant: (names: readonly string[]) => `intolerant of ${names.join(", ")}`,
    progression: "progression on the last therapy",
    noCarT: "no earlier BCMA-directed CAR-T",
    pending: (date: string | null) => (date === null ? "pending" : `pending, ${dateWords(date)}`),
    notApproved: "not approved",
    region: (region: Approval["region"]) => named("region", region),
  },
  /** Said with a fact that would be misread without. */
  marks: {
    check: "seen in part or expected to change",
    lowConfidence: "low confidence",
  },
  course: (course: ValueOf<Logistics["course"]>) =>
    course === "once" ? "given once" : "given continuously",
  wait: ({ trial, medianDays, rangeDays }: ValueOf<Logistics["collectionToInfusion"]>) =>
    `median ${medianDays} days (${range(rangeDays)}) from collection of the cells to infusion, in ${trial}`,
  inpatient: (days: readonly [number, number]) => `${range(days)} days in hospital, by the label`,
  fullDose: (days: readonly number[]) => `step-up doses, full dose from day ${days.join(" or ")}`,
  rems: ({ active, name, eliminated }: ValueOf<Product["rems"]>) =>
    active
      ? `in force: ${name}`
      : ["ended", eliminated && dateWords(eliminated)].filter(Boolean).join(" "),
  boxed: ({ value, detail, since }: Warning) =>
    boxedName({ value: detail === undefined ? value : `${value} (${detail})`, since }),
  boxedName,
  topic: ({ topic, text }: { topic: string | null; text: string }) =>
    topic === null ? text : `${topic}: ${text}`,
  made: ({ what, events, n, percentPrinted, cohort }: Product["manufacturing"][number]["value"]) =>
    `${what}: ${events} of ${n} (${percentPrinted} %), ${cohort}`,
  steps: ({ schedule, steps }: ValueOf<Dosing["stepUp"][number]>) => {
    const said = steps.map(({ day, amount, unit, route, firstTreatmentDose }) =>
      [`day ${day} ${amount} ${unit}`, route, firstTreatmentDose && "(first full dose)"]
        .filter(Boolean)
        .join(" "),
    );
    return [schedule, said.join(", ")].filter((text) => text !== null).join(": ");
  },
  interval: ({
    amount,
    unit,
    everyWeeks,
    fromWeek,
    condition,
  }: ValueOf<Dosing["intervalChange"][number]>) =>
    `${amount} ${unit} every ${everyWeeks} weeks${fromWeek === null ? "" : ` from week ${fromWeek}`}: ${condition}`,
  inTrial: (text: string) => `in a trial: ${text}`,
  lymphodepletion: ({ agents, infusionAfterDays, remarks }: ValueOf<Dosing["lymphodepletion"]>) =>
    sentenceOf([
      `lymphodepletion: ${agents.map(({ agent, amount, days }) => `${agent} ${amount} mg/m² IV for ${days} days`).join(", ")}`,
      `infusion ${range(infusionAfterDays)} days after its end`,
      ...remarks,
    ]),
  premedication: ({ agents, timing, avoid, until }: ValueOf<Dosing["premedication"]>) =>
    sentenceOf([
      `premedication: ${agents.map(({ agent, dose }) => (dose === null ? agent : `${agent} ${dose}`)).join(", ") || "drugs not in our sources"}`,
      timing,
      until !== null && `until ${until}`,
      avoid !== null && `avoid ${avoid}`,
    ]),
  bridging: (text: string) => `bridging: ${text}`,
  delay: ({ after, delay, action }: ValueOf<Dosing["delayRules"][number]>) =>
    `after ${after}, ${delay}: ${action}`,
  change: ({ date, change }: Product["labelChanges"][number]["value"]) =>
    `${dateWords(date)}: ${change}`,
  /** Topics of facts that stand with late neurotoxicity. */
  late: ["cranial nerve palsy"] as readonly string[],
  list: {
    product: "Product",
    columns: {
      label: "On the label",
      given: "How it is given",
      boxed: "Boxed warnings",
      rems: "Risk programme (REMS)",
    },
  },
  page: {
    description: (name: string) =>
      `What trials, labels and regulators say of ${name}, with sources and dates. Evidence, not advice.`,
    above: "Products",
    readLabel: "Read the current label before you act: ",
    howOld: "how old our sources are",
    sources: "Sources and their age",
    noCompany: `company or institution ${record.unknown}`,
    together: "A series that reports together: ",
    onLabel: "On the label, by line and region",
    labelColumns: ["Prior lines", "Where, since"],
    noLabel: "No label found in our sources.",
    logistics: "From referral to dose",
    more: "More",
    codes: "Codes",
    cohorts: "Trials and studies of it",
    notFound: (kinds: readonly string[]) => `Not in our sources: ${kinds.join(" · ")}.`,
  },
  trials: {
    title: "Trial by trial",
    trial: "Trial",
    response: "Response",
    harms: "Harms",
    notCounted: "not counted",
    printedTimes: "From collection to infusion and in hospital, as trials reported it",
    noNumber: "No trial here has a number of these outcomes.",
    medians: {
      title: "Medians",
      columns: ["Trial", "Median months", "Interval"],
    },
    differ:
      "Patients and definitions differ between trials. A number leads to its source and its place there. “–” is not counted here: the record of the trial has all that was reported. ",
    compare: "Compare",
    asReport: "as a report",
    times: {
      title: "How soon harm came, how long it lasted",
      none: "No time is reported in our sources.",
    },
    late: {
      title: "Late neurotoxicity",
      none: "No figure is reported in our sources.",
      which: "Parkinsonism, cranial nerves and other nerves, not ICANS.",
      onset: "When it began",
      practice: "As studies of practice reported it",
    },
    /** `94 of 97 at 33.4 mo` */
    counted: (events: number | null, n: number | null, months: number | null) =>
      `${[events, n !== null && `of ${n}`].filter((part) => part !== null && part !== false).join(" ")}${months === null ? "" : ` at ${months} mo`}`,
    families: {
      pfs: "Progression-free survival",
      os: "Overall survival",
      dor: "Duration of response",
    } satisfies Record<SurvivalFamily, string>,
    median: (months: number | null) => (months === null ? "not reached" : `${months}`),
    /** `34.5 to not reached` */
    interval: (interval: readonly [number | null, number | null] | null) =>
      interval === null ? "not reported" : interval.map((end) => end ?? "not reached").join(" to "),
    followed: (months: number | null) =>
      months === null ? "follow-up not reported" : `followed ${months} months`,
  },
  code: ({ code, display, unit }: Product["codes"][number]["value"]) =>
    [code, display && `(${display})`, unit].filter(Boolean).join(" "),
  codeNames: {
    atc: "ATC",
    ema: "EMA",
    "fda-application": "FDA application",
    hcpcs: "HCPCS",
    "hcpcs-unit": "HCPCS unit",
    "icd-10-pcs": "ICD-10-PCS",
    ncit: "NCI Thesaurus",
    "ndc-package": "NDC package",
    "ndc-product": "NDC product",
    rxnorm: "RxNorm",
    "spl-set-id": "DailyMed set id",
  } satisfies Record<Product["codes"][number]["value"]["system"], string>,
  /** Kinds of facts, in the order in which pages have them. */
  kinds: {
    boxed: "Boxed warnings, US label",
    rems: "Risk programme, US (REMS)",
    course: "How often",
    wait: "From collection of the cells to infusion",
    inpatient: "In hospital",
    stepUp: "Step-up doses",
    dose: "Dose",
    preparation: "Before the dose",
    delays: "Late doses",
    manufacturing: "Manufacturing",
    monitoring: "Monitoring",
    infection: "Infections and prophylaxis",
    precautions: "Other warnings and precautions",
    contraindications: "Contraindications",
    sequencing: "Before or after similar therapy",
    elsewhere: "Approvals elsewhere",
    changes: "Changes of labels",
  },
};

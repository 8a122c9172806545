/** What is known of a product, as lines of text with their basis. */
import { products } from "#data/generated/products.ts";
import type { Approval } from "#data/schema.ts";
import { drugClasses } from "#data/vocabulary.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { linesAsked } from "../html/prior-lines.ts";
import { regionName } from "./regions.ts";

type Region = Approval["region"];

export type ProductFacts = (typeof products)[string];

/** The pages are in English only. */
const { dateWords } = catalogue.record;
const { joined } = catalogue.report;

/** What is said of a fact. */
interface Said {
  text: string;
  /** The same for a table, where the page of the product has the rest. */
  short?: string;
}

/** One statement with all that a reader needs to judge it. */
export interface Statement extends Required<Said> {
  /** Places in the product's list of sources. */
  sources: readonly number[];
  /** State of the label or page; `null` if it is not known. */
  asOf: string | null;
  /** Date of the newest page that says it, where its own state is not known. */
  paged: string | null;
  /** `null`: the source does not state the region. */
  region: Region | null;
  /** Remarks that stand behind the text: status, scope, note, low confidence. */
  remarks: readonly string[];
  /** Those without which it would be misread, also where there is little room. */
  exceptions: readonly string[];
  /** Kept so that old pages are recognised; never shown as current. */
  superseded: boolean;
}

interface OfTopic extends Said {
  /** With which the text begins. */
  topic?: string | null;
}

interface Basis {
  sources: readonly number[];
  confidence: "high" | "medium" | "low";
  status: "check" | "superseded" | null;
  asOf: string | null;
  note: string | null;
  region: Region | null;
  scope: string | null;
  wording?: string;
}

type Sources = Pick<ProductFacts, "sources">;

/** A fact without a date of its own is as old as the newest dated page that says it. */
function statement(said: string | OfTopic, basis: Basis, { sources }: Sources): Statement {
  const { text, short = text, topic = null } = typeof said === "string" ? { text: said } : said;
  const dates = basis.sources.flatMap((index) => {
    const source = sources[index];
    return source?.date && source.dateOf === "source" ? [source.date] : [];
  });
  const status = basis.status === "check" ? ["seen in part or expected to change"] : [];
  const scope = basis.scope === null ? [] : [basis.scope];
  const unsaid = scope.filter((one) => one !== topic);
  const confidence = basis.confidence === "high" ? [] : [`${basis.confidence} confidence`];
  return {
    text,
    short,
    sources: basis.sources,
    asOf: basis.asOf,
    paged: dates.toSorted().at(-1) ?? null,
    region: basis.region,
    superseded: basis.status === "superseded",
    remarks: [
      ...(basis.status === "superseded" ? ["superseded"] : []),
      ...status,
      ...scope,
      ...(basis.wording === undefined ? [] : [`in the source: “${basis.wording}”`]),
      ...(basis.note === null ? [] : [basis.note]),
      ...confidence,
    ],
    exceptions: [...status, ...unsaid, ...(basis.confidence === "low" ? confidence : [])],
  };
}

const approvalWords: Readonly<Record<Approval["status"], string>> = {
  approved: "approved",
  superseded: "superseded by a later approval",
  pending: "pending, not approved",
  "not-approved": "not approved",
};

/** The approvals of a product; an approval that is in force comes first, then the newer ones. */
function approvalStatements(product: ProductFacts): Statement[] {
  return product.approvals
    .toSorted(
      (a, b) => Number(b.inForce) - Number(a.inForce) || (b.date ?? "").localeCompare(a.date ?? ""),
    )
    .map((approval) => ({ approval, text: approvalText(approval) }))
    .map(({ approval, text }) => ({
      text,
      short: text,
      sources: approval.sources,
      // An approval stands until the next decision, so what counts is when we last looked.
      asOf: product.asOf,
      paged: null,
      region: approval.region,
      superseded: approval.status === "superseded",
      remarks: [
        approval.detail,
        ...(approval.note === null ? [] : [approval.note]),
        ...(approval.confidence === "high" ? [] : [`${approval.confidence} confidence`]),
      ],
      exceptions: [],
    }));
}

function approvalText(approval: ProductFacts["approvals"][number]): string {
  const { status, date, dateNote, type, kind } = approval;
  const when = [date === null ? "date not in our sources" : dateWords(date), dateNote];
  // What was refused has no indication.
  const indication = status === "not-approved" ? null : lineText(approval);
  return capitalised(
    [`${approvalWords[status]}, ${when.filter(Boolean).join(", ")}`, indication, type ?? kind]
      .filter(Boolean)
      .join("; "),
  );
}

/** All that an indication asks for; of what is only applied for, as far as it is known. */
export function lineText(approval: Approval): string {
  const { requires, refractoryTo, progressionOnLast, priorBcmaCarT, condition } = approval;
  const inState = (state: (typeof requires)[number]["state"]) =>
    drugClasses.filter((name) => requires.some((one) => one.class === name && one.state === state));
  const asked = (words: string, names: readonly string[]) =>
    names.length === 0 ? null : `${words} ${names.join(", ")}`;
  return [
    linesText(approval),
    requires.length === 0 && !isPending(approval)
      ? "classes given before not in our sources"
      : null,
    asked("earlier", inState("exposed")),
    asked("refractory to", [...inState("refractory"), ...refractoryTo.map(nameOf)]),
    asked("intolerant of", inState("intolerant")),
    progressionOnLast ? "progression on the last therapy" : null,
    priorBcmaCarT === "excluded" ? "no earlier BCMA-directed CAR-T" : null,
    condition,
  ]
    .filter(Boolean)
    .join("; ");
}

/** An approval is for a drug given alone, unless it says otherwise. */
export function linesText(approval: Approval): string {
  const { priorLines, partners } = approval;
  const given = partners.length === 0 ? null : `with ${joined(partners.map(nameOf))}`;
  const unknown = isPending(approval) ? null : "no number of prior lines in our sources";
  return [prior(priorLines) ?? unknown, given].filter(Boolean).join(", ");
}

function prior(priorLines: Approval["priorLines"]): string | null {
  const lines = linesAsked(priorLines);
  const most = priorLines.max ?? priorLines.min;
  return lines && `after ${lines} prior ${most === 1 ? "line" : "lines"}`;
}

/** What is only applied for, with the date of its last step. */
export function pendingText(approval: Approval): string {
  const { date, type } = approval;
  const since = date === null ? "pending" : `pending, ${dateWords(date)}`;
  const what = [type, lineText(approval)].filter(Boolean).join("; ");
  return what === "" ? since : `${since}: ${what}`;
}

export function isPending({ status }: Approval): boolean {
  return status === "pending";
}

/** What is not sure is never said to be on a label without saying so. */
export function placeOf({ region, confidence }: Approval): string {
  return confidence === "low" ? `${regionName(region)} (low confidence)` : regionName(region);
}

function nameOf(drug: string): string {
  return products[drug]?.name ?? drug;
}

/** Every kind of statement about a product, in the order in which pages show them. */
export const kinds = [
  ["boxed", "Boxed warnings"],
  ["rems", "Risk programme (REMS)"],
  ["approvals", "Approvals, lines and classes"],
  ["course", "Once or continuous"],
  ["wait", "From collection of the cells to infusion"],
  ["inpatient", "Days in hospital that the label asks for"],
  ["dose", "Dose"],
  ["stepUp", "Step-up doses"],
  ["preparation", "Before the dose"],
  ["monitoring", "Monitoring"],
  ["infection", "Infections and prophylaxis"],
  ["precautions", "Other warnings and precautions"],
  ["contraindications", "Contraindications"],
  ["delays", "Late doses"],
  ["sequencing", "Before or after similar therapy"],
  ["manufacturing", "Manufacturing"],
  ["names", "Names and make"],
  ["trials", "Trials as single pages print them, also of other data cuts"],
  ["elsewhere", "Approvals elsewhere"],
  ["changes", "Changes of labels"],
  ["codes", "Codes"],
] as const;

export type Kind = (typeof kinds)[number][0];

export function statementsOf(product: ProductFacts): Readonly<Record<Kind, Statement[]>> {
  const { dosing, logistics, printed, precautions } = product;
  const text = (value: string) => value;
  const all = <T>(facts: readonly (Basis & { value: T })[], say: (value: T) => string | OfTopic) =>
    facts.map((fact) => statement(say(fact.value), fact, product));
  const single = <T>(fact: (Basis & { value: T }) | null, say: (value: T) => string | OfTopic) =>
    all(fact === null ? [] : [fact], say);
  const said = ({ topic, text: told }: { topic: string | null; text: string }) => ({
    topic,
    text: topic === null ? told : `${topic}: ${told}`,
  });
  return {
    // A risk programme has a line of its own.
    boxed: product.boxedWarnings
      .filter(({ programme }) => !programme)
      .map((fact) => statement(boxedText(fact), fact, product)),
    rems: single(product.rems, ({ active, name, eliminated }) =>
      active
        ? `in force: ${name}`
        : ["ended", eliminated && dateWords(eliminated)].filter(Boolean).join(" "),
    ),
    approvals: approvalStatements(product),
    course: single(logistics.course, (course) => {
      const short = course === "once" ? "once" : "continuously";
      return { text: `given ${short}`, short };
    }),
    wait: single(logistics.collectionToInfusion, ({ trial, medianDays, rangeDays }) => {
      const median = `median ${medianDays} days`;
      const what = `from collection of the cells, in ${trial}`;
      return { text: `${median} (${range(rangeDays)}) ${what}`, short: `${median} ${what}` };
    }),
    inpatient: single(logistics.inpatientDays, (days) => {
      const short = `${range(days)} days`;
      return { text: `${short} in hospital, by the label`, short };
    }),
    dose: [
      ...all(dosing.cells, (cells) => cells.text),
      ...all(dosing.maintenance, ({ schedule, text: told }) =>
        said({ topic: schedule, text: told }),
      ),
      ...all(
        dosing.intervalChange,
        ({ amount, unit, everyWeeks, fromWeek, condition }) =>
          `${amount} ${unit} every ${everyWeeks} weeks${fromWeek === null ? "" : ` from week ${fromWeek}`}: ${condition}`,
      ),
      ...all(dosing.trialDoses, (told) => `in a trial: ${told}`),
    ],
    stepUp: all(dosing.stepUp, ({ schedule, steps }) =>
      said({
        topic: schedule,
        text: steps
          .map(
            ({ day, amount, unit, route, firstTreatmentDose }) =>
              `day ${day} ${amount} ${unit}${route === null ? "" : ` ${route}`}${firstTreatmentDose ? " (first full dose)" : ""}`,
          )
          .join(", "),
      }),
    ),
    preparation: [
      ...single(dosing.lymphodepletion, ({ agents, infusionAfterDays, remarks }) =>
        [
          `lymphodepletion: ${agents.map(({ agent, amount, days }) => `${agent} ${amount} mg/m² IV for ${days} days`).join(", ")}`,
          `infusion ${range(infusionAfterDays)} days after its end`,
          ...remarks,
        ].join("; "),
      ),
      ...single(dosing.premedication, ({ agents, timing, avoid, until }) =>
        [
          `premedication: ${agents.map(({ agent, dose }) => (dose === null ? agent : `${agent} ${dose}`)).join(", ") || "drugs not in our sources"}`,
          timing,
          until === null ? null : `until ${until}`,
          avoid === null ? null : `avoid ${avoid}`,
        ]
          .filter(Boolean)
          .join("; "),
      ),
      ...single(dosing.bridging, (told) => `bridging: ${told}`),
      ...all(dosing.administration, said),
    ],
    monitoring: all(product.monitoring, (told) => told.text),
    infection: all(
      precautions.filter(({ value }) => value.infection),
      said,
    ),
    precautions: all(
      precautions.filter(({ value }) => !value.infection),
      said,
    ),
    contraindications: all(product.contraindications, text),
    delays: all(
      dosing.delayRules,
      ({ after, delay, action }) => `after ${after}, ${delay}: ${action}`,
    ),
    sequencing: all(product.sequencing, text),
    manufacturing: all(
      product.manufacturing,
      ({ cohort, what, events, n, percentPrinted }) =>
        `${what}: ${events} of ${n} (${percentPrinted} %), ${cohort}`,
    ),
    names: [
      ...single(printed.genericName, text),
      ...all(printed.brandNames, (name) => `brand name: ${name}`),
      ...single(printed.labeler, (name) => `holder of the label: ${name}`),
      ...single(printed.target, (name) => `target: ${name}`),
      ...single(printed.modality, text),
      ...all(product.synonyms, (name) => `also: ${name}`),
      ...all(product.developmentCodes, (name) => `development code: ${name}`),
      ...single(product.construct, (construct) =>
        Object.values(construct)
          .filter((part) => part !== null)
          .join(", "),
      ),
    ],
    trials: all(product.trials, ({ name, registry, role, results, remarks }) =>
      [
        [name, ...registry].filter(Boolean).join(", "),
        role,
        ...results.map(({ measure, values }) => `${measure}: ${values.join(" and ")}`),
        ...remarks,
      ]
        .filter(Boolean)
        .join("; "),
    ),
    elsewhere: all(product.approvalsElsewhere, text),
    changes: all(product.labelChanges, ({ date, change }) => `${dateWords(date)}: ${change}`),
    codes: all(product.codes, ({ system, code, display, unit }) =>
      [`${codeNames[system]}: ${code ?? "not in our sources"}`, display, unit]
        .filter(Boolean)
        .join(", "),
    ),
  };
}

function boxedText({ value, detail, since }: ProductFacts["boxedWarnings"][number]): Said {
  const when = since === undefined ? "" : `, since ${dateWords(since)}`;
  const short = value + when;
  return { text: detail === undefined ? short : `${value} (${detail})${when}`, short };
}

export const codeNames: Readonly<Record<ProductFacts["codes"][number]["value"]["system"], string>> =
  {
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
  };

function range([least, most]: readonly [number, number]): string {
  return least === most ? `${least}` : `${least} to ${most}`;
}

/** The statements that hold in a region, or everywhere if none is chosen; no old ones. */
export function currentIn(all: readonly Statement[], region: Region | null): Statement[] {
  return all.filter(
    (one) => !one.superseded && (region === null || one.region === null || one.region === region),
  );
}

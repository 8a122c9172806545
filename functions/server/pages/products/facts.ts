/** What is known of a product, kind by kind: each fact in words, with its sources and what must be said with it. */

import type { products } from "#data/generated/products.ts";
import type { Approval, Product } from "#data/schema.ts";
import { partialDateText } from "#presentation/words/partial-date.ts";
import { shortRegion } from "#presentation/words/regions.ts";
import { joinedClauses } from "#presentation/words/sentences.ts";

export type ProductFacts = (typeof products)[string];
type Region = Approval["region"];

export interface ProductFact {
  readonly text: string;
  /** Places in the product's list of sources, counted from 0. */
  readonly sources: readonly number[];
  /** `null`: the source does not state the region. */
  readonly region: Region | null;
  /** What it would be misread without: that it is not sure, what it was said of. */
  readonly marks: readonly string[];
}

type Basis = Pick<
  ProductFacts["monitoring"][number],
  "sources" | "confidence" | "status" | "region" | "scope"
>;

/** The kinds of facts that are told kind by kind, in the order of the page. */
export const factKinds = {
  dose: "Dose",
  preparation: "Before the dose",
  delays: "Late doses",
  manufacturing: "Manufacturing",
  infection: "Infections and prophylaxis",
  precautions: "Other warnings and precautions",
  contraindications: "Contraindications",
  sequencing: "Before or after similar therapy",
  elsewhere: "Approvals elsewhere",
  changes: "Changes of labels",
} as const;

type FactKind =
  | keyof typeof factKinds
  | "boxed"
  | "rems"
  | "course"
  | "wait"
  | "inpatient"
  | "stepUp"
  | "monitoring"
  | "late";

/** Superseded facts are kept so that old pages are recognised, and never shown. */
export function productFacts(
  product: ProductFacts,
): Readonly<Record<FactKind, readonly ProductFact[]>> {
  const { dosing, logistics, precautions } = product;
  return {
    // No other authority writes boxed warnings or has such a programme. It is a kind of its own.
    boxed: ofUs(
      stated(
        product.boxedWarnings.filter(({ programme }) => !programme),
        boxedText,
      ),
    ),
    rems: ofUs(single(product.rems, remsText)),
    course: single(logistics.course, courseText),
    wait: single(logistics.collectionToInfusion, waitText),
    inpatient: single(logistics.inpatientDays, inpatientText),
    stepUp: all(dosing.stepUp, stepsText),
    dose: [
      ...all(dosing.cells, ({ text }) => text),
      ...all(dosing.maintenance, ({ schedule, text }) =>
        withTopic({ topic: schedule && asGiven(schedule), text }),
      ),
      ...all(dosing.intervalChange, intervalText),
      ...all(dosing.trialDoses, (text) => `in a trial: ${text}`),
    ],
    preparation: [
      ...single(dosing.lymphodepletion, lymphodepletionText),
      ...single(dosing.premedication, premedicationText),
      ...single(dosing.bridging, (text) => `bridging: ${text}`),
      ...all(dosing.administration, withTopic),
    ],
    delays: all(dosing.delayRules, delayText),
    manufacturing: all(product.manufacturing, manufacturingText),
    monitoring: all(product.monitoring, ({ text }) => text),
    infection: all(
      precautions.filter(({ value }) => value.infection),
      withTopic,
    ),
    precautions: all(
      precautions.filter(({ value }) => !value.infection && !isOfLateNeurotoxicity(value)),
      withTopic,
    ),
    late: all(
      precautions.filter(({ value }) => isOfLateNeurotoxicity(value)),
      withTopic,
    ),
    contraindications: all(product.contraindications, (text) => text),
    sequencing: all(product.sequencing, (text) => text),
    elsewhere: all(product.approvalsElsewhere, (text) => text),
    changes: all(product.labelChanges, changeText),
  };
}

function isOfLateNeurotoxicity({ topic }: ProductFacts["precautions"][number]["value"]): boolean {
  return topic === "cranial nerve palsy";
}

function all<T>(
  facts: readonly (Basis & { value: T })[],
  say: (value: T) => string,
): ProductFact[] {
  return stated(facts, ({ value }) => say(value));
}

function single<T>(fact: (Basis & { value: T }) | null, say: (value: T) => string): ProductFact[] {
  return all(fact === null ? [] : [fact], say);
}

function stated<F extends Basis>(facts: readonly F[], say: (fact: F) => string): ProductFact[] {
  return facts
    .filter(({ status }) => status !== "superseded")
    .map((fact) => ({ ...fact, text: say(fact), scope: fact.scope && asGiven(fact.scope) }))
    .map((fact) => ({
      text: fact.text,
      sources: fact.sources,
      region: fact.region,
      marks: [
        ...(fact.status === "check" ? ["seen in part or expected to change"] : []),
        ...(fact.scope === null || fact.text.startsWith(fact.scope) ? [] : [fact.scope]),
        ...(fact.confidence === "low" ? [lowConfidence] : []),
      ],
    }));
}

function ofUs(facts: readonly ProductFact[]): ProductFact[] {
  return facts.map((fact) => ({ ...fact, region: "us" }));
}

/**
 * Those of a region and those whose region is not known; where there is none, those of other regions. A
 * fact of another region than the reader's says so.
 */
export function factsIn(facts: readonly ProductFact[], region: Region | null): ProductFact[] {
  const own = facts.filter((fact) => fact.region === null || fact.region === region);
  const shown = region === null || own.length === 0 ? facts : own;
  return shown.map((fact) =>
    fact.region === null || fact.region === region
      ? fact
      : { ...fact, marks: [shortRegion(fact.region), ...fact.marks] },
  );
}

/** A fact for each coding system, with all its codes. */
export function codesOf({
  codes,
}: Pick<ProductFacts, "codes">): (ProductFact & { system: string })[] {
  const current = codes.filter(({ status, value }) => status !== "superseded" && value.code);
  return [...new Set(current.map(({ value }) => value.system))].map((system) => {
    const ofSystem = current.filter(({ value }) => value.system === system);
    return {
      system: codeSystems[system],
      text: ofSystem.map(({ value }) => codeText(value)).join(" · "),
      sources: [...new Set(ofSystem.flatMap(({ sources }) => sources))],
      region: null,
      marks: [],
    };
  });
}

/** The days on which step-up doses end with the first full one, as labels of each region have them. */
export function fullDoseFacts({ dosing }: Pick<ProductFacts, "dosing">): ProductFact[] {
  const regions = [...new Set(dosing.stepUp.map(({ region }) => region))];
  const facts = regions.flatMap((region): ProductFact[] => {
    const ofRegion = dosing.stepUp.filter((step) => step.region === region);
    const days = ofRegion.flatMap(({ value }) =>
      value.steps.filter(({ firstTreatmentDose }) => firstTreatmentDose).map(({ day }) => day),
    );
    const sources = [...new Set(ofRegion.flatMap((step) => step.sources))];
    const text = `full dose day ${[...new Set(days)].sort((a, b) => a - b).join(" or ")}`;
    return days.length === 0 ? [] : [{ text, sources, region, marks: [] }];
  });
  // A region that asks for the same as what is said of none adds nothing.
  const anywhere = new Set(facts.flatMap(({ region, text }) => (region === null ? text : [])));
  return facts.filter(({ region, text }) => region === null || !anywhere.has(text));
}

export const lowConfidence = "low confidence";

type ValueOf<F> = NonNullable<F> extends { value: infer V } ? V : never;
type Dosing = Product["dosing"];
type Logistics = Product["logistics"];

function rangeText([least, most]: readonly [number, number]): string {
  return least === most ? `${least}` : `${least} to ${most}`;
}

/** "CRS (fatal or life-threatening)" */
function boxedText({ value, detail, since }: Product["boxedWarnings"][number]): string {
  const name = detail === undefined ? value : `${value} (${detail})`;
  return since === undefined ? name : `${name}, since ${partialDateText(since)}`;
}

function remsText({ active, name, eliminated }: ValueOf<Product["rems"]>): string {
  if (active) return name === null ? "in force" : `in force: ${name}`;
  return eliminated === null ? "ended" : `ended ${partialDateText(eliminated)}`;
}

function courseText(course: ValueOf<Logistics["course"]>): string {
  return course === "once" ? "given once" : "given continuously";
}

function waitText({
  trial,
  medianDays,
  rangeDays,
}: ValueOf<Logistics["collectionToInfusion"]>): string {
  return `median ${medianDays} days (${rangeText(rangeDays)}), in ${trial}`;
}

function inpatientText(days: readonly [number, number]): string {
  return `${rangeText(days)} days, by the label`;
}

/** What the data call monotherapy is, on a screen, given alone. */
function asGiven(scope: string): string {
  return scope
    .replace("monotherapy and", "given alone and in")
    .replace("monotherapy", "given alone");
}

function withTopic({ topic, text }: { topic: string | null; text: string }): string {
  return topic === null ? text : `${topic}: ${text}`;
}

type Manufacturing = Product["manufacturing"][number]["value"];

function manufacturingText({ what, events, n, percentPrinted, cohort }: Manufacturing): string {
  return `${what}: ${events} of ${n} (${percentPrinted} %), ${cohort}`;
}

function stepsText({ schedule, steps }: ValueOf<Dosing["stepUp"][number]>): string {
  const doses = steps
    .map(({ day, amount, unit, route, firstTreatmentDose }) => {
      const dose = `day ${day} ${amount} ${unit}`;
      const given = route === null ? dose : `${dose} ${route}`;
      return firstTreatmentDose ? `${given} (first full dose)` : given;
    })
    .join(", ");
  return withTopic({ topic: schedule && asGiven(schedule), text: doses });
}

function intervalText({
  amount,
  unit,
  everyWeeks,
  fromWeek,
  condition,
}: ValueOf<Dosing["intervalChange"][number]>): string {
  const from = fromWeek === null ? "" : ` from week ${fromWeek}`;
  return `${amount} ${unit} every ${everyWeeks} weeks${from}: ${condition}`;
}

function lymphodepletionText({
  agents,
  infusionAfterDays,
  remarks,
}: ValueOf<Dosing["lymphodepletion"]>): string {
  const doses = agents.map(
    ({ agent, amount, days }) => `${agent} ${amount} mg/m² IV for ${days} days`,
  );
  const infusion = `infusion ${rangeText(infusionAfterDays)} days after its end`;
  return joinedClauses([`lymphodepletion: ${doses.join(", ")}`, infusion, ...remarks]);
}

function premedicationText({
  agents,
  timing,
  avoid,
  until,
}: ValueOf<Dosing["premedication"]>): string {
  const doses = agents.map(({ agent, dose }) => (dose === null ? agent : `${agent} ${dose}`));
  const drugs = doses.length === 0 ? "drugs not in our sources" : doses.join(", ");
  const limits = [
    timing,
    until === null ? null : `until ${until}`,
    avoid === null ? null : `avoid ${avoid}`,
  ];
  return joinedClauses([`premedication: ${drugs}`, ...limits]);
}

function delayText({ after, delay, action }: ValueOf<Dosing["delayRules"][number]>): string {
  return `after ${after}, ${delay}: ${action}`;
}

function changeText({ date, change }: Product["labelChanges"][number]["value"]): string {
  return `${partialDateText(date)}: ${change}`;
}

type Code = Product["codes"][number]["value"];

function codeText({ code, display, unit }: Code): string {
  return [code, display && `(${display})`, unit].filter(Boolean).join(" ");
}

const codeSystems: Readonly<Record<Code["system"], string>> = {
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

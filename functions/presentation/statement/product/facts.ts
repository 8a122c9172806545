/** What is known of a product, kind by kind: each fact in words, with its sources and what must be said with it. */
import type { products } from "#data/generated/products.ts";
import type { Approval } from "#data/schema.ts";
import { type Cited, type Line, line } from "../../document/document.ts";
import { catalogue } from "../../words/catalogue.ts";

const { product: words } = catalogue;

export type ProductFacts = (typeof products)[string];
type Region = Approval["region"];

export interface StatedFact {
  text: string;
  /** The same for a table, where the page of the product has the rest. */
  short?: string;
  /** Places in the product's list of sources. */
  sources: readonly number[];
  /** `null`: the source does not state the region. */
  region: Region | null;
  /** What it would be misread without: that it is not sure, what it was said of. */
  marks: readonly string[];
}

type Basis = Pick<
  ProductFacts["monitoring"][number],
  "sources" | "confidence" | "status" | "region" | "scope"
>;

export type FactKind = keyof typeof words.kinds;

/** `late`: of late neurotoxicity, which has a section of its own. */
type OfKind = Readonly<Record<FactKind | "late", readonly StatedFact[]>>;

/** Superseded facts are kept so that old pages are recognised, and never shown. */
export function productFacts(product: ProductFacts): OfKind {
  const { dosing, logistics, precautions } = product;
  return {
    // No other authority writes boxed warnings or has such a programme. It is a kind of its own.
    boxed: ofUs(
      stated(
        product.boxedWarnings.filter(({ programme }) => !programme),
        words.boxed,
        words.boxedName,
      ),
    ),
    rems: ofUs(single(product.rems, words.rems)),
    course: single(logistics.course, words.course),
    wait: single(logistics.collectionToInfusion, words.wait),
    inpatient: single(logistics.inpatientDays, words.inpatient),
    stepUp: all(dosing.stepUp, words.steps),
    dose: [
      ...all(dosing.cells, ({ text }) => text),
      ...all(dosing.maintenance, ({ schedule, text }) => words.topic({ topic: schedule, text })),
      ...all(dosing.intervalChange, words.interval),
      ...all(dosing.trialDoses, words.inTrial),
    ],
    preparation: [
      ...single(dosing.lymphodepletion, words.lymphodepletion),
      ...single(dosing.premedication, words.premedication),
      ...single(dosing.bridging, words.bridging),
      ...all(dosing.administration, words.topic),
    ],
    delays: all(dosing.delayRules, words.delay),
    manufacturing: all(product.manufacturing, words.made),
    monitoring: all(product.monitoring, ({ text }) => text),
    infection: all(
      precautions.filter(({ value }) => value.infection),
      words.topic,
    ),
    precautions: all(
      precautions.filter(({ value }) => !value.infection && !isLate(value)),
      words.topic,
    ),
    late: all(
      precautions.filter(({ value }) => isLate(value)),
      words.topic,
    ),
    contraindications: all(product.contraindications, (text) => text),
    sequencing: all(product.sequencing, (text) => text),
    elsewhere: all(product.approvalsElsewhere, (text) => text),
    changes: all(product.labelChanges, words.change),
  };
}

function isLate({ topic }: ProductFacts["precautions"][number]["value"]): boolean {
  return topic !== null && words.late.includes(topic);
}

/** @param sources places in the list of sources of the product, counted from 0 */
export function citedIn(sources: readonly number[]): Cited[] {
  return sources.map((place) => ({ number: place + 1, locator: null }));
}

/** With what must be said of each. */
export function citedFacts(facts: readonly Omit<StatedFact, "region">[], warns = false): Line[] {
  return facts.map(({ text, marks, sources }) => ({
    ...line([text, ...marks].join(" · "), citedIn(sources)),
    warns,
  }));
}

function all<T>(facts: readonly (Basis & { value: T })[], say: (value: T) => string): StatedFact[] {
  return stated(facts, ({ value }) => say(value));
}

function single<T>(fact: (Basis & { value: T }) | null, say: (value: T) => string): StatedFact[] {
  return all(fact === null ? [] : [fact], say);
}

function stated<F extends Basis>(
  facts: readonly F[],
  say: (fact: F) => string,
  sayShort = say,
): StatedFact[] {
  return facts
    .filter(({ status }) => status !== "superseded")
    .map((fact) => ({
      text: say(fact),
      short: sayShort(fact),
      sources: fact.sources,
      region: fact.region,
      marks: [
        ...(fact.status === "check" ? [words.marks.check] : []),
        ...(fact.scope === null ? [] : [fact.scope]),
        ...(fact.confidence === "low" ? [words.marks.lowConfidence] : []),
      ],
    }));
}

function ofUs(facts: readonly StatedFact[]): StatedFact[] {
  return facts.map((fact) => ({ ...fact, region: "us" }));
}

/**
 * Those of a region and those whose region is not known; where there is none, those of other regions. A
 * fact of another region than the reader's says so.
 */
export function factsIn(facts: readonly StatedFact[], region: Region | null): StatedFact[] {
  const own = facts.filter((fact) => fact.region === null || fact.region === region);
  const shown = region === null || own.length === 0 ? facts : own;
  return shown.map((fact) =>
    fact.region === null || fact.region === region
      ? fact
      : { ...fact, marks: [words.label.region(fact.region), ...fact.marks] },
  );
}

/** A fact a coding system, with all its codes. */
export function codesOf({
  codes,
}: Pick<ProductFacts, "codes">): (StatedFact & { system: string })[] {
  const current = codes.filter(({ status, value }) => status !== "superseded" && value.code);
  return [...new Set(current.map(({ value }) => value.system))].map((system) => {
    const own = current.filter(({ value }) => value.system === system);
    return {
      system: words.codeNames[system],
      text: own.map(({ value }) => words.code(value)).join(" · "),
      sources: [...new Set(own.flatMap(({ sources }) => sources))],
      region: null,
      marks: [],
    };
  });
}

/** The days on which step-up doses end with the first full one, as labels of each region have them. */
export function fullDoseFacts({ dosing }: Pick<ProductFacts, "dosing">): StatedFact[] {
  const regions = [...new Set(dosing.stepUp.map(({ region }) => region))];
  const facts = regions.flatMap((region): StatedFact[] => {
    const own = dosing.stepUp.filter((one) => one.region === region);
    const days = own.flatMap(({ value }) =>
      value.steps.filter(({ firstTreatmentDose }) => firstTreatmentDose).map(({ day }) => day),
    );
    const sources = [...new Set(own.flatMap((one) => one.sources))];
    const text = words.fullDose([...new Set(days)].sort((a, b) => a - b));
    return days.length === 0 ? [] : [{ text, sources, region, marks: [] }];
  });
  // A region that asks for the same as what is said of none adds nothing.
  const anywhere = new Set(facts.flatMap(({ region, text }) => (region === null ? text : [])));
  return facts.filter(({ region, text }) => region === null || !anywhere.has(text));
}

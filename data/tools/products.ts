/** From collected product facts to a product of ours. */
import * as v from "valibot";
import { type Product, productSchema } from "../schema.ts";
import type { Report } from "./cohort.ts";
import { approvalsOf } from "./product-approvals.ts";
import { codesOf } from "./product-codes.ts";
import { dosingOf } from "./product-dosing.ts";
import { asIs, basisOf, type Fact, factOf, factsOf, joined } from "./product-fact.ts";
import type { CollectedFact, CollectedProduct } from "./product-handover.ts";
import { productJudgements } from "./product-judgements.ts";
import { logisticsOf, monitoringOf } from "./product-monitoring.ts";
import { trialOf } from "./product-trials.ts";
import { inPlainWords, isUnpublished } from "./product-wording.ts";

/** The day on which the facts were collected; the files do not repeat it. */
const collectedOn = "2026-11-20";

export function productOf(collected: CollectedProduct, report: Report): Product {
  const judgement = productJudgements[collected.id];
  if (!judgement) throw new Error(`${collected.id}: no slug in product-judgements.ts`);
  const { slug, sponsor } = judgement;
  const { approvals, approvalsElsewhere } = approvalsOf(collected.approvals, judgement.approvals);
  if (approvals.some(({ status }) => status === "approved") !== collected.approvedAnywhere) {
    throw new Error(`${slug}: approvals and "approvedAnywhere" disagree`);
  }
  const dosing = dosingOf(collected);
  const monitoring = monitoringOf(collected);
  const brandNames = textsOf(collected.brandNames);
  const product = {
    slug,
    name: withoutRemark(collected.genericName.value ?? ""),
    brandNames: brandNames.map(({ value }) => withoutRemark(value)),
    therapyClass: collected.therapyClass === "CAR-T" ? "car-t" : "bsab",
    targets: [(collected.target.value ?? "").split(" ", 1).join("").toLowerCase()],
    sponsor,
    contains: [],
    printed: {
      genericName: factOf(collected.genericName, asIs),
      brandNames,
      labeler: factOf(collected.labeler, asIs),
      target: factOf(collected.target, asIs),
      modality: factOf(collected.modality, asIs),
    },
    synonyms: textsOf(collected.synonyms),
    developmentCodes: textsOf(collected.developmentCodes),
    construct: factOf(collected.construct, constructOf),
    approvals,
    approvalsElsewhere,
    labelChanges: collected.labelChanges.flatMap((change) => factsOf(change, (said) => [said])),
    boxedWarnings: boxedWarningsOf(collected),
    rems: factOf(collected.rems, ({ active, name = null, eliminated = null }) => ({
      active,
      name,
      eliminated,
    })),
    contraindications: textsOf([collected.contraindications]),
    precautions: collected.precautions.flatMap((fact) =>
      factsOf(fact, (said) => [precautionOf(said)]),
    ),
    dosing,
    monitoring,
    logistics: logisticsOf(collected, monitoring, dosing.stepUp),
    manufacturing: manufacturingOf(collected),
    trials: collected.trials.flatMap((fact) => factsOf(fact, (said) => [trialOf(said)])),
    sequencing: textsOf(collected.sequencing ?? []),
    codes: codesOf(collected),
    sources: collected.sources.map(({ id, url, title, date, dateNote = null, kind }, index) => {
      if (id !== index) throw new Error(`${slug}: source ${id} stands at ${index}`);
      return { citation: title, seenAt: url, date, dateNote, kind };
    }),
    missing: [...collected.missing, ...notFound(collected)],
    contradictions: collected.contradictions.filter((text) => {
      if (isUnpublished(text)) report(slug, `rests on no public page: ${text}`);
      return !isUnpublished(text);
    }),
    asOf: collectedOn,
  };
  return v.parse(productSchema, inPlainWords(product));
}

/** "teclistamab (US: teclistamab-cqyv)" is teclistamab. */
function withoutRemark(name: string): string {
  return name.replace(/ \(.*\)$/, "");
}

function textsOf(facts: readonly CollectedFact<string>[]): Fact<string>[] {
  return facts.flatMap((fact) => factsOf(fact, (text) => [text]));
}

type Collected<K extends "construct"> = NonNullable<CollectedProduct[K]["value"]>;

function constructOf(printed: Collected<"construct">) {
  return {
    format: printed.format ?? null,
    cellLine: printed.cellLine ?? null,
    bindingDomain: printed.bindingDomain ?? null,
    hinge: printed.hinge_TM ?? null,
    costimulation: printed.costimulation ?? null,
    signalling: printed.signal ?? null,
    vector: printed.vector ?? null,
    cellSource: printed.cellSource ?? null,
  };
}

/** What was taken out of the box stays, marked as superseded. */
function boxedWarningsOf({
  boxedWarning: { items, removed = [], asOf },
}: CollectedProduct): Fact<string>[] {
  const inBox = items.map((item) => (asOf === undefined ? item : { asOf, ...item }));
  const outOfBox = removed.map((item) => ({ ...item, status: "superseded" as const }));
  return textsOf([...inBox, ...outOfBox]);
}

/** In the order in which they are read: what, for whom, when to stop. */
const precautionWords: Readonly<Record<string, string>> = {
  agent: "",
  dose: "",
  threshold: "at ",
  population: "for ",
  carT: "",
  duration: "",
  hold: "hold at ",
  gcsf: "G-CSF from ",
  monitor: "monitor ",
};

type Precaution = NonNullable<CollectedProduct["precautions"][number]["value"]>;

function precautionOf(printed: Precaution): Product["precautions"][number]["value"] {
  if (typeof printed === "string") return { topic: null, text: printed };
  const { topic, ...said } = printed;
  const unknown = Object.keys(said).filter((key) => !(key in precautionWords));
  if (unknown.length > 0) throw new Error(`no words for ${unknown.join(", ")} of a precaution`);
  const parts = Object.entries(precautionWords).map(([key, word]) =>
    said[key] === undefined ? null : `${word}${said[key]}`,
  );
  return { topic, text: joined(parts) ?? topic };
}

function manufacturingOf({ manufacturing = [] }: CollectedProduct): Product["manufacturing"] {
  return manufacturing.flatMap((fact) => {
    const { value } = fact;
    if (value === null || "veinToVeinWeeks" in value) return [];
    const counts =
      "infused" in value
        ? [{ what: "infused", events: value.infused, n: value.leukapheresed, percent: value.pct }]
        : (["outOfSpecOrFailure", "outOfSpec", "failure"] as const).map((what, index) => ({
            what: madeWords[what],
            events: value[what],
            n: value.n,
            percent: value.pct[index] ?? Number.NaN,
          }));
    return counts.map(({ what, events, n, percent }) => ({
      value: { cohort: value.cohort, what, events, n, percentPrinted: percent },
      ...basisOf(fact),
    }));
  });
}

const madeWords = {
  outOfSpecOrFailure: "out of specification or failed",
  outOfSpec: "out of specification",
  failure: "failed",
};

/** A fact without a value says why it has none. */
function notFound({
  dosing,
  construct,
  contraindications,
  boxedWarning,
}: CollectedProduct): string[] {
  const label = "value" in dosing ? {} : dosing;
  const noted: Record<string, { value?: unknown; note?: string | undefined } | null | undefined> = {
    construct,
    contraindications,
    "boxed warning": { value: null, note: boxedWarning.note },
    dose: "value" in dosing ? dosing : null,
    "interval change": label.intervalChange,
    "dose in combination": label.combination,
  };
  return Object.entries(noted).flatMap(([what, fact]) =>
    fact?.value === null && fact.note !== undefined ? [`${what}: ${fact.note}`] : [],
  );
}

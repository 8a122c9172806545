/** The values offered as one-tap choices, each with the cohorts it would leave. */

import { targets as allTargets } from "../../data/vocabulary.ts";
import { groups } from "../evidence/class-names.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { FilterName } from "../evidence/parameter-names.ts";
import type { Query } from "../evidence/query.ts";
import { parseRange } from "../evidence/range.ts";
import { countCohorts } from "../evidence/select.ts";
import type { Choice } from "./answer.ts";
import { defaultRegimen } from "./parameters.ts";
import { canonicalQuery } from "./query-text.ts";

type Offer = readonly [
  value: string,
  label: string,
  /** What a tap changes. */
  patch: Partial<Query>,
  /** For values that are ticked rather than chosen: whether it is ticked, and the change whose cohorts are counted. */
  ticked?: { selected: boolean; alone: Partial<Query> },
];

const settings: readonly Offer[] = [
  ["late", "Late: 3 or more lines", { setting: "late" }],
  ["early", "Earlier: 1 to 4 lines", { setting: "early" }],
  ["any", "Both", { setting: "any" }],
];

const priorLines: readonly Offer[] = [
  ["any", "Any", { priorLines: null }],
  ["-4", "Up to 4", { priorLines: parseRange("-4") }],
  ["4-6", "4 to 6", { priorLines: parseRange("4-6") }],
  ["6-", "6 and more", { priorLines: parseRange("6-") }],
];

const ages: readonly Offer[] = [
  ["any", "Any", { age: null }],
  ["-60", "Up to 60", { age: parseRange("-60") }],
  ["60-65", "60 to 65", { age: parseRange("60-65") }],
  ["65-", "65 and more", { age: parseRange("65-") }],
];

const availabilities: readonly Offer[] = [
  ["approved", "Approved anywhere", { availability: "approved" }],
  ["us", "United States", { availability: "us" }],
  ["eu", "European Union", { availability: "eu" }],
  ["cn", "China", { availability: "cn" }],
  ["any", "Also in development", { availability: "any" }],
];

const evidences: readonly Offer[] = [
  ["trial", "Clinical trials", { evidence: "trial" }],
  ["real-world", "Real-world cohorts", { evidence: "real-world" }],
  ["all", "Both", { evidence: "all" }],
];

const priorBcma: readonly Offer[] = [
  ["not-selected", "Not required for entry", { priorBcma: "not-selected" }],
  ["selected", "Required for entry", { priorBcma: "selected" }],
  ["any", "Both", { priorBcma: "any" }],
];

const regimens: readonly Offer[] = [
  ["monotherapy", "Given alone", { regimen: "monotherapy" }],
  ["any", "Also in combination", { regimen: "any" }],
];

const targets: readonly Offer[] = [
  ["bcma", "BCMA", { target: ["bcma"] }],
  ["gprc5d", "GPRC5D", { target: ["gprc5d"] }],
  ["any", "Any", { target: ["any"] }],
];

const classes: readonly Offer[] = [
  ["both", "Both", { therapyClass: "both" }],
  ["car-t", "CAR-T only", { therapyClass: "car-t" }],
  ["bsab", "Bispecifics only", { therapyClass: "bsab" }],
];

/** Every choice of the filter sheets under the present query, by parameter; `preset` holds ready-made questions. */
export function choices(query: Query, dataset: Dataset): Record<string, Choice[]> {
  const offers: Readonly<Partial<Record<FilterName | "preset", readonly Offer[]>>> = {
    preset: presetOffers(query, dataset),
    setting: settings,
    "prior-lines": priorLines,
    age: ages,
    product: productOffers(query, dataset),
    availability: availabilities,
    evidence: evidences,
    regimen: regimens,
    "prior-bcma": priorBcma,
    target: targets,
    "therapy-class": classes,
    exclude: excludedOffers(query, dataset),
  };
  const present = canonicalQuery(query, dataset);
  return Object.fromEntries(
    Object.entries(offers).map(([parameter, values]) => [
      parameter,
      values.map(([value, label, patch, ticked]) => {
        const next = changed(query, patch);
        const canonical = canonicalQuery(next, dataset);
        return {
          value,
          label,
          query: canonical,
          selected: ticked?.selected ?? canonical === present,
          cohorts: countCohorts(ticked ? changed(query, ticked.alone) : next, dataset),
        };
      }),
    ]),
  );
}

/** A setting brings its default regimen along, unless the regimen was chosen by hand. */
function changed(query: Query, patch: Partial<Query>): Query {
  const asked = { ...query, ...patch };
  if (patch.regimen === undefined && query.regimen === defaultRegimen(query.setting)) {
    asked.regimen = defaultRegimen(asked.setting);
  }
  return asked;
}

/** A ready-made question replaces every filter and keeps the outcomes. */
function presetOffers({ outcome }: Query, { presets }: Dataset): Offer[] {
  return presets.map(({ id, label, query }) => [id, label, { ...query, outcome }]);
}

/** Cohorts left out by hand, each of which a tap brings back. */
function excludedOffers({ exclude }: Query, { cohorts }: Dataset): Offer[] {
  return cohorts
    .filter(({ id }) => exclude.includes(id))
    .map(({ id, label }) => {
      const patch = { exclude: exclude.filter((other) => other !== id) };
      return [id, label, patch, { selected: true, alone: patch }];
    });
}

/** A product is ticked or unticked; one with another target brings that target along. */
function productOffers(query: Query, { products }: Dataset): Offer[] {
  const offered = products.filter(
    // A series of several products is no product one could choose.
    ({ approvedIn, contains, slug }) =>
      query.product.includes(slug) ||
      (contains.length === 0 && (approvedIn.length > 0 || query.availability === "any")),
  );
  const inOrder = groups.flatMap((group) =>
    offered.filter(({ therapyClass }) => therapyClass === group),
  );
  return [
    ["all", "All products", { product: [] }],
    ...inOrder.map(({ slug, name, targets: antigens }): Offer => {
      const selected = query.product.includes(slug);
      const product = products
        .map((other) => other.slug)
        .filter((other) => (other === slug ? !selected : query.product.includes(other)));
      const others = products.filter(
        (other) => other.slug !== slug && product.includes(other.slug),
      );
      const target = selected
        ? withoutTargets(
            query.target,
            antigens,
            others.flatMap((other) => other.targets),
          )
        : withTargets(query.target, antigens);
      const alone = { product: [slug], target: withTargets(query.target, antigens) };
      return [slug, productLabel(slug, name), { product, target }, { selected, alone }];
    }),
  ];
}

/** The short name that is spoken, then the one on the label, unless the one holds the other. */
function productLabel(slug: string, name: string): string {
  return name.toLowerCase().startsWith(slug) ? name : `${slug} (${name})`;
}

/** A product whose antigen is filtered out could never be seen: it brings the antigen along. */
function withTargets(target: readonly string[], antigens: readonly string[]): readonly string[] {
  const reachable = target.includes("any") || antigens.some((antigen) => target.includes(antigen));
  return reachable ? target : antigensInOrder([...target, ...antigens]);
}

/** And takes it away again, unless another ticked product or the default needs it. */
function withoutTargets(
  target: readonly string[],
  antigens: readonly string[],
  needed: readonly string[],
): readonly string[] {
  const kept = target.filter(
    (antigen) =>
      !antigens.some((one) => one === antigen) || needed.includes(antigen) || antigen === "bcma",
  );
  return kept.length > 0 ? kept : target;
}

function antigensInOrder(antigens: readonly string[]): readonly string[] {
  return allTargets.filter((antigen) => antigens.includes(antigen));
}

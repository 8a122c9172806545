import type { Evidence, Problem } from "../evidence.ts";
import { sameDrugs } from "../same-drugs.ts";
import type { Approval, Approvals, Product } from "../schema.ts";
import { isOneRegion, regions } from "../vocabulary.ts";
import { isAfter } from "./approvals.ts";
import { drugNames, expectLines, expectPartners } from "./regimens.ts";
import { ProblemList, problemsOfFolder, withPlaces } from "./report.ts";

export function productProblems({ products, review, approvals }: Evidence): Problem[] {
  const bySlug = new Map(products.map((product) => [product.slug, product]));
  const drugs = drugNames({ products });
  const productFiles = problemsOfFolder("products", products, (product, list) => {
    sourcedFacts(product, list);
    for (const [at, approval] of withPlaces("approvals", product.approvals)) {
      approvalProblems(approval, at, product, review.dataDate, list);
      list.expectEach(`${at}.partners`, "drug", approval.partners, drugs);
      list.expectEach(`${at}.refractoryTo`, "drug", approval.refractoryTo, drugs);
    }
    stepUpProblems(product, list);
    containedProblems(product, bySlug, list);
  });
  return [...productFiles, ...collectedProblems(approvals, products)];
}

/**
 * Every region is said to be collected or not, once. One that is collected has a decision of every
 * product that is approved somewhere, or lists the product as one without a decision.
 */
function collectedProblems(
  { collected, notCollected }: Approvals,
  products: readonly Product[],
): Problem[] {
  const list = new ProblemList("data/approvals.json");
  const listedRegions = [...collected, ...notCollected].map(({ region }) => region);
  for (const region of regions) {
    const times = listedRegions.filter((listedRegion) => listedRegion === region).length;
    const expected = isOneRegion(region) ? 1 : 0;
    if (times !== expected) {
      list.add("", "region-collected-or-not", `${region} is named ${times} times, not ${expected}`);
    }
  }
  const approvedProducts = products.filter(({ approvals }) =>
    approvals.some(({ status }) => status === "approved"),
  );
  for (const [at, { region, notHeld: withoutDecision }] of withPlaces("collected", collected)) {
    for (const { slug, approvals } of approvedProducts) {
      const hasDecision = approvals.some((approval) => approval.region === region);
      if (hasDecision !== withoutDecision.includes(slug)) continue;
      const what = hasDecision ? "a decision is held" : "no decision is held, and not said so";
      list.add(`${at}.notHeld`, "region-decisions-complete", `${slug}: ${what}`);
    }
  }
  return list.problems;
}

/** Finds `sources` at any depth, so that a new kind of fact needs no new rule. */
function sourcedFacts({ sources, ...facts }: Product, list: ProblemList): void {
  for (const { at, indices } of sourcedIn(facts, "")) list.expectSources(at, indices, sources);
}

function sourcedIn(value: unknown, at: string): { at: string; indices: readonly number[] }[] {
  if (Array.isArray(value)) {
    return withPlaces<unknown>(at, value).flatMap(([place, item]) => sourcedIn(item, place));
  }
  if (typeof value !== "object" || value === null) return [];
  const indices = "sources" in value && isIndices(value.sources) ? value.sources : null;
  const deeper = Object.entries(value)
    .filter(([key]) => key !== "sources")
    .flatMap(([key, item]) => sourcedIn(item, at === "" ? key : `${at}.${key}`));
  return indices ? [{ at, indices }, ...deeper] : deeper;
}

function isIndices(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((index) => typeof index === "number");
}

function approvalProblems(
  approval: Approval,
  at: string,
  { approvals }: Product,
  dataDate: string,
  list: ProblemList,
): void {
  const { date, decisionBy, status, kind, regimen, partners, priorLines } = approval;
  // The date of a pending approval is that of its last step: the day of a future decision is no date of an approval.
  if (date !== null && isAfter(date, dataDate)) {
    list.add(`${at}.date`, "approval-not-in-future", `${date} is after ${dataDate}`);
  }
  if (status === "pending") {
    if (date === null) list.add(`${at}.date`, "pending-dated", "its last step has no date");
    else if (decisionBy !== undefined && isAfter(date, decisionBy)) {
      list.add(
        `${at}.decisionBy`,
        "pending-dated",
        `${decisionBy} is before its last step, ${date}`,
      );
    }
  } else if (decisionBy !== undefined) {
    list.add(`${at}.decisionBy`, "pending-dated", `${status} already`);
  }
  if (kind !== null && status !== "approved" && status !== "superseded") {
    list.add(`${at}.kind`, "kind-is-of-approval", `${kind}, but ${status}`);
  }
  expectPartners(`${at}.partners`, regimen, partners, list);
  expectLines(`${at}.priorLines`, priorLines, list);
  if (status === "superseded" && !approvals.some((later) => succeeds(later, approval))) {
    const regimenText = partners.length === 0 ? "alone" : `with ${partners.join(", ")}`;
    const message = `nothing approved in ${approval.region} since, ${regimenText}`;
    list.add(`${at}.status`, "superseded-has-successor", message);
  }
}

/** The successor is of the same regimen: a combination replaces no approval of the product alone. */
function succeeds(later: Approval, { region, date, partners }: Approval): boolean {
  if (later.region !== region || later.status !== "approved") return false;
  if (!sameDrugs(later.partners, partners)) return false;
  return date === null || later.date === null || !isAfter(date, later.date);
}

function stepUpProblems({ dosing }: Product, list: ProblemList): void {
  for (const [at, { value }] of withPlaces("dosing.stepUp", dosing.stepUp)) {
    let last = 0;
    for (const [step, { day }] of withPlaces(`${at}.value.steps`, value.steps)) {
      if (day <= last) list.add(`${step}.day`, "step-up-ascending", `day ${day} after day ${last}`);
      last = day;
    }
  }
}

/** Otherwise a mistyped product would make a mixed series available without any warning. */
function containedProblems(
  { slug: seriesSlug, contains, therapyClass }: Product,
  products: ReadonlyMap<string, Product>,
  list: ProblemList,
): void {
  for (const [at, slug] of withPlaces("contains", contains)) {
    const part = products.get(slug);
    if (part?.therapyClass === therapyClass && part.contains.length === 0) continue;
    list.add(at, "contained-product-exists", `no single ${therapyClass} product "${slug}"`, slug);
  }
  // The slug of a series is read as those of its products (`functions/core/evidence/products.ts`).
  const isKnown = contains.every((slug) => products.has(slug));
  const isJoined =
    contains.length === 0 ? !seriesSlug.includes("-or-") : seriesSlug === contains.join("-or-");
  if (isKnown && !isJoined) {
    const message = `the slug "${seriesSlug}" does not join what it contains`;
    list.add("contains", "slug-joins-contained", message);
  }
}

import type { Evidence, Problem } from "../evidence.ts";
import type { Approval, Approvals, Product } from "../schema.ts";
import { isApprovalRegion, regions } from "../vocabulary.ts";
import { isDateAfter, isOfSameUse, replacesApproval } from "./approvals.ts";
import { addPriorLinesProblems, addRegimenPartnerProblems, collectDrugNames } from "./regimens.ts";
import { checkEntriesOfFolder, listItemsWithPaths, ProblemList } from "./report.ts";

export function checkProducts({ products, review, approvals }: Evidence): Problem[] {
  const bySlug = new Map(products.map((product) => [product.slug, product]));
  const drugs = collectDrugNames({ products });
  const productFiles = checkEntriesOfFolder("products", products, (product, list) => {
    addFactSourceProblems(product, list);
    for (const [at, approval] of listItemsWithPaths("approvals", product.approvals)) {
      addApprovalProblems(approval, at, product, review.dataDate, list);
      list.expectEach(`${at}.partners`, "drug", approval.partners, drugs);
      list.expectEach(`${at}.refractoryTo`, "drug", approval.refractoryTo, drugs);
    }
    addStepUpProblems(product, list);
    addContainedProductProblems(product, bySlug, list);
  });
  return [...productFiles, ...checkCollectedRegions(approvals, products)];
}

/**
 * Checks that every region is said to be collected or not, once. One that is collected has a decision of every
 * product that is approved somewhere, or lists the product as one without a decision.
 */
function checkCollectedRegions(
  { collected, notCollected }: Approvals,
  products: readonly Product[],
): Problem[] {
  const list = new ProblemList("data/approvals.json");
  const listedRegions = [...collected, ...notCollected].map(({ region }) => region);
  for (const region of regions) {
    const times = listedRegions.filter((listedRegion) => listedRegion === region).length;
    const expected = isApprovalRegion(region) ? 1 : 0;
    if (times !== expected) {
      list.add("", "region-collected-or-not", `${region} is named ${times} times, not ${expected}`);
    }
  }
  const approvedProducts = products.filter(({ approvals }) =>
    approvals.some(({ status }) => status === "approved"),
  );
  for (const [at, { region, notHeld: withoutDecision }] of listItemsWithPaths(
    "collected",
    collected,
  )) {
    for (const { slug, approvals } of approvedProducts) {
      const hasDecision = approvals.some((approval) => approval.region === region);
      if (hasDecision !== withoutDecision.includes(slug)) continue;
      const what = hasDecision ? "a decision is held" : "no decision is held, and not said so";
      list.add(`${at}.notHeld`, "region-decisions-complete", `${slug}: ${what}`);
    }
  }
  return list.problems;
}

/** Checks `sources` at any depth, so that a new kind of fact needs no new rule. */
function addFactSourceProblems({ sources, ...facts }: Product, list: ProblemList): void {
  for (const { at, indices } of listSourceIndicesAtAnyDepth(facts, ""))
    list.expectSources(at, indices, sources);
}

/**
 * Returns the indices in every list `sources` within a value, with the path of the object that has the list.
 *
 * @param at The path of the value.
 */
function listSourceIndicesAtAnyDepth(
  value: unknown,
  at: string,
): { at: string; indices: readonly number[] }[] {
  if (Array.isArray(value)) {
    return listItemsWithPaths<unknown>(at, value).flatMap(([place, item]) =>
      listSourceIndicesAtAnyDepth(item, place),
    );
  }
  if (typeof value !== "object" || value === null) return [];
  const indices = "sources" in value && isIndexList(value.sources) ? value.sources : null;
  const deeper = Object.entries(value)
    .filter(([key]) => key !== "sources")
    .flatMap(([key, item]) => listSourceIndicesAtAnyDepth(item, at === "" ? key : `${at}.${key}`));
  return indices ? [{ at, indices }, ...deeper] : deeper;
}

function isIndexList(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((index) => typeof index === "number");
}

/** Matches the type of an approval that changed an earlier one, whose date is not that of the first label. */
const changeOfLabel = /converted|expansion|extension|variation/i;

function addApprovalProblems(
  approval: Approval,
  at: string,
  { approvals }: Product,
  dataDate: string,
  list: ProblemList,
): void {
  const { date, decisionBy, status, kind, regimen, partners, priorLines } = approval;
  // The date of a pending approval is that of its last step: the day of a future decision is no date of an approval.
  if (date !== null && isDateAfter(date, dataDate)) {
    list.add(`${at}.date`, "approval-not-in-future", `${date} is after ${dataDate}`);
  }
  if (status === "pending") {
    if (date === null) list.add(`${at}.date`, "pending-dated", "its last step has no date");
    else if (decisionBy !== undefined && isDateAfter(date, decisionBy)) {
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
  const isSecond = approvals
    .slice(0, approvals.indexOf(approval))
    .some(
      (other) =>
        other.status === "approved" &&
        isOfSameUse(other, approval) &&
        !(other.beside && approval.beside),
    );
  if (status === "approved" && isSecond) {
    const message = `a second one in force in ${approval.region}: one is superseded, or both are "beside"`;
    list.add(`${at}.status`, "one-approval-in-force", message);
  }
  addRegimenPartnerProblems(`${at}.partners`, regimen, partners, list);
  addPriorLinesProblems(`${at}.priorLines`, priorLines, list);
  if (status === "superseded" && !approvals.some((later) => replacesApproval(later, approval))) {
    const regimenText = partners.length === 0 ? "alone" : `with ${partners.join(", ")}`;
    const message = `nothing approved in ${approval.region} since, ${regimenText}`;
    list.add(`${at}.status`, "superseded-has-successor", message);
  }
  if (
    status === "approved" &&
    changeOfLabel.test(approval.type ?? "") &&
    !approvals.some((other) => other !== approval && isOfSameUse(other, approval))
  ) {
    const message = `"${approval.type}", but the label before it is not held`;
    list.add(`${at}.type`, "first-label-held", message);
  }
}

function addStepUpProblems({ dosing }: Product, list: ProblemList): void {
  for (const [at, { value }] of listItemsWithPaths("dosing.stepUp", dosing.stepUp)) {
    let last = 0;
    for (const [step, { day }] of listItemsWithPaths(`${at}.value.steps`, value.steps)) {
      if (day <= last) list.add(`${step}.day`, "step-up-ascending", `day ${day} after day ${last}`);
      last = day;
    }
  }
}

/**
 * Checks the products of a mixed series, because a mistyped one would make it available without any warning.
 */
function addContainedProductProblems(
  { slug: seriesSlug, contains, therapyClass }: Product,
  products: ReadonlyMap<string, Product>,
  list: ProblemList,
): void {
  for (const [at, slug] of listItemsWithPaths("contains", contains)) {
    const part = products.get(slug);
    if (part?.therapyClass === therapyClass && part.contains.length === 0) continue;
    list.add(at, "contained-product-exists", `no single ${therapyClass} product "${slug}"`, slug);
  }
  // The slug of a series is read as those of its products (`functions/core/evidence/grouping.ts`).
  const isKnown = contains.every((slug) => products.has(slug));
  const isJoined =
    contains.length === 0 ? !seriesSlug.includes("-or-") : seriesSlug === contains.join("-or-");
  if (isKnown && !isJoined) {
    const message = `the slug "${seriesSlug}" does not join what it contains`;
    list.add("contains", "slug-joins-contained", message);
  }
}

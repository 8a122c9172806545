import type { Evidence, Problem } from "../evidence.ts";
import type { Approval, Approvals, Product } from "../schema.ts";
import { isApprovalRegion, regions } from "../vocabulary.ts";
import { isDateAfter, isOfSameUse, replacesApproval } from "./approvals.ts";
import { addPriorLinesProblems, addRegimenPartnerProblems, collectDrugNames } from "./regimens.ts";
import {
  checkEntriesOfFolder,
  isOutsideInterval,
  listItemsWithPaths,
  ProblemList,
} from "./report.ts";

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
    addCourseProblems(product, list);
    addBridgingProblems(product, list);
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

/** Checks the practical facts that are printed line by line in the order of the course of treatment. */
function addCourseProblems(
  { dosing, monitoring, logistics, precautions }: Product,
  list: ProblemList,
): void {
  for (const [at, { value }] of listItemsWithPaths("monitoring", monitoring)) {
    for (const field of ["hospital", "observed"] as const) {
      const doses = value[field].map(({ after }) => after);
      const isTwice = new Set(doses).size < doses.length || (doses.includes("every") && doses[1]);
      if (isTwice) list.add(`${at}.value.${field}`, "hours-after-dose-once", doses.join(", "));
    }
    if (value.noDriving !== null && !/\d+ (hours|days|weeks)/.test(value.noDriving)) {
      list.add(`${at}.value.noDriving`, "no-driving-has-time", value.noDriving);
    }
  }
  const isContinuous = logistics.course?.value === "continuous";
  if (isContinuous !== dosing.until.length > 0) {
    list.add("dosing.until", "course-has-end", "what ends treatment, if it is continuous");
  }
  for (const [at, { value }] of listItemsWithPaths("logistics.stays", logistics.stays)) {
    const { medianDays, rangeDays } = value;
    if (rangeDays === null || !isOutsideInterval(medianDays, rangeDays)) continue;
    list.add(`${at}.value`, "stay-holds-median", `${medianDays} outside ${rangeDays}`);
  }
  for (const [at, { value }] of listItemsWithPaths("precautions", precautions)) {
    const { inShort, infection } = value;
    if (inShort === undefined || (infection && inShort.length <= 60)) continue;
    const message = infection ? `${inShort.length} letters, not 60` : "not about infections";
    list.add(`${at}.value.inShort`, "in-short-is-short", message);
  }
}

/** Checks that a response to bridging is of those who were given it, as printed, and says something. */
function addBridgingProblems({ dosing }: Product, list: ProblemList): void {
  for (const [at, { value }] of listItemsWithPaths("dosing.bridging", dosing.bridging)) {
    if (value.responded === null) continue;
    const { events, n, percentPrinted } = value.responded;
    const percent = events === null ? percentPrinted : (100 * events) / n;
    const fits = percent !== null && percent <= 100;
    if (fits && Math.abs(percent - (percentPrinted ?? percent)) <= 0.5) continue;
    const message = `${events} of ${n}, ${percentPrinted} %`;
    list.add(`${at}.value.responded`, "response-to-bridging", message);
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

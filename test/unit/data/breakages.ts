/** Holds breakages that violate each rule once. */
import { parseDataFile } from "#data/build/read-files.ts";
import type { RuleName } from "#data/evidence.ts";
import type {
  Approvals,
  Cohort,
  ComparisonStudyFile,
  Preset,
  Product,
  PublishedFile,
  Reference,
  SubgroupStudyFile,
} from "#data/schema.ts";
import {
  addsFigure,
  addsSource,
  approvalsPath,
  aReview,
  type Breakage,
  discrepanciesPath,
  inTrial,
  outcomesPath,
  productPath,
  publishedPath,
  puts,
  reviewPath,
  several,
} from "./breaking.ts";
import {
  cohortIn,
  cohortPath,
  contentOf,
  entryWith,
  fileAt,
  noStatements,
  rating,
  referenceNamed,
  referencesPath,
} from "./files.ts";
import { otherSeries, sampleReference, sampleSeries, sampleTrial } from "./samples.ts";

const ideCel = productPath("ide-cel");
const teclistamab = productPath("teclistamab");
const either = productPath("teclistamab-or-elranatamab");
const karmmaSubgroups = "data/subgroups/karmma.json";
const cartitude2 = "data/subgroups/cartitude-2-cohort-c.json";
const sidana = "data/subgroups/sidana-cilta-cel-us-2025.json";
const krishnan = "data/comparisons/krishnan-teclistamab-physicians-choice.json";
const series = cohortPath(sampleSeries);
const vandenboom = "data/published/vandenboom-2025.json";
const maic = "data/comparisons/maic-cilta-cel-ide-cel-2026.json";
const presets = "data/presets.json";
const searches = "data/searches.json";
const changes = "data/changes.json";

/** Names two versions of releases in a made-up history of the data. */
const [newer, older] = ["2026-12-01-0123abcd", "2026-11-20-0123abcd"];
const made = several(
  puts(changes, "releases", [
    { date: "2026-12-01", version: newer, what: ["Two."] },
    { date: "2026-11-20", version: older, what: ["One."] },
  ]),
  puts(changes, "minimumDataVersion", older),
);

export const breakages: Record<RuleName, Breakage> = {
  schema: inTrial("figures[orr].events", -1),
  json: (files) => {
    const file = "data/subgroups/majestec-1.json";
    Object.assign(fileAt(files, file), parseDataFile(file, '{ "id": '));
    return { file, field: "" };
  },
  "known-file": (files) => {
    files.push({ path: "data/other.json", content: {} });
    return { file: "data/other.json", field: "" };
  },
  "file-present": (files) => {
    files.splice(files.indexOf(fileAt(files, reviewPath)), 1);
    return { file: reviewPath, field: "" };
  },
  "id-matches-file-name": (files) => {
    const file = cohortPath("another-name");
    fileAt(files, cohortPath(sampleTrial)).path = file;
    return { file, field: "id" };
  },
  "outcome-unique": puts(
    outcomesPath,
    "[+]",
    // A copy of a response stands at the end without breaking the order of harms.
    (all: { id: string }[]) => all.find(({ id }) => id === "scr"),
    "[+].id",
  ),
  "outcome-exists": inTrial("figures[death-crs].outcome", "nonsense"),
  "outcome-applies": addsFigure(
    "crs-3",
    { outcome: "infused", population: "leukapheresed" },
    "figures[+].outcome",
  ),
  "landmark-id": puts(outcomesPath, "[pfs-6].kind", "count"),
  "not-for-reason": puts(outcomesPath, "[iec-hs].notFor", null),
  "summary-position-unique": puts(outcomesPath, "[scr].summary", 1),
  "observed-agrees": puts(outcomesPath, "[hlh].observed", "follow-up"),
  "harm-group": puts(outcomesPath, "[orr].harmGroup", "late"),
  "product-exists": inTrial("product", "nobody"),
  "product-class-agrees": inTrial("product", "cilta-cel", "therapyClass"),
  "source-exists": inTrial("figures[orr].source", 99),
  "figure-says-something": inTrial("figures[death-crs].events", null, "figures[death-crs]"),
  "figure-unique": addsFigure("death-crs"),
  "events-not-above-n": inTrial("figures[death-crs].events", 81),
  "percent-fits-count": inTrial("figures[anemia-3].percentPrinted", 37.9),
  "known-discrepancy-applies": puts(discrepanciesPath, "[+]", {
    ...{ cohort: sampleTrial, outcome: "orr", cut: "primary", reason: "none" },
  }),
  "derived-range-holds-events": inTrial("figures[neutropenia-3].derivedRange", [41, 42]),
  "n-matches-population": inTrial("figures[death-crs].n", 79),
  "exposure-is-time-on-treatment": inTrial("figures[death-crs].exposureMonths", 8),
  "counted-by": inTrial("figures[crs].by", "laboratory"),
  "review-is-second-hand": inTrial("sources[0].kind", "review", "sources[0].tier"),
  "grades-of-severe": inTrial("figures[crs].grades", "3-5"),
  "severe-without-scale": inTrial("figures[crs-3].grades", "severe"),
  "prior-bcma-agrees": inTrial(
    "priorBcmaKinds[+]",
    {
      ...{ kind: "adc", directed: true, n: 1, of: 9, percentPrinted: null },
      ...{ responders: null, source: 0, locator: "made up" },
    },
    "priorBcmaKinds[+].directed",
  ),
  "follow-up-within-trial": inTrial("figures[orr].followUpMonths", 124),
  "part-not-above-whole": inTrial("figures[icans-3].events", 5),
  "newest-part-not-above-whole": addsFigure(
    "icans-3",
    { events: 5, cut: "30mo", followUpMonths: 30 },
    "figures[+].events",
  ),
  "primary-of-publication": several(
    addsSource({ reference: "roex-j-hematol-oncol-2020", followUpMonths: 30 }),
    inTrial("figures[death-crs].followUpMonths", null),
    inTrial("figures[death-crs].source", 1, "figures[death-crs].cut"),
  ),
  "landmark-within-interval": inTrial("landmarks[1].survival", 0.69, "landmarks[1].interval"),
  "landmark-unique": inTrial("landmarks[+]", (cohort: Cohort) => cohort.landmarks[1]),
  "survival-never-rises": several(
    inTrial("landmarks[1].interval", null),
    inTrial("landmarks[1].survival", 0.8),
  ),
  "median-within-interval": inTrial("medians[0].interval", [20, null]),
  "median-fits-landmarks": several(
    inTrial("medians[0].interval", null),
    inTrial("medians[0].months", 9),
  ),
  "timing-holds-median": inTrial("timing[0].range", [3, 9]),
  "timing-belongs": inTrial("timing[0].outcome", null),
  "timing-unique": inTrial("timing[+]", (cohort: Cohort) => cohort.timing[0]),
  "publication-identified": (files) => {
    const reference = referenceNamed(files, sampleReference);
    delete reference.DOI;
    delete reference.PMID;
    for (const id of [sampleSeries, otherSeries]) cohortIn(files, id).publication = null;
    return { file: cohortPath(sampleTrial), field: "publication" };
  },
  "overlap-exists": inTrial(
    "overlaps[+]",
    { with: "nobody", kind: "partial", reason: "none" },
    "overlaps[+].with",
  ),
  "overlap-unique": puts(series, "overlaps[+]", ({ overlaps: [first] }: Cohort) => first),
  "overlap-symmetric": (files) => {
    cohortIn(files, sampleSeries).overlaps = [];
    return { file: cohortPath(otherSeries), field: "overlaps[0]" };
  },
  "label-pool-has-parts": inTrial("labelPool", true, "overlaps"),
  "pool-part-counted": puts(cohortPath("majestec-1-ac"), "overlaps[0].patients", 166),
  "set-cohort-unique": puts(
    vandenboom,
    "set.rows[1].cohort",
    ({ set }: PublishedFile) => set?.rows?.[0]?.cohort,
  ),
  "scope-agrees": several(
    puts(publishedPath, "results[0].ask", { age: "60-" }),
    puts(publishedPath, "results[0].scope.group", "class"),
  ),
  "scope-class-unique": (files) => {
    const { results } = contentOf<PublishedFile>(files, publishedPath);
    const product = results.findIndex(({ scope }) => scope.group === "product");
    return puts(publishedPath, `results[${product}].scope.group`, "class")(files);
  },
  "search-before-publication": puts(publishedPath, "searchedTo", "2030-01"),
  "pinned-to-search": puts("data/published/annals-2025.json", "set.pins.year", "-2025"),
  "region-collected-or-not": puts(
    approvalsPath,
    "notCollected",
    ({ notCollected }: Approvals) => notCollected.slice(1),
    "",
  ),
  "region-decisions-complete": puts(
    approvalsPath,
    "collected[2].notHeld",
    ({ collected }: Approvals) => collected[2]?.notHeld.slice(1),
  ),
  "rob-2-is-randomised": puts(
    cohortPath("karmma"),
    "riskOfBias",
    { ratings: [rating], stated: noStatements },
    "riskOfBias.ratings[0].tool",
  ),
  "preset-unique": puts(presets, "[+]", ([first]: Preset[]) => first, "[+].id"),
  "search-address-agrees": puts(
    searches,
    "sources.PubMed[0].address",
    "https://pubmed.ncbi.nlm.nih.gov/?term=lymphoma",
    "sources.PubMed[0].query",
  ),
  "review-unique": puts(reviewPath, "reviews", [aReview, aReview], "reviews[1].part"),
  "reference-exists": inTrial("sources[0].reference", "nobody-2020"),
  "reference-unique": puts(
    referencesPath,
    "[+]",
    (all: Reference[]) => all.find(({ id }) => id === "roex-j-hematol-oncol-2020"),
    "[+].id",
  ),
  "reference-used": puts(
    referencesPath,
    "[+]",
    { id: "nobody-2020", type: "document", title: "Read by nobody" },
    "[+].id",
  ),
  "reference-identifies": inTrial("sources[0].pmid", "1"),
  "fact-sourced": puts(ideCel, "boxedWarnings[0].sources", []),
  "approval-not-in-future": puts(ideCel, "approvals[1].date", "2026-12"),
  "pending-dated": puts(ideCel, "approvals[1].decisionBy", "2027-01-31"),
  "superseded-has-successor": puts(
    productPath("cilta-cel"),
    "approvals[3].status",
    "pending",
    "approvals[2].status",
  ),
  "first-label-held": puts(
    teclistamab,
    "approvals",
    ({ approvals }: Product) => approvals.slice(1),
    "approvals[1].type",
  ),
  "one-approval-in-force": puts(
    productPath("elranatamab"),
    "approvals[+]",
    ({ approvals }: Product) => ({ ...approvals[1], priorLines: { min: 1, max: null } }),
    "approvals[+].status",
  ),
  "kind-is-of-approval": puts(teclistamab, "approvals[4].kind", "full"),
  "drug-exists": puts(teclistamab, "approvals[1].partners[0]", "Darzalex"),
  "regimen-has-partners": puts(teclistamab, "approvals[4].partners", []),
  "prior-lines-ascending": puts(ideCel, "approvals[1].priorLines", { min: 2, max: 1 }),
  "setting-agrees": several(
    inTrial("admittedLines", { min: 3, max: null }),
    inTrial("setting", "early"),
  ),
  "missing-is-missing": inTrial("missing[0]", "orr"),
  "step-up-ascending": puts(teclistamab, "dosing.stepUp[0].value.steps[1].day", 1),
  "hours-after-dose-once": puts(
    teclistamab,
    "monitoring[0].value.hospital[1].after",
    "first",
    "monitoring[0].value.hospital",
  ),
  "no-driving-has-time": puts(teclistamab, "monitoring[0].value.noDriving", "for a while"),
  "course-has-end": puts(teclistamab, "dosing.until", []),
  "stay-holds-median": puts(
    teclistamab,
    "logistics.stays[0].value.medianDays",
    30,
    "logistics.stays[0].value",
  ),
  "response-to-bridging": puts(
    productPath("cilta-cel"),
    "dosing.bridging[2].value.responded.n",
    37,
    "dosing.bridging[2].value.responded",
  ),
  "in-short-is-short": puts(
    teclistamab,
    "precautions[0].value.infection",
    false,
    "precautions[0].value.inShort",
  ),
  "contained-product-exists": puts(either, "contains", ["nobody", "elranatamab"], "contains[0]"),
  "slug-joins-contained": puts(either, "contains", ({ contains }: Product) =>
    contains.toReversed(),
  ),
  "cohort-exists": puts(karmmaSubgroups, "cohort.id", "nobody"),
  "cohort-product-agrees": puts(karmmaSubgroups, "products", ["cilta-cel"], "cohort.id"),
  "cohort-evidence-agrees": puts(karmmaSubgroups, "evidence", "real-world"),
  "side-exists": puts(krishnan, "figures[0].against", "nobody"),
  "reported-says-something": puts(sidana, "figures[0].note", null, "figures[0]"),
  "level-of-variable": (files) => {
    const { figures } = contentOf<SubgroupStudyFile>(files, karmmaSubgroups);
    const index = figures.findIndex(({ patients }) => typeof patients === "boolean");
    return puts(karmmaSubgroups, `figures[${index}].patients`, { min: 70, max: null })(files);
  },
  "kinds-of-level": puts(cartitude2, "figures[0].patients[1].n", 21, "figures[0].patients[1]"),
  "enrolled-said-once": puts("data/subgroups/habib-car-t-renal-2026.json", "enrolled", null),
  "reported-unique": puts(
    karmmaSubgroups,
    "figures[+]",
    ({ figures: [first] }: SubgroupStudyFile) => first,
  ),
  "contradicted-together": puts(
    "data/subgroups/single-centre-emd-2025.json",
    "figures[0].oddity",
    { kind: "contradiction", text: "made up" },
    "figures[1].oddity",
  ),
  "interval-holds-estimate": puts(maic, "figures[0].effect.interval", [0.9, 0.99]),
  "ratio-of-first-side": (files) => {
    const path = "data/comparisons/frerichs-primary-ivig.json";
    const { figures } = contentOf<ComparisonStudyFile>(files, path);
    const index = figures.findIndex(({ effect }) => effect !== null);
    const sides = { of: "primary-ivig", against: "observation" };
    Object.assign(entryWith(figures[index], "a ratio"), sides);
    return { file: path, field: `figures[${index}].effect` };
  },
  "template-replaced": inTrial("registry[0]", "NCT00000000"),
  "said-to-readers": inTrial("figures[0].locator", "Table 1, see source 2", "locator"),
  "release-unique": several(
    made,
    puts(changes, "minimumDataVersion", newer),
    puts(changes, "releases[1].version", newer),
  ),
  "release-order": several(made, puts(changes, "releases[1].date", "2026-12-02")),
  recall: several(made, puts(changes, "minimumDataVersion", newer)),
};

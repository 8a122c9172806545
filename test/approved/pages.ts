/**
 * Renders pages that take no question: what is known of a product, what was printed of a cohort, and the pages of the
 * site.
 */
import { readFileSync } from "node:fs";
import type { ApiReview } from "#data/schema.ts";
import { listCohortRecords } from "#server/answers/compute/whole-dataset.ts";
import { markOldSourceDatesOnPage } from "#server/pages/products/ages.tsx";
import { renderDocuments } from "#server/pages/products/products-page.tsx";
import { renderRecordPage } from "#server/pages/record/record-page.tsx";
import { pages as tableOfPages } from "#server/site.ts";

/** Lists records of which each brings something that no other brings. */
const recorded = [
  // This record has one arm, with cells collected.
  "lummicar-1-phase-2",
  // This record has several cuts, medians with their intervals, and many sources.
  "magnetismm-3",
  // This trial is randomised, and its drug is given with another one.
  "monumental-3-tal-d",
  // This record has patients shared with others, a construct in full, and sources that contradict each other.
  "legend-2-xian",
  // These records are of practice, from a congress and from an abstract only, with numbers that are not pooled.
  "us-plasma-cell-leukaemia-bispecifics-2025",
  "jourdes-bsab-france-2024",
];

const today = "2026-12-01";

/** Holds a made-up review, because no record is reviewed yet. */
const review: ApiReview = {
  ...{ when: today, role: "haematologist", version: "2026-11-20-00000000", isCurrent: true },
  checked: "every count against the paper",
};
const reviews: Readonly<Record<string, ApiReview>> = {
  reviewed: review,
  "changed-since": { ...review, isCurrent: false },
};
const records = listCohortRecords().filter(({ id }) => recorded.includes(id));

/** Every product, the lists of products, and some cohorts, each as it is sent. */
export const pages: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.entries(await renderDocuments()).map(([path, html]) => [
    path.replace(/\.html$/, ""),
    markOldSourceDatesOnPage(html, today),
  ]),
  ...records.map((record) => [`records/${record.id}`, renderRecordPage(record)]),
  ...Object.entries(reviews).flatMap(([name, reviewOfRecord]) =>
    records
      .slice(0, 1)
      .map((record) => [
        `records/${name}`,
        renderRecordPage({ ...record, review: reviewOfRecord }),
      ]),
  ),
]);

/** Names the pages of which every question or product has one, and the list of guides. */
const approvedElsewhere = ["/report", "/explore", "/products", "/docs"];

const titled = tableOfPages.filter(
  ({ title, path }) => title !== undefined && !approvedElsewhere.includes(path),
);

/** Names the pages of the site, as their approved files are named. */
export const sitePages = titled.map(({ path }) => path.slice(1) || "home");

const folders = titled.flatMap(({ built }) => built ?? []);
const built: Record<string, string>[] = await Promise.all(
  folders.map(async (folder) => {
    const { renderDocuments: make } = await import(
      `../../functions/server/pages/${folder}/${folder}-page.tsx`
    );
    return make((path: string) => readFileSync(path, "utf8"));
  }),
);

/** Maps the pages that the build writes to their HTML, by file name. */
export const builtPages: Readonly<Record<string, string>> = Object.assign({}, ...built);

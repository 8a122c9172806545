/** Pages that are asked no question: what is known of a product, and what was printed of a cohort. */
import { cohortRecords } from "#server/answers/whole-dataset.ts";
import { withAges } from "#server/pages/kit/ages.tsx";
import { documents } from "#server/pages/products/page.tsx";
import { recordPage } from "#server/pages/record/page.tsx";

/** Each brings something that no other brings. */
const recorded = [
  // Times of harms, medians with and without an interval, patients shared with others.
  "linker-mm1-200mg",
  // Several cuts, and sources that contradict each other.
  "magnetismm-1",
  // Randomised, and given with another drug.
  "majestec-3-tec-dara",
  // Of practice, known from an abstract only, rated by others.
  "germany-cilta-cel-2025",
  // Of a label, which pooled trials.
  "abecma-label-pooled-409",
];

const today = "2026-12-01";

/** Every product, the lists of products, and some cohorts, each as it is sent. */
export const pages: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.entries(documents()).map(([path, html]) => [
    path.replace(/\.html$/, ""),
    withAges(html, today),
  ]),
  ...cohortRecords()
    .filter(({ id }) => recorded.includes(id))
    .map((record) => [`records/${record.id}`, recordPage(record)]),
]);

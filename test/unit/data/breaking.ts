/** Ways to violate a rule in a copy of the files. */
import type { DataFile, Problem } from "#data/evidence.ts";
import type {
  Changes,
  Cohort,
  OwnReview,
  Product,
  PublishedFile,
  PublishedResult,
  Review,
} from "#data/schema.ts";
import { cohortIn, cohortPath, contentOf, figureOf, found } from "./files.ts";
import { sampleTrial } from "./samples.ts";

/** Violates one rule in a copy of the files and returns where that should be reported. */
export type Breakage = (files: DataFile[]) => Pick<Problem, "file" | "field">;

/** The path of an item in its list, so that no index is written by hand. */
export function at(list: readonly object[], item: object, name: string, field = ""): string {
  const index = list.indexOf(item);
  return `${name}[${index}]${field === "" ? "" : `.${field}`}`;
}

/** In the first time of the made-up trial. */
export function inTiming(
  field: string,
  change: (timing: Cohort["timing"][number]) => void,
): Breakage {
  return (files) => {
    change(found(cohortIn(files, sampleTrial).timing[0], "a time"));
    return { file: cohortPath(sampleTrial), field: `timing[0].${field}` };
  };
}

/** In the made-up trial. */
export function inFigure(
  outcome: string,
  field: string,
  change: (figure: Cohort["figures"][number]) => void,
): Breakage {
  return (files) => {
    const cohort = cohortIn(files, sampleTrial);
    const figure = figureOf(cohort, outcome);
    change(figure);
    return { file: cohortPath(sampleTrial), field: at(cohort.figures, figure, "figures", field) };
  };
}

export function inProduct(
  slug: string,
  field: string,
  change: (product: Product) => void,
): Breakage {
  return (files) => {
    const file = `data/products/${slug}.json`;
    change(contentOf<Product>(files, file));
    return { file, field };
  };
}

/** Has both classes, and single products of one of them. */
export const publishedPath = "data/published/liu-2024.json";

/** In its first result. */
export function inScope(field: string, change: (result: PublishedResult) => void): Breakage {
  return (files) => {
    change(found(contentOf<PublishedFile>(files, publishedPath).results[0], "a result"));
    return { file: publishedPath, field: `results[0].scope.${field}` };
  };
}

/** Releases and rows of the test in the history of the data. */
export function inChanges(field: string, change: (changes: Changes) => void): Breakage {
  return (files) => {
    const file = "data/changes.json";
    const changes = contentOf<Changes>(files, file);
    changes.releases = [
      { date: "2026-12-01", version: "2026-12-01-0123abcd", what: ["Two."] },
      { date: "2026-11-20", version: "2026-11-20-0123abcd", what: ["One."] },
    ];
    changes.minimumDataVersion = "2026-11-20-0123abcd";
    change(changes);
    return { file, field };
  };
}

export type ReviewFile = Review & { reviews: OwnReview[] };

export const reviewPath = "data/review.json";
export const approvalsPath = "data/approvals.json";
export const aReview: OwnReview = {
  cohort: null,
  when: "2026-11-21",
  role: "made-up role",
  version: "2026-11-20-00000000",
  checked: ["made up"],
  content: "0123456789abcdef",
};

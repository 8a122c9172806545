/** Exports one valibot schema for each kind of file in `data/`; all types of the project follow from them. */

export * from "./schema/cohort.ts";
export * from "./schema/lists.ts";
export * from "./schema/outcome.ts";
export * from "./schema/product.ts";
export * from "./schema/published.ts";
export * from "./schema/reference.ts";
export * from "./schema/review.ts";
export * from "./schema/risk-of-bias.ts";
export * from "./schema/searches.ts";
export * from "./schema/study-figures.ts";
export * from "./schema/timing.ts";

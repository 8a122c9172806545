/**
 * What a file in `data/` may say. One valibot schema per kind of file; every type
 * in the project is inferred from these, so a field exists here or nowhere.
 */
export * from "./schema/adjusted-comparison.ts";
export * from "./schema/cohort.ts";
export * from "./schema/outcome.ts";
export * from "./schema/preset.ts";
export * from "./schema/product.ts";
export * from "./schema/published.ts";
export * from "./schema/reference.ts";
export * from "./schema/review.ts";
export * from "./schema/subgroup.ts";

/** Tests that the types of the code are those of the API schemas; nothing else fails if only the type becomes wider. */
import type * as v from "valibot";
import { describe, expectTypeOf, it } from "vitest";
import type { StatedQuery } from "#core/question/query.ts";
import type { QueryProblem } from "#core/question/query-problem.ts";
import type { ProductFacts } from "#data/build/provenance.ts";
import type { ComputeCohort, ComputeFigure, ComputeProduct } from "#data/compute-set.ts";
import type { CohortRecord, gatherWholeDataset } from "#server/answers/compute/whole-dataset.ts";
import type { makeDatasetSchema } from "#server/api/dataset.ts";
import type {
  citedFigureSchema,
  cohortListItemSchema,
  cohortRecordSchema,
} from "#server/api/schemas/cohort.ts";
import type { productFactsSchema, productListItemSchema } from "#server/api/schemas/product.ts";
import type { questionSchema } from "#server/api/schemas/question.ts";
import type { problemSchema, queryProblemSchema } from "#server/documentation/document.ts";
import type { Problem } from "#server/http/problem.ts";

/** Makes everything readonly, because that does not matter in JSON. */
type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

type Of<Schema extends v.GenericSchema> = Frozen<v.InferOutput<Schema>>;

// The types do not follow from the schemas, and are compared in both directions; the compiler runs these tests.
describe("the schema and the type are the same", () => {
  it("of a question", () => {
    expectTypeOf<Of<typeof questionSchema>>().toEqualTypeOf<Frozen<StatedQuery>>();
  });

  it("of a cohort", () => {
    type Listed = Omit<Of<typeof cohortListItemSchema>, "phase" | "outcomes" | "href">;
    type Cohort = Omit<ComputeCohort, "figures" | "landmarks">;
    expectTypeOf<Frozen<Listed>>().toEqualTypeOf<Frozen<Cohort>>();
    expectTypeOf<Of<typeof cohortRecordSchema>>().toEqualTypeOf<Frozen<CohortRecord>>();
    type Provenance = "derived" | "derivedRange" | "definition" | "locator";
    type Cited = Omit<Of<typeof citedFigureSchema>, Provenance | "by" | "exposureMonths">;
    expectTypeOf<Frozen<Cited>>().toEqualTypeOf<Frozen<ComputeFigure>>();
  });

  it("of a product", () => {
    expectTypeOf<Of<typeof productFactsSchema>>().toEqualTypeOf<Frozen<ProductFacts>>();
    type Listed = Omit<Of<typeof productListItemSchema>, "sponsor" | "cohorts" | "href">;
    expectTypeOf<Frozen<Listed>>().toEqualTypeOf<Frozen<ComputeProduct>>();
  });

  it("of the whole dataset", () => {
    type Whole = Of<ReturnType<typeof makeDatasetSchema>>;
    expectTypeOf<Whole>().toEqualTypeOf<Frozen<ReturnType<typeof gatherWholeDataset>>>();
  });

  it("of a problem", () => {
    expectTypeOf<Of<typeof queryProblemSchema>>().toEqualTypeOf<Frozen<QueryProblem>>();
    expectTypeOf<Of<typeof problemSchema>["status"]>().toEqualTypeOf<Problem["status"]>();
  });
});

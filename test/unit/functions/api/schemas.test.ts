/** The schemas of answers and the types of what is answered are one, both ways; the compiler runs this test. */
import type { InferOutput } from "valibot";
import { describe, expectTypeOf, it } from "vitest";
import type { ComputeCohort, ComputeFigure, ComputeProduct } from "../../../../data/compute-set.ts";
import type { ProductFacts } from "../../../../data/product-facts.ts";
import type { CohortRecord } from "../../../../functions/api/cohort-record.ts";
import type {
  analysisSchema,
  metaRegressionSchema,
} from "../../../../functions/api/schemas/analyses.ts";
import type {
  citedFigureSchema,
  cohortListItemSchema,
  cohortRecordSchema,
} from "../../../../functions/api/schemas/cohort.ts";
import type {
  agreementSchema,
  comparisonTableSchema,
  subgroupTableSchema,
  variableCountSchema,
} from "../../../../functions/api/schemas/collections.ts";
import type { comparisonSchema } from "../../../../functions/api/schemas/comparison.ts";
import type { wholeDatasetSchema } from "../../../../functions/api/schemas/dataset.ts";
import type {
  problemSchema,
  queryProblemSchema,
} from "../../../../functions/api/schemas/problem.ts";
import type {
  productFactsSchema,
  productListItemSchema,
} from "../../../../functions/api/schemas/product.ts";
import type { querySchema } from "../../../../functions/api/schemas/query.ts";
import type { wholeDataset } from "../../../../functions/api/whole-dataset.ts";
import type { Agreement } from "../../../../functions/comparison/agreement.ts";
import type { Comparison } from "../../../../functions/comparison/answer.ts";
import type { MetaRegression } from "../../../../functions/comparison/meta-regression.ts";
import type { QueryProblem } from "../../../../functions/comparison/parse-query.ts";
import type { Analysis } from "../../../../functions/comparison/sensitivity.ts";
import type { ComparisonTable } from "../../../../functions/evidence/adjusted-comparisons.ts";
import type { Query } from "../../../../functions/evidence/query.ts";
import type { SubgroupTable, VariableCount } from "../../../../functions/evidence/subgroups.ts";
import type { Problem } from "../../../../functions/problem.ts";

/** Whether a list may be changed says nothing of its JSON. */
type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

/** The rules of the data let no source be missing, which an index cannot say. */
type Present<T> = T extends readonly (infer Item)[]
  ? Present<Item>[]
  : T extends { source: unknown }
    ? Omit<T, "source"> & { source: Exclude<T["source"], undefined> }
    : T;

describe("the schema and the type are the same", () => {
  it("of a comparison and its question", () => {
    expectTypeOf<Frozen<InferOutput<typeof comparisonSchema>>>().toEqualTypeOf<
      Frozen<Comparison<string>>
    >();
    expectTypeOf<Frozen<InferOutput<typeof querySchema>>>().toEqualTypeOf<Frozen<Query>>();
  });

  it("of sensitivity and meta-regression", () => {
    expectTypeOf<Frozen<InferOutput<typeof analysisSchema>>>().toEqualTypeOf<Frozen<Analysis>>();
    type Stamp = "answerVersion" | "dataVersion" | "query" | "canonical";
    type Regression = Omit<InferOutput<typeof metaRegressionSchema>, Stamp>;
    expectTypeOf<Frozen<Regression>>().toEqualTypeOf<Frozen<MetaRegression>>();
  });

  it("of a cohort", () => {
    type Listed = Omit<InferOutput<typeof cohortListItemSchema>, "outcomes" | "href">;
    expectTypeOf<Frozen<Listed>>().toEqualTypeOf<
      Frozen<Omit<ComputeCohort, "figures" | "landmarks">>
    >();
    expectTypeOf<Frozen<InferOutput<typeof cohortRecordSchema>>>().toEqualTypeOf<
      Frozen<CohortRecord>
    >();
    type Provenance = "derived" | "derivedRange" | "definition" | "locator";
    type Cited = Omit<InferOutput<typeof citedFigureSchema>, Provenance>;
    expectTypeOf<Frozen<Cited>>().toEqualTypeOf<Frozen<ComputeFigure>>();
  });

  it("of a product", () => {
    expectTypeOf<Frozen<InferOutput<typeof productFactsSchema>>>().toEqualTypeOf<
      Frozen<ProductFacts>
    >();
    type Listed = Omit<InferOutput<typeof productListItemSchema>, "cohorts" | "href">;
    expectTypeOf<Frozen<Listed>>().toEqualTypeOf<Frozen<ComputeProduct>>();
  });

  it("of subgroups, comparisons of others and agreement", () => {
    type Table = InferOutput<typeof subgroupTableSchema>;
    expectTypeOf<Frozen<Omit<Table, "levels">>>().toEqualTypeOf<
      Frozen<Omit<SubgroupTable, "levels">>
    >();
    expectTypeOf<Frozen<Table["levels"]>>().toEqualTypeOf<
      Frozen<Present<SubgroupTable["levels"]>>
    >();
    expectTypeOf<Frozen<InferOutput<typeof variableCountSchema>>>().toEqualTypeOf<
      Frozen<VariableCount>
    >();
    type Rows = InferOutput<typeof comparisonTableSchema>;
    expectTypeOf<Frozen<Omit<Rows, "rows">>>().toEqualTypeOf<
      Frozen<Omit<ComparisonTable, "rows">>
    >();
    expectTypeOf<Frozen<Rows["rows"]>>().toEqualTypeOf<Frozen<Present<ComparisonTable["rows"]>>>();
    expectTypeOf<Frozen<InferOutput<typeof agreementSchema>>>().toEqualTypeOf<Frozen<Agreement>>();
  });

  it("of the whole dataset", () => {
    expectTypeOf<Frozen<InferOutput<typeof wholeDatasetSchema>>>().toEqualTypeOf<
      Frozen<ReturnType<typeof wholeDataset>>
    >();
  });

  it("of a problem", () => {
    expectTypeOf<Frozen<InferOutput<typeof queryProblemSchema>>>().toEqualTypeOf<
      Frozen<QueryProblem>
    >();
    expectTypeOf<InferOutput<typeof problemSchema>["status"]>().toEqualTypeOf<Problem["status"]>();
  });
});

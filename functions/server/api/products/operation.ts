/** Describes `/v1/products` and its parameters. */
import { dataset } from "#core/dataset.ts";
import { type Described, usual } from "../../documentation/described.ts";
import { inPath } from "../../documentation/resource-parameters.ts";
import { productDetailSchema, productListSchema } from "./schema.ts";

export { constants } from "./constants.ts";

export const operations: readonly Described[] = [
  {
    ...usual,
    id: "getProducts",
    path: "/v1/products",
    tag: "Evidence",
    summary: "Every product",
    description: "Names, targets and the regions with an approval in force.",
    parameters: [],
    json: productListSchema,
    example: "/v1/products",
  },
  {
    ...usual,
    id: "getProduct",
    path: "/v1/products/{slug}",
    tag: "Evidence",
    summary: "One product with what its labels say",
    description: "Approvals, dosing, monitoring and warnings, each with its sources and dates.",
    parameters: [
      inPath(
        "slug",
        dataset.products.map(({ slug }) => slug),
      ),
    ],
    json: productDetailSchema,
    example: "/v1/products/teclistamab",
    also: [404],
  },
];

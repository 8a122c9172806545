/** One path of every route that the service has, as the app lists them. */
import { dataset } from "#core/dataset.ts";
import { app } from "../../functions/app.ts";
import { anyCohort } from "./any-cohort.ts";

const [anyProduct] = dataset.products;
const ids: Readonly<Record<string, string>> = {
  ":id": anyCohort.id,
  ":name": "getComparison",
  ":slug": anyProduct?.slug ?? "",
};

export const everyPath: readonly string[] = [
  ...new Set(
    app.routes
      .filter(({ method }) => method === "GET")
      .map(({ path }) => path.replace(/:\w+/g, (name) => ids[name] ?? name)),
  ),
];

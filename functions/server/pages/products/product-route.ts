/** Serves `GET /products/{slug}`. */
import { computeSet } from "#data/generated/compute-set.ts";
import { respondWithBuiltFile } from "../../http/built-file.ts";
import { noParameters } from "../../http/closed-parameters.ts";
import type { Routes } from "../../http/environment.ts";
import { makeHeaderProfileMiddleware } from "../../http/middleware/response-headers.ts";
import { respondWithProblem } from "../../http/problem.ts";
import { markOldSourceDatesOnPage } from "./ages.tsx";

export const routes: Routes = {
  "/products/:slug": [
    makeHeaderProfileMiddleware("page"),
    noParameters,
    (context) => {
      const slug = context.req.param("slug") ?? "";
      if (!computeSet.products.some((product) => product.slug === slug)) {
        const detail = "There is no product of this name. /products lists all of them.";
        return respondWithProblem({ status: 404, detail });
      }
      // The day decides which sources are stale, so it is part of the ETag.
      const today = new Date().toISOString().slice(0, "2026-11-21".length);
      return respondWithBuiltFile(context, {
        file: `/products/${slug}.html`,
        contentType: "text/html; charset=utf-8",
        adapt: (html) => markOldSourceDatesOnPage(html, today),
        adaptedBy: today,
      });
    },
  ],
};

/** Serves `GET /products/{slug}`. */
import { computeSet } from "#data/generated/compute-set.ts";
import { builtFile } from "../../http/built-file.ts";
import { noParameters } from "../../http/closed-parameters.ts";
import { servedAs } from "../../http/middleware/response-headers.ts";
import { problemResponse } from "../../http/problem.ts";
import type { Routes } from "../../http/route.ts";
import { withAges } from "./ages.tsx";

export const routes: Routes = {
  "/products/:slug": [
    servedAs("page"),
    noParameters,
    (context) => {
      const slug = context.req.param("slug") ?? "";
      if (!computeSet.products.some((product) => product.slug === slug)) {
        const detail = "There is no product of this name. /products lists all of them.";
        return problemResponse({ status: 404, detail });
      }
      // The day decides which sources are stale, so it is part of the ETag.
      const today = new Date().toISOString().slice(0, "2026-11-21".length);
      return builtFile(context, {
        file: `/products/${slug}.html`,
        contentType: "text/html; charset=utf-8",
        adapt: (html) => withAges(html, today),
        adaptedBy: today,
      });
    },
  ],
};

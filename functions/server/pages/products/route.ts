/** `GET /products` for all regions or one, and `/products/{slug}`. */
import type { Context } from "hono";
import { computeSet } from "#data/generated/compute-set.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { builtFile } from "../../http/built-file.ts";
import { closedParameters } from "../../http/closed-parameters.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { servedAs } from "../../http/middleware/header-profile.ts";
import { repeated } from "../../http/patient-like.ts";
import { problemResponse, queryProblemResponse } from "../../http/problem.ts";
import type { Routes } from "../../http/route.ts";
import { withAges } from "../kit/ages.tsx";

export const routes: Routes = {
  "/products": [
    servedAs("page"),
    (context) => {
      const { searchParams } = new URL(context.req.url);
      const { values, problems } = closedParameters(searchParams, {
        region: labelRegions,
        availability: [...labelRegions, "any"],
      });
      if (problems) {
        return queryProblemResponse(problems);
      }
      const asked = values.region ?? values.availability;
      const region = labelRegions.find((one) => one === asked);
      return marked(context, region ? `/products-${region}.html` : "/products.html");
    },
  ],
  "/products/:slug": [
    servedAs("page"),
    (context) => {
      const slug = context.req.param("slug") ?? "";
      const { searchParams } = new URL(context.req.url);
      const { problems } = closedParameters(searchParams, {});
      if (problems) {
        return queryProblemResponse(problems);
      }
      if (!computeSet.products.some((one) => one.slug === slug)) {
        const detail = `No product here is called “${repeated(slug)}”.`;
        return problemResponse({ status: 404, detail });
      }
      return marked(context, `/products/${slug}.html`);
    },
  ],
};

/** What is stale depends on the day, so the day is part of the validator. */
function marked(context: Context<HonoEnvironment>, file: string): Promise<Response> {
  const today = new Date().toISOString().slice(0, "2026-11-21".length);
  return builtFile(context, {
    file,
    contentType: "text/html; charset=utf-8",
    adapt: (html) => withAges(html, today),
    adaptedBy: today,
  });
}

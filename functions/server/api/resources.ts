/**
 * Every resource of the API by the name of its folder, in the order of the documentation. The app
 * mounts the routes. `operations.ts` reads the descriptions in the folders, and so do the tests.
 */
import type { Hono } from "hono";
import type { HonoEnvironment } from "../http/environment.ts";
import { routes as brief } from "./brief/route.ts";
import { routes as changes } from "./changes/route.ts";
import { routes as choices } from "./choices/route.ts";
import { routes as cohorts } from "./cohorts/route.ts";
import { routes as comparison } from "./comparison/route.ts";
import { routes as comparisons } from "./comparisons/route.ts";
import { routes as dataset } from "./dataset/route.ts";
import { routes as forest } from "./forest/route.ts";
import { routes as health } from "./health/route.ts";
import { routes as metaRegression } from "./meta-regression/route.ts";
import { routes as openapi } from "./openapi/route.ts";
import { routes as outcomes } from "./outcomes/route.ts";
import { routes as picture } from "./picture/route.ts";
import { routes as products } from "./products/route.ts";
import { routes as published } from "./published/route.ts";
import { routes as scripts } from "./scripts/route.ts";
import { routes as sensitivity } from "./sensitivity/route.ts";
import { routes as subgroups } from "./subgroups/route.ts";
import { routes as timing } from "./timing/route.ts";

/** By URL path. */
type Routes = Readonly<Record<string, Hono<HonoEnvironment>>>;

export const resources = {
  comparison,
  choices,
  forest,
  picture,
  brief,
  sensitivity,
  "meta-regression": metaRegression,
  outcomes,
  cohorts,
  products,
  subgroups,
  timing,
  comparisons,
  published,
  changes,
  dataset,
  openapi,
  scripts,
  health,
} satisfies Readonly<Record<string, Routes>>;

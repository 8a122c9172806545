/** Every resource by the name of its file, in the order of the documentation. */
import type { Routes } from "../http/route.ts";
import { routes as changes } from "./changes.ts";
import { routes as choices } from "./choices.ts";
import { routes as cohorts } from "./cohorts.ts";
import { routes as comparison } from "./comparison.ts";
import { routes as comparisons } from "./comparisons.ts";
import { routes as dataset } from "./dataset.ts";
import { routes as forest } from "./forest.ts";
import { routes as health } from "./health.ts";
import { routes as metaRegression } from "./meta-regression.ts";
import { routes as openapi } from "./openapi.ts";
import { routes as outcomes } from "./outcomes.ts";
import { routes as products } from "./products.ts";
import { routes as published } from "./published.ts";
import { routes as reproduce } from "./reproduce.ts";
import { routes as screen } from "./screen.ts";
import { routes as scripts } from "./scripts.ts";
import { routes as subgroups } from "./subgroups.ts";
import { routes as timing } from "./timing.ts";

export const resources = {
  comparison,
  screen,
  choices,
  forest,
  reproduce,
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

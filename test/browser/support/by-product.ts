/** Products side by side, on the screen. */
import type { Page } from "playwright-core";
import { english } from "#presentation/words/catalogue.ts";

export const { title, classes } = english.byProduct;
export const { compareProducts } = english.detail;
export const heading = (page: Page) => page.getByRole("heading", { name: title });
export const questionOf = (page: Page) => decodeURIComponent(new URL(page.url()).search);

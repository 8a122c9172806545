/** The region of a reader, on the screen. */
import type { Page } from "playwright-core";
import { chip, choice, openSheet } from "./screen.ts";

export const region = (page: Page) => chip(page, "Approved");

export async function choose(page: Page, label: string): Promise<void> {
  await choice(await openSheet(page, "Approved"), label).click();
}

/** The page that makes snippets. */
import type { Page } from "playwright-core";
import { choice, openSheet } from "./screen.ts";
import { answerTo, expectToShow } from "./shown-answer.ts";

export type SnippetName = "As an element" | "As a frame" | "As a link";

export const snippet = (page: Page, name: SnippetName) =>
  page.getByRole("region", { name, exact: true }).locator("code");
export const textOf = (page: Page, name: SnippetName) => snippet(page, name).innerText();
export const code = (page: Page) => page.getByRole("img", { name: /QR code/ });

export async function setEarly(page: Page): Promise<void> {
  await choice(await openSheet(page, "Prior lines"), "Earlier").click();
  await expectToShow(page, await answerTo("setting=early"));
}

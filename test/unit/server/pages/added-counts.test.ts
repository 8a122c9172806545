/**
 * Tests pages of which the numbers count what a reader added: each says so at its head, and no link leads to an
 * address, which would have other numbers.
 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addCounts, removeCounts } from "../../../support/added-counts.ts";
import { answerOf } from "../../../support/in-process.ts";

const note = "With counts added by the reader (Our centre): not reviewed, not published.";

/** Returns the main part of a page, which the frame of the site surrounds. */
async function mainOf(path: string): Promise<string> {
  const answer = await answerOf(path, { headers: { accept: "text/html" } });
  expect(answer.status, path).toBe(200);
  const [, main = ""] = /<main\b[^>]*>(.*)<\/main>/s.exec(await answer.text()) ?? [];
  return main;
}

const pages = [
  ...["/report", "/report?outcome=toxicity", "/report?outcome=survival", "/report?compare=product"],
  ...["/report?product=cilta-cel,teclistamab", "/report?outcome=orr&availability=us"],
  ...["/report?compare=lines&outcome=orr", "/report?compare=product&outcome=survival"],
  ...["/explore", "/explore?outcome=crs-3&compare=evidence"],
];

beforeEach(() => addCounts(true));
afterEach(removeCounts);

describe.each(pages)("%s", (path) => {
  it("says at its head that counts of the reader are in it", async () => {
    const main = await mainOf(path);
    const head = main.slice(0, main.indexOf("</h1>") + 4000);
    const [above = ""] = head.split(/<(?:article|ol|table|section)\b/);
    expect(above).toContain(note);
  });

  it("links to no address with the numbers of an answer, and to no record of added counts", async () => {
    const main = await mainOf(path);
    const links = [...main.matchAll(/ href="([^"]*)"/g)].map(([, href = ""]) => href);
    expect(links.length).toBeGreaterThan(0);
    // A named set never counts added counts, so its pages are as its addresses.
    const toAnswers =
      /^\/(?:embed|report|explore(?!\?set=)|v1\/(?:comparison|forest|reproduce|meta-))/;
    expect(links.filter((href) => toAnswers.test(href))).toEqual([]);
    expect(links.filter((href) => href.includes("added-"))).toEqual([]);
  });

  it("says nothing of them if its numbers do not count them", async () => {
    const addresses = async () => (await mainOf(path)).match(/ href="\/(?:embed|report|explore)/g);
    addCounts(false);
    expect(await mainOf(path)).not.toContain("With counts added");
    expect(await addresses()).not.toBeNull();
  });
});

/**
 * Tests the page of every cohort's record: each figure in its place, each source, and no other.
 * `test/approved/pages.ts` holds its words.
 */
import { describe, expect, it } from "vitest";
import { type CohortRecord, listCohortRecords } from "#server/answers/compute/whole-dataset.ts";
import { makeFigureId, makeMedianId } from "#server/pages/record/figures.tsx";
import { renderRecordPage } from "#server/pages/record/record-page.tsx";
import { tagsOf, textOf } from "../../../../support/html.ts";
import { evidence } from "../../../data/files.ts";

/** Removes all blanks, because tags are between words and inside them. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, "");
}

function readable(html: string): string {
  return squeezed(textOf(html).replaceAll("&quot;", '"').replaceAll("&#39;", "'"));
}

interface Expected {
  place: string;
  source: number;
  /** Lists the texts that the row of a figure must contain, in this order. */
  texts: readonly (string | number | null)[];
}

function expectedOf({ figures, landmarks, medians }: CohortRecord): Expected[] {
  return [
    ...figures.map(({ outcome, cut, source, events, n, percentPrinted, locator }) => ({
      ...{ place: makeFigureId(outcome, cut), source },
      // If there is no count, the percentage stands first.
      texts: [
        ...(events === null
          ? [percentPrinted && `${percentPrinted} %`, n && `n ${n}`]
          : [events, n && `of ${n}`, percentPrinted && `${percentPrinted} %`]),
        locator,
      ],
    })),
    ...landmarks.map(({ family, month, cut, source, n, locator }) => ({
      ...{ place: makeFigureId(`${family}-${month}`, cut), source },
      texts: [`at ${month} months`, n && `n ${n}`, locator],
    })),
    ...medians.map(({ family, cut, source, months, locator }) => ({
      ...{ place: makeMedianId(family, cut), source },
      texts: [months === null ? "not reached" : `${months} months`, locator],
    })),
  ];
}

const { knownDiscrepancies } = evidence();
const all = listCohortRecords().map((record) => ({ record, page: renderRecordPage(record) }));

describe("the page of every cohort", () => {
  it("has every figure of the record in its place with its source, and no other", () => {
    for (const { record, page } of all) {
      const matches = page.matchAll(/<tr id="([^"]+)"[\s\S]*?(?=<tr id="|<\/table>)/g);
      const rows = new Map([...matches].map(([row, id]) => [id, row]));
      const expected = expectedOf(record);
      expect([...rows.keys()].sort()).toEqual(expected.map(({ place }) => place).sort());
      for (const { place, source, texts } of expected) {
        const row = rows.get(place) ?? "";
        expect(row).toContain(`href="#source-${source + 1}"`);
        let remaining = readable(row);
        for (const printed of texts) {
          const at = remaining.indexOf(squeezed(`${printed ?? ""}`));
          expect(at, `${record.id} ${place}: ${printed}`).toBeGreaterThanOrEqual(0);
          remaining = remaining.slice(at);
        }
      }
    }
  });

  it("cites every source in full, and links to papers, registries and cohorts only", () => {
    for (const { record, page } of all) {
      const text = readable(page);
      for (const [index, source] of record.sources.entries()) {
        expect(page).toContain(`id="source-${index + 1}"`);
        for (const part of [source.citation, source.doi, source.pmid, source.seenAt]) {
          expect(text).toContain(squeezed(part ?? ""));
        }
        if (source.href) expect(page).toContain(`href="${source.href.replaceAll("&", "&amp;")}"`);
      }
      for (const { with: overlapping, reason } of record.overlaps) {
        expect(page).toContain(`href="/v1/cohorts/${overlapping}"`);
        expect(text).toContain(squeezed(reason));
      }
      const links = tagsOf(page).filter((tag) => tag.startsWith("<a "));
      for (const link of links.filter((tag) => /href="https?:/.test(tag))) {
        expect(link).toContain('target="_blank" rel="noreferrer"');
      }
      for (const link of links) expect(link).toMatch(/href="(?:https?:\/\/|\/|#)/);
    }
  });

  it("says its own known discrepancies, and those of no other", () => {
    expect(knownDiscrepancies.some((discrepancy) => "cohort" in discrepancy)).toBe(true);
    for (const { record, page } of all) {
      const text = readable(page);
      for (const discrepancy of knownDiscrepancies) {
        const isOwn = "cohort" in discrepancy && discrepancy.cohort === record.id;
        expect(text.includes(squeezed(discrepancy.reason))).toBe(isOwn);
      }
    }
  });
});

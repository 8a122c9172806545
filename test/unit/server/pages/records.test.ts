/**
 * Pages of products, of records and for who signs them: what they list, and that they grow old by the day.
 * `test/approved/pages.ts` holds their words.
 */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { products } from "#data/generated/products.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { formatDate } from "#presentation/words/dates-and-times.ts";
import { answerClassesInFull } from "#server/answers/compute/full-answer.ts";
import { type CohortRecord, listCohortRecords } from "#server/answers/compute/whole-dataset.ts";
import { isStaleDate } from "#server/pages/products/ages.tsx";
import { makeProductFactsView } from "#server/pages/products/facts.tsx";
import { groupApprovalsWithSameWording } from "#server/pages/products/label.tsx";
import { makeFigureId, makeMedianId } from "#server/pages/record/figures.tsx";
import { renderRecordPage } from "#server/pages/record/record-page.tsx";
import { listReviewParts } from "#server/pages/review/review-items.ts";
import { askBuilt, textAt } from "../../../support/built-app.ts";
import { tagsOf, textOf } from "../../../support/html.ts";
import { evidence } from "../../data/files.ts";

/** Removes all blanks, because tags are between words and inside them. */
const squeezed = (text: string) => text.replace(/\s+/g, "");
const readable = (html: string) => squeezed(textOf(html).replaceAll("&#39;", "'"));

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
      for (const link of tagsOf(page).filter((tag) => tag.startsWith("<a "))) {
        expect(link).toMatch(/href="(?:\/|#)|href="https?:\/\/.* target="_blank" rel="noreferrer"/);
      }
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

const everyProduct = Object.values(products);

describe("age", () => {
  const today = new Date().toISOString().slice(0, 10);

  it.each([
    ["2026-05-25", false],
    ["2026-05-24", true],
    ["2026-06", false],
    ["2026-05", true],
    ["2026", true],
    ["2026-11-21", false],
  ])("of %s is too great on 2026-11-21: %s", (date, stale) => {
    expect(isStaleDate(date, "2026-11-21")).toBe(stale);
  });

  it.each(
    everyProduct.filter(({ sources }) => sources.length > 0).map(({ slug }) => `/products/${slug}`),
  )("of %s is said once, beside the sources, as of today, and at each old one", async (path) => {
    const text = await textAt(path);
    const dates = [
      ...text.matchAll(/<time class="as-of" datetime="([\d-]+)">[^<]*<\/time>( \(old\))?/g),
    ];
    const old = dates.filter(([, date = ""]) => isStaleDate(date, today));
    const count = `${old.length} of ${dates.length} dates are more than 180 days old`;
    expect(textOf(text).split(count)).toHaveLength(2);
    expect(dates.filter(([, , mark]) => mark)).toEqual(old);
  });

  it("changes the validator with the day", async () => {
    expect((await askBuilt("/products/teclistamab")).headers.get("etag")).toContain(today);
  });
});

it("leaves out what is superseded, and the remarks of who collected", () => {
  for (const product of everyProduct) {
    const text = JSON.stringify([
      makeProductFactsView(product),
      groupApprovalsWithSameWording(product.approvals).map(({ lines, asks }) => [lines, asks]),
    ]);
    expect(text).not.toMatch(/superseded/);
    for (const { note } of [...product.approvals, ...product.monitoring, ...product.codes]) {
      if (note !== null) expect(text).not.toContain(JSON.stringify(note).slice(1, -1));
    }
  }
});

describe("a label that replaced another one", () => {
  const replaced = everyProduct.flatMap(({ slug, approvals }) =>
    approvals
      .filter(({ status }) => status === "superseded")
      .map(({ region, date }) => [slug, region, date] as const),
  );

  it.each(replaced)("of %s, %s, says that it was there from %s", async (slug, _, date) => {
    const day = date === null ? "first day not reported" : `since ${formatDate(date)}`;
    expect((await textAt(`/products/${slug}`)).toLowerCase()).toContain(day.toLowerCase());
  });

  it("only because its approval was converted has the day of the first and names the kind", async () => {
    const text = await textAt("/products/teclistamab");
    expect(text).toContain("Since 25 Oct 2022 (accelerated until Mar 2026)");
    // That with daratumumab is another label, and began in that month.
    expect(text.match(/Since Mar 2026/g)).toHaveLength(1);
  });

  it("because it was extended has its own day, then the lines and the day of the first", async () => {
    expect(await textAt("/products/cilta-cel")).toContain(
      "Since 5 Apr 2024 (before: after 4 or more prior lines, since 28 Feb 2022)",
    );
  });
});

it("the label has every approval in force of every product once, with its sources", () => {
  for (const product of everyProduct) {
    const lines = groupApprovalsWithSameWording(product.approvals);
    const places = lines.flatMap(({ approvals }) => approvals);
    for (const { region, sources } of product.approvals.filter(({ inForce }) => inForce)) {
      expect(places).toContainEqual(expect.objectContaining({ region, sources }));
    }
    const approvalsShown = product.approvals.filter(
      ({ inForce, status }) => inForce || status === "pending" || status === "not-approved",
    );
    expect([product.slug, places.length]).toEqual([product.slug, approvalsShown.length]);
  }
});

const parts = listReviewParts([{ name: "A rule", says: "<p>A rule.</p>" }]);
const itemsOf = (id: string) => parts.find((part) => part.id === id)?.items ?? [];

describe("the page that a clinician signs", () => {
  it("has every figure that a row of the default question pools, once, that which moves its number most first", () => {
    const { outcomes } = answerClassesInFull(parseQueryTextOrThrow("", dataset));
    const pooled = outcomes.flatMap(({ outcome, pools }) =>
      therapyClasses.flatMap((group) =>
        pools[group].studies.map(({ cohort }) => `${outcome} ${cohort}`),
      ),
    );
    const listed = itemsOf("figures").map(({ id }) => id.split(" ").slice(0, 2).join(" "));
    expect(pooled.length).toBeGreaterThan(20);
    expect(listed.toSorted()).toEqual(pooled.toSorted());
    const moves = itemsOf("figures").map(({ weight }) =>
      weight === "without it there is no number" ? 101 : Number(/(\d+) of 100$/.exec(weight)?.[1]),
    );
    expect(moves).toEqual(moves.toSorted((a, b) => b - a));
  });

  it("says of each pooled figure and each row of a randomised trial where in its source it stands", () => {
    const located = [...itemsOf("figures"), ...itemsOf("randomised")];
    const without = located.filter(({ sources }) => !sources.some(({ place }) => place !== ""));
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it("has the labels of a region together, and each drug's label of each region once", () => {
    const regions = itemsOf("labels").map(({ signs }) => signs);
    expect(regions.slice(0, 2)).toEqual(["labels us", "labels us"]);
    const runs = regions.filter((region, index) => region !== regions[index - 1]);
    expect(runs).toEqual([...new Set(regions)]);
  });

  it("gives each item a name of its own, and a source or the reason why none is needed", () => {
    const items = parts.flatMap((part) => part.items);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const without = items.filter(
      ({ sources, signs }) => sources.length === 0 && !signs.startsWith("rule "),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});

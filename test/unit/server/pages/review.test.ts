/** Tests which items the page `/review` asks a clinician to check. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { answerClassesInFull } from "#server/answers/compute/full-answer.ts";
import { listReviewParts } from "#server/pages/review/review-items.ts";
import { renderReviewPage } from "#server/pages/review/review-page.tsx";
import { textOf } from "../../../support/html.ts";

const parts = listReviewParts(["<p>A rule.</p>"]);
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

  it("says beside each item what was signed before, and whether it has changed since", () => {
    const review = { when: "2026-12-01", role: "haematologist", version: "x", checked: ["all"] };
    const signed = {
      rules: null,
      labels: { ...review, isCurrent: false },
      cohorts: { karmma: { ...review, isCurrent: true } },
    };
    const count = (text: string, signature: string) => text.split(signature).length - 1;
    const text = textOf(renderReviewPage(parts, signed));
    const ofKarmma = parts.flatMap(({ items }) => items).filter(({ signs }) => signs === "karmma");
    expect(ofKarmma.length).toBeGreaterThan(1);
    expect(count(text, "Signed by a haematologist, 1 Dec 2026.")).toBe(ofKarmma.length);
    expect(count(text, "Signed by a haematologist, 1 Dec 2026; changed since.")).toBe(
      itemsOf("labels").length,
    );
    const none = { rules: null, labels: null, cohorts: {} };
    expect(textOf(renderReviewPage(parts, none))).not.toContain("Signed by");
  });

  it("gives each item a name of its own, and a source or the reason why none is needed", () => {
    const items = parts.flatMap((part) => part.items);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const without = items.filter(({ sources, signs }) => sources.length === 0 && signs !== "rules");
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});

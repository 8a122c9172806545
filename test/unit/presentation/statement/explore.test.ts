/** What `/explore` says is what the answers hold: every number once, no class beside another's trials. */
import { expect, it } from "vitest";
import { metaRegression } from "#core/answer/meta-regression.ts";
import { dataset } from "#core/dataset.ts";
import type { Agreement } from "#core/others/published-values.ts";
import type { Explored } from "#presentation/statement/explore.ts";
import { hereTexts } from "#presentation/statement/explore-published.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { askPublished, askRegression } from "#server/answers/explore.ts";
import { asked } from "../../../support/queries.ts";

function exploring(id: string, compare = "evidence", rest = ""): Explored {
  const outcome = dataset.outcomes.find((one) => one.id === id);
  if (!outcome) throw new Error(id);
  const base = asked(`outcome=${id}${rest}`, dataset);
  const query = asked(`compare=${compare}&outcome=${id}${rest}`, dataset);
  return { base, query, outcome, moderator: "prior-lines" };
}

it("the slope of a regression is that of the answer, and survival has none", () => {
  const question = exploring("orr");
  const { terms, points } = metaRegression(question.base, question.outcome, "prior-lines", dataset);
  const { says, bubbles } = askRegression(question);
  const odds = Math.exp(terms.find(({ name }) => name === "prior-lines")?.estimate ?? 0);
  expect(says[0]).toContain(`odds × ${odds.toPrecision(2)} (`);
  expect(bubbles?.points).toHaveLength(points.length);
  // The area, not the radius, is as the number of patients.
  const [first, last] = [points[0], points.at(-1)];
  const [a, b] = [bubbles?.points[0], bubbles?.points.at(-1)];
  expect((a?.size ?? 0) ** 2 / (b?.size ?? 1) ** 2).toBeCloseTo(
    (first?.n ?? 0) / (last?.n ?? 1),
    9,
  );
});

it("a published rate has its place on the axis; a median, a ratio or a P value has none", () => {
  const { classes, others } = askPublished(exploring("pfs-12"));
  const lines = [...classes, ...others].flatMap((part) => part.lines);
  const isRate = ({ rate: [printed = ""] }: (typeof lines)[number]) => /^\d/.test(printed);
  for (const line of lines) expect(line.place !== null).toBe(isRate(line));
  expect([lines.some(isRate), lines.every(isRate)]).toEqual([true, false]);
});

it("a published rate is judged by the interval of a pool, never by that of one study", () => {
  const printed: Agreement = {
    published: "made-2020",
    outcome: "orr",
    family: null,
    group: "CAR-T",
    therapyClass: "car-t",
    measure: "rate",
    theirs: { value: 73, interval: null },
    ours: { value: 77, interval: [66, 84] },
    n: null,
    i2: null,
    p: { theirs: null, ours: null },
    cohorts: { found: null, used: 10 },
    status: "cohorts missing",
    conclusion: null,
    reason: null,
    query: null,
  };
  const judgement = (found: number) =>
    hereTexts({ ...printed, cohorts: { found, used: 10 } }, catalogue)[1];
  expect(judgement(2)).toBe(catalogue.explore.published.within(true));
  expect(judgement(1)).toBe("");
});

/** Sentences in which a wrong word would be a wrong claim. */

import { describe, expect, it } from "vitest";
import type { Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { check, comparison, contrast, pool, row, study } from "../../../support/answers.ts";
import { asked } from "../../../support/queries.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";
import { sentencesOf, textOfAnswer } from "./texts.ts";

const said = (over: Partial<Row>) =>
  sentencesOf(textOfAnswer(comparison({ outcomes: [row(over)] }))).join("\n");

const between = (low: number, high: number, ...checks: ReturnType<typeof check>[]) =>
  said({
    contrasts: [
      contrast({
        differencePer100: (low + high) / 2,
        differenceInterval: [low, high],
        checks: checks.length > 0 ? checks : null,
      }),
    ],
  });

describe("a difference", () => {
  it.each([-5, 0])("whose interval holds 0 is unclear, whatever its checks: from %d", (low) => {
    const text = between(low, 12, check("place"));
    expect(text).toMatch(/difference unclear/i);
    expect(text).not.toMatch(/holds in|checks? possible/i);
  });

  it("whose interval lies on one side is said with that side, and with how many checks hold", () => {
    const more = between(4, 12, check("place"), check("product", { status: "lost" }));
    expect(more).toContain("(4 to 12)");
    expect(more).toMatch(/only 2 checks possible/i);
    expect(more).not.toMatch(/difference unclear|0 lies within/i);
    expect(between(-12, -4)).toContain("(4 to 12)");
  });

  it("of which no check was made says that none was possible", () => {
    const text = between(4, 12);
    expect(text).toMatch(/no check possible/i);
    expect(text).not.toMatch(/holds in/i);
    expect(text).not.toMatch(/: \.|^\./m);
  });

  it("of exactly nothing is not called no difference", () => {
    expect(between(-5, 5)).not.toMatch(/no difference/i);
  });
});

it("follow-up is not that of a few patients", () => {
  const of = (months: number | null, unknownShare: number) =>
    said({ pools: { "car-t": pool({ followUp: { months, unknownShare } }), bsab: pool() } });
  expect(of(9, 0.2)).toContain("9 months; not reported for 20 % of these patients");
  expect(of(null, 0.9)).toContain("Follow-up is not reported for 90 % of these patients.");
  const { outcomes } = screenAnswer(
    asked("evidence=all&availability=any&target=any", dataset),
    dataset,
  );
  const all = outcomes.flatMap(({ pools }) => Object.values(pools).map((one) => one.followUp));
  const few = all.filter((one) => one && one.unknownShare > 0.5);
  expect(few.length).toBeGreaterThan(0);
  for (const one of few) expect(one?.months).toBeNull();
});

describe("an interval", () => {
  it("for another trial needs three trials", () => {
    const of = (k: number) => {
      const studies = Array.from({ length: k }, (_, at) => study({ cohort: `${at}` }));
      return said({ pools: { "car-t": pool({ k, studies }), bsab: pool({ k, studies }) } });
    };
    expect(of(3)).toContain("prediction interval");
    expect(of(2)).not.toContain("prediction interval");
  });
});

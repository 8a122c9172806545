import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { figureOf } from "#presentation/forest/figure.ts";
import { axisOf } from "#presentation/statement/axis.ts";
import { whyNotCompared } from "#presentation/statement/difference.ts";
import { studyWordOf } from "#presentation/words/arguments.ts";
import { english } from "#presentation/words/catalogue.ts";
import { contrast, noContrast, noPool, notPooled, pool, row } from "../../../support/answers.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { asked } from "../../../support/queries.ts";
import { figureFor, madeUp, study } from "./figures.ts";

describe("the digits", () => {
  const between = contrast({ differencePer100: 24.8, differenceInterval: [13, 34] });
  const { figure } = madeUp(
    row({
      contrasts: [between],
      pools: {
        "car-t": pool({ estimate: 0.927, interval: [0.83, 0.98], studies: [study()] }),
        bsab: pool({ estimate: 0.664, interval: [0.58, 0.75] }),
      },
    }),
  );
  const [carT, bsab] = figure.parts.map(({ lines }) => lines.find(({ kind }) => kind === "pool"));

  it("of the pools, and of the difference that was fitted, are those of the screen", () => {
    expect(carT).toMatchObject({ text: "93", range: "(83–98)", count: "150/300" });
    expect(bsab).toMatchObject({ text: "66", range: "(58–75)" });
    expect(figure.contrast[0]).toMatch(/^25 more of 100 responded with CAR-T/);
  });

  it("are in the description too, with the certainty", () => {
    expect(figure.description).toContain(
      "CAR-T: 93 of 100 (83–98), 3 trials, 300 patients. Prediction interval (40–60).",
    );
    expect(figure.description).toContain("Very low certainty: separate trials, not randomised.");
  });
});

describe("a class without a pool", () => {
  it("says why, and so does the contrast", () => {
    const pools = {
      "car-t": pool(),
      bsab: { ...noPool, of: 2, notPooled: [notPooled(), notPooled({ cohort: "y" })] },
    };
    const { figure } = madeUp(row({ pools, contrasts: [noContrast] }));
    const why = "ot found for bispecifics in 2 trials";
    expect(figure.parts[1]?.lines.map((line) => "text" in line && line.text)).toEqual([
      "Bispecific antibodies",
      `N${why}.`,
    ]);
    expect(figure.contrast).toEqual([`Not estimable: n${why}.`]);
  });
});

describe("two numbers that are not compared", () => {
  it("are both drawn, with the reason and without a certainty", () => {
    const apart = { ...noContrast, status: "follow-up-unknown" } as const;
    const { figure } = madeUp(row({ contrasts: [apart] }));
    const drawn = figure.parts.map(({ lines }) => lines.some(({ kind }) => kind === "pool"));
    expect(drawn).toEqual([true, true]);
    const why = "follow-up not known for most";
    expect(figure.contrast.join()).toContain(why);
    expect(figure.description).toContain(why);
    expect(figure.description).not.toContain("certainty");
  });

  it.each(["lines=1", "lines=2", "evidence=real-world", "outcome=toxicity"])(
    "have the reason that their row has, whatever is asked: %s",
    (question) => {
      const answer = compareInWords(asked(question, dataset), dataset);
      const open = answer.outcomes.filter(
        (one) => whyNotCompared(one, studyWordOf(answer.query), english.screen) !== "",
      );
      expect(open.length).toBeGreaterThan(0);
      for (const one of open) {
        const lines = figureOf(answer, one, false, english).contrast;
        expect(lines).toEqual([
          expect.stringContaining(whyNotCompared(one, studyWordOf(answer.query), english.screen)),
        ]);
      }
    },
  );
});

it("cohorts without a figure that can be pooled are counted", () => {
  const pools = { "car-t": pool({ notPooled: [notPooled()] }), bsab: pool() };
  const { figure } = madeUp(row({ pools }));
  expect(figure.parts[0]?.lines.at(-1)).toMatchObject({
    kind: "note",
    text: "1 selected CAR-T study without a figure that can be pooled.",
  });
});

it("combinations are marked, and the mark is explained", () => {
  const pools = {
    "car-t": pool(),
    bsab: pool({ studies: [study({ regimen: "combination", label: "Both" })] }),
  };
  const { figure } = madeUp(row({ pools }));
  expect(JSON.stringify(figure.parts)).toContain("Both †");
  expect(figure.foot.join("\n")).toContain("† Together with other myeloma drugs.");
});

describe("the model", () => {
  it("without a probability gives P, and its pools have confidence intervals", () => {
    const { contrast: lines, foot, subtitle } = figureFor("outcome=orr&model=dl");
    expect(lines.at(-1)).toMatch(/^P [=<] 0\.\d+$/);
    expect(foot.join("\n")).toContain("pooled rate with 95 % confidence interval");
    expect(subtitle[1]).toContain(
      "Two-step random-effects model (DerSimonian–Laird), logit scale · asked: model dl",
    );
  });

  it("by default has credible intervals and a probability", () => {
    const { contrast: lines, foot } = figureFor("outcome=orr");
    expect(lines.at(-1)).toMatch(/^Probability of a higher rate with CAR-T/);
    expect(foot.join("\n")).toContain("pooled rate with 95 % credible interval");
  });
});

describe("the kind of the intervals", () => {
  const head = (question: string) => figureFor(question).heads.rate;

  it("stands in the head of its column, for cohorts and for pools", () => {
    expect(head("outcome=orr")).toBe("% (95 % CI; pooled CrI)");
    expect(head("outcome=orr&model=dl")).toBe("% (95 % CI)");
  });

  it("is spelled out below", () => {
    expect(figureFor("outcome=orr").foot.join()).toContain("credible interval (CrI)");
    expect(figureFor("outcome=orr&model=dl").foot.join()).toContain("confidence interval (CI)");
  });
});

describe("the axis of a rare harm", () => {
  const rare = pool({ estimate: 0.05, interval: [0.01, 0.1], predictionInterval: null });
  const figureWith = (one: ReturnType<typeof study>) =>
    madeUp(row({ direction: "harm", pools: { "car-t": { ...rare, studies: [one] }, bsab: rare } }));

  it("ends at 20, and positions are parts of it", () => {
    const { figure, svg } = figureWith(study({ estimate: 0.1, interval: [0.05, 0.1] }));
    expect(figure.axisEnd).toBe(20);
    const one = figure.parts[0]?.lines.find(({ kind }) => kind === "study");
    expect(one).toMatchObject({ estimate: 0.5, interval: [0.25, 0.5], text: "10" });
    expect(svg).toMatch(/>0<.*>4<.*>8<.*>12<.*>16<.*>20</s);
    expect(figure.foot.join()).not.toContain("An arrow");
  });

  it("is left by an interval with an arrow, and by a rate with no square", () => {
    const inside = figureWith(study({ estimate: 0.1, interval: [0.05, 0.5] }));
    const outside = figureWith(study({ estimate: 0.3, interval: [0.1, 0.5] }));
    const mark = ({ svg }: typeof inside) => /<g data-mark="study">(.*?)<\/g>/s.exec(svg)?.[1];
    expect(mark(inside)).toMatch(/<rect .*<path /s);
    expect(mark(outside)).not.toContain("<rect");
    expect(mark(outside)).toContain("<path");
    for (const { figure } of [inside, outside]) {
      expect(figure.foot.join()).toContain("An arrow: it goes on beyond the axis.");
    }
  });
});

it.each(["", "evidence=all", "outcome=toxicity", "outcome=toxicity&availability=any&target=any"])(
  "a row has the axis of its opened row, and a short one is filled: %s",
  (question) => {
    const answer = compareInWords(asked(question, dataset), dataset);
    const drawn = answer.outcomes.map((one) => {
      const { axisEnd, parts } = figureOf(answer, one, false, english);
      const intervals = parts.flatMap(({ lines }) =>
        lines.flatMap((line) => ("interval" in line ? [line.interval] : [])),
      );
      const widths = intervals.map(([lower, upper]) => Math.min(1, upper) - Math.min(1, lower));
      return { id: one.outcome, axisEnd, widest: Math.max(0, ...widths) };
    });
    expect(drawn.map(({ axisEnd }) => axisEnd)).toEqual(answer.outcomes.map(axisOf));
    const short = drawn.filter(({ axisEnd, widest }) => axisEnd === 20 && widest > 0);
    expect(short.filter(({ widest }) => widest < 1 / 3)).toEqual([]);
  },
);

it("survival gives patients in place of events, each trial by itself and no pool", () => {
  const figure = figureFor("outcome=pfs-12&product=cilta-cel,linvoseltamab");
  expect(figure.heads.count).toBe("Patients");
  const lines = figure.parts.flatMap((part) => part.lines);
  const studies = lines.filter(({ kind }) => kind === "study");
  expect(studies).toHaveLength(2);
  for (const one of studies)
    expect(one).toMatchObject({ count: expect.stringMatching(/^(\d+|–)$/) });
  expect(lines.filter(({ kind }) => kind === "pool")).toEqual([]);
  const notes = lines.flatMap((line) => (line.kind === "note" ? line.text : []));
  expect(notes.filter((text) => text === english.figure.byTrial)).toHaveLength(2);
});

it("survival that a published set pools has the ratio of cumulative hazards", () => {
  const hazards = { oddsRatio: null, hazardRatio: 0.6, hazardRatioInterval: [0.4, 0.9] } as const;
  const of = contrast({ ...hazards, differencePer100: 12, differenceInterval: [3, 20] });
  const { figure } = madeUp(row({ outcome: "pfs-12", contrasts: [of] }));
  expect(figure.contrast[1]).toMatch(/^Ratio of cumulative hazards/);
});

it("the question is told in words, a range as a range", () => {
  const { subtitle } = figureFor("outcome=orr&age=60-&prior-lines=3-6&product=ide-cel,cilta-cel");
  expect(subtitle[1]).toMatch(/ · asked: prior-lines 3–6; age ≥ 60; product cilta-cel, ide-cel$/);
});

it("no difference is said as such", () => {
  const same = contrast({ differencePer100: 0, differenceInterval: [-5, 5] });
  const { figure } = madeUp(row({ contrasts: [same] }));
  expect(figure.contrast[0]?.replaceAll("\u00a0", " ")).toBe(
    "No difference with CAR-T (5 fewer to 5 more of 100)",
  );
});

it("every figure says what nobody has checked, of which data it is and where they are", () => {
  const { foot } = figureFor("outcome=crs&age=60-");
  const text = foot.join("\n");
  expect(text).toMatch(/No clinician has reviewed/);
  expect(text).toMatch(/Data \d{4}-\d\d-\d\d-[0-9a-f]{8}, answer /);
  expect(text).toContain("Source: Myeloma Compare, /v1/comparison?outcome=crs&age=60-");
  expect(text).not.toMatch(/recommend|prefer|better|choose|should/i);
});

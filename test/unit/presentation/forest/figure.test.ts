import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { figureOf } from "#presentation/forest/figure.ts";
import { axisOf } from "#presentation/statement/axis.ts";
import { english } from "#presentation/words/catalogue.ts";
import { contrast, noContrast, noPool, notPooled, pool, row } from "../../../support/answers.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { asked } from "../../../support/queries.ts";
import { figureFor, madeUp, study } from "./figures.ts";

describe("the digits", () => {
  const { figure } = madeUp(
    row({
      pools: {
        "car-t": pool({ estimate: 0.927, interval: [0.83, 0.98], studies: [study()] }),
        bsab: pool({ estimate: 0.664, interval: [0.58, 0.75] }),
      },
    }),
  );
  const [carT, bsab] = figure.parts.map(({ lines }) => lines.find(({ kind }) => kind === "pool"));

  it("of the pools subtract to the difference beside them, as on the screen", () => {
    expect(carT).toMatchObject({ text: "92.7", range: "(83–98)", count: "150/300" });
    expect(bsab).toMatchObject({ text: "66.4", range: "(58–75)" });
    expect(figure.contrast[0]).toMatch(/^26\.3 more of 100 responded with CAR-T/);
  });

  it("are in the description too", () => {
    expect(figure.description).toContain(
      "CAR-T: 92.7 of 100 (83–98), 3 trials, 300 patients. Prediction interval (40–60).",
    );
    expect(figure.description).toContain("Certainty low.");
  });
});

describe("a class without a pool", () => {
  it("says why, and so does the contrast", () => {
    const pools = {
      "car-t": pool(),
      bsab: { ...noPool, notPooled: [notPooled(), notPooled({ cohort: "y" })] },
    };
    const { figure } = madeUp(row({ pools, contrasts: [noContrast] }));
    const why = "ot found for bispecifics in 5 trials";
    expect(figure.parts[1]?.lines.map((line) => "text" in line && line.text)).toEqual([
      "Bispecific antibodies",
      `N${why}.`,
    ]);
    expect(figure.contrast).toEqual([`Not estimable: n${why}.`]);
  });
});

describe("a class that is not representative", () => {
  const apart = (group: string) => ({
    code: "not-representative",
    label: "alpha-cel only",
    text: `Not compared: ${group} rests on alpha-cel, 20 % of the patients.`,
  });
  const contrasts = [{ ...noContrast, status: "not-representative" as const }];

  it("is why there is no contrast, and so says its caution", () => {
    const { figure } = madeUp(row({ contrasts, cautions: [apart("CAR-T"), apart("BsAb")] }));
    expect(figure.contrast).toEqual([apart("CAR-T").text, apart("BsAb").text]);
    expect(figure.description).toContain(apart("CAR-T").text);
  });

  it.each(["", "setting=early", "evidence=all", "availability=any&target=any"])(
    "is named by its products and their share, whatever is asked: %s",
    (question) => {
      const answer = compareInWords(asked(question, dataset), dataset);
      const rows = answer.outcomes.filter(
        (one) => one.contrasts[0]?.status === "not-representative",
      );
      expect(rows.length).toBeGreaterThan(0);
      for (const one of rows) {
        const lines = figureOf(answer, one, false, english).contrast;
        expect(lines).not.toEqual([]);
        for (const line of lines) {
          expect(line).toMatch(
            /^(No (CAR-T|bispecific) number: only \S.*, \d+ % of the patients|Not compared: events accumulate)/,
          );
        }
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
    expect(short.filter(({ widest }) => widest < 0.4)).toEqual([]);
  },
);

it("survival gives patients in place of events, and the ratio of cumulative hazards", () => {
  const figure = figureFor("outcome=pfs-12&product=cilta-cel,linvoseltamab");
  expect(figure.heads.count).toBe("Patients");
  expect(figure.contrast[1]).toMatch(/^Ratio of cumulative hazards/);
  const studies = figure.parts.flatMap(({ lines }) => lines).filter(({ kind }) => kind === "study");
  expect(studies).toHaveLength(2);
  for (const one of studies)
    expect(one).toMatchObject({ count: expect.stringMatching(/^(\d+|–)$/) });
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

import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { english } from "#presentation/words/catalogue.ts";
import { probability } from "#presentation/words/rates.ts";
import { Detail } from "#widget/opened/detail.tsx";
import { contrast, row } from "../../../support/answers.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  landmark,
  untold,
  widestBut,
} from "../../../support/cohorts.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { asked } from "../../../support/queries.ts";

const html = (one: Parameters<typeof Detail>[0]["row"]) =>
  render(
    <Detail
      row={one}
      strings={english.screen}
      words={english.detail}
      apiBase="https://here.example"
      query=""
      answerVersion={null}
    />,
  );

describe("the contrast in a statistician's words", () => {
  it("speaks of a higher rate where events are counted", () => {
    const one = row({ contrasts: [contrast({ probabilityHigher: 0.94 })] });
    expect(html(one)).toContain("probability of a higher rate with CAR-T 94 %");
  });

  it("speaks of patients who do well where survival is counted, in the direction of the difference", () => {
    const at = (survival: number) => ({ landmarks: [landmark("pfs-12", survival)] });
    const two = [0, 1].flatMap((index) => [
      untold(cohort)(`c${index}`, at(0.8)),
      untold(bispecific)(`b${index}`, at(0.6)),
    ]);
    const query = widestBut({ outcome: ["pfs-12"] });
    const [os] = compareInWords(query, datasetOf(two)).outcomes;
    const [between] = os?.contrasts ?? [];
    if (!os || between?.probabilityHigher == null) throw new Error("nothing to contrast");
    // More patients alive means a lower hazard, so the three numbers must point in the same
    // direction.
    expect(between.probabilityHigher > 0.5).toBe((between.hazardRatio ?? 1) < 1);
    expect(between.probabilityHigher > 0.5).toBe((between.differencePer100 ?? 0) > 0);
    expect(html(os)).toContain(
      `probability that more do well with alpha-cel or another ${probability(between.probabilityHigher).replace(">", "&gt;")}`,
    );
  });
});

describe("heterogeneity", () => {
  it("is told of each class by another model than the default one", () => {
    const shown = (text: string) => {
      const [one] = compareInWords(asked(`outcome=orr${text}`, dataset), dataset).outcomes;
      if (!one) throw new Error("no row");
      return html(one).match(/Heterogeneity, [^<]*/g) ?? [];
    };
    expect(shown("")).toEqual([]);
    const line =
      /: Q [\d.]+ on \d+ df, P [=&].*; τ² [\d.]+ \([\d.]+ to [\d.]+\); I² \d+ % \(\d+ to \d+\)\.$/;
    expect(shown("&model=reml")).toEqual([
      expect.stringMatching(line),
      expect.stringMatching(line),
    ]);
  });

  it("has no interval where it is not known", () => {
    const { test: _, ...words } = english.detail.heterogeneity;
    expect(words.tau2("412.00", null)).toBe("τ² 412.00");
    expect(words.i2("99", null)).toBe("I² 99 %");
  });
});

describe("a figure that is not pooled", () => {
  it("is shown with its number, its follow-up and the reason", () => {
    const query = asked("outcome=infection-3", dataset);
    const [infections] = compareInWords(query, dataset).outcomes;
    if (!infections) throw new Error("no row");
    // KarMMa at 24 months, source: review table of infections (data/cohorts/karmma.json).
    expect(html(infections)).toMatch(/KarMMa<\/a>: 28 of 128 at 24 months/);
  });
});

describe("the published pools in an opened row", () => {
  it("have number, interval, size, age, differences, agreement and a link in a new tab", () => {
    const [response] = compareInWords(asked("outcome=orr", dataset), dataset).outcomes;
    const [first] = response?.published?.pools["car-t"] ?? [];
    if (!response || !first) throw new Error("nothing was published");
    const text = html(response);
    const section = text.slice(text.indexOf(english.detail.published.heading));
    expect(section).toContain(`href="${first.href}" target="_blank"`);
    expect(section).toContain(`${Math.round(first.estimate * 100)} of 100`);
    expect(section).toContain("odds ratio 3.9 (1.8–8.8)");
    expect(section).not.toContain(`${first.studies} studies`);
    expect(section).toContain(`searched to ${first.searchedTo}`);
    expect(section).toContain(english.detail.published.direction.same);
    expect(section).toMatch(/≥ 2 prior lines; [^<]*: <strong>83 of 100/);
  });

  it("say that there are none only where none is held", () => {
    const said = (outcome: string) => {
      const [one] = compareInWords(asked(`outcome=${outcome}`, dataset), dataset).outcomes;
      if (!one) throw new Error("no row");
      return html(one);
    };
    expect(said("infused")).toContain("None is known of this outcome.");
    for (const outcome of ["infection-3", "infection", "ae-3"]) {
      expect(said(outcome), outcome).toMatch(/nown, not shown: \d+ pooled rates/);
      expect(said(outcome), outcome).not.toContain("None is known");
    }
    expect(said("infection-3")).toContain("30 of 100 (no interval printed)");
  });

  it("are not spoken of where it is not known what was published", () => {
    expect(html(row())).not.toContain(english.detail.published.heading);
  });
});

import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { english } from "#presentation/words/catalogue.ts";
import { probability } from "#presentation/words/ratios.ts";
import type { Part } from "#widget/opened/detail.tsx";
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
import { openedRow } from "../../../support/opened-row.tsx";
import { asked } from "../../../support/queries.ts";

const html = (one: Parameters<typeof openedRow>[0], part: Part = "sure") => openedRow(one, part);

describe("the way to explore an outcome", () => {
  it("keeps the question", () => {
    const one = openedRow(row({ outcome: "orr" }), "sure", {
      query: "setting=early",
      answerVersion: "1",
    });
    expect(one).toContain(`href="https://here.example/explore?outcome=orr&amp;setting=early"`);
  });

  it("is not there for a patient, whose question stays on the device", () => {
    expect(html(row({ outcome: "orr" }))).not.toContain("/explore");
  });
});

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

describe("the sources of an opened row", () => {
  const [response] = compareInWords(asked("outcome=orr", dataset), dataset).outcomes;
  const sources = (uncited: { failure: string | null }) => {
    if (!response) throw new Error("no row");
    return openedRow(response, "sources", { uncited });
  };

  it("are on their way, or it is said why they are not here; the numbers are", () => {
    expect(sources({ failure: null })).toContain(english.detail.sources.loading);
    const failed = sources({ failure: "No connection" });
    expect(failed).toMatch(/sources are not here\..*No connection/);
    for (const html of [failed, sources({ failure: null })]) expect(html).toContain("94 of 97");
  });
});

describe("a figure that is not pooled", () => {
  it("is shown with its number, its follow-up and the reason", () => {
    const query = asked("outcome=infection-3", dataset);
    const [infections] = compareInWords(query, dataset).outcomes;
    if (!infections) throw new Error("no row");
    // KarMMa at 24 months, source: review table of infections (data/cohorts/karmma.json).
    expect(html(infections, "sources")).toMatch(/KarMMa<\/a>: 28 of 128 at 24-month follow-up/);
  });
});

describe("the published pools in an opened row", () => {
  it("have number, interval, size, age, differences, agreement and a link in a new tab", () => {
    const [response] = compareInWords(asked("outcome=orr", dataset), dataset).outcomes;
    const [first] = response?.published?.pools["car-t"] ?? [];
    if (!response || !first) throw new Error("nothing was published");
    const text = html(response, "others");
    const section = text.slice(text.indexOf(english.detail.published.heading));
    expect(section).toContain(`href="${first.href}" target="_blank"`);
    expect(section).toContain(`${Math.round((first.estimate ?? 0) * 100)} of 100`);
    expect(section).toContain("odds ratio 3.9 (1.8–8.8)");
    expect(section).not.toContain(`${first.studies} studies`);
    expect(section).toContain(`searched to ${first.searchedTo}`);
    expect(section).toContain(english.detail.published.direction.same);
    expect(section).toMatch(/≥ 2 prior lines; [^<]*: <svg.*?<strong>83 of 100/);
  });

  it("say that there are none only where none is held", () => {
    const said = (outcome: string) => {
      const [one] = compareInWords(asked(`outcome=${outcome}`, dataset), dataset).outcomes;
      if (!one) throw new Error("no row");
      return html(one, "others");
    };
    expect(said("infused")).toContain("None is known of this outcome.");
    for (const outcome of ["infection-3", "infection", "ae-3"]) {
      expect(said(outcome), outcome).toMatch(/nown, not shown: \d+ pooled numbers/);
      expect(said(outcome), outcome).not.toContain("None is known");
    }
    expect(said("infection-3")).toContain("30 of 100 (no interval printed)");
    expect(said("death-infection")).toContain("45 patients (no rate printed)");
    expect(said("death-crs")).not.toContain("None is known");
  });

  it("are not spoken of where it is not known what was published", () => {
    expect(html(row(), "others")).not.toContain(english.detail.published.heading);
  });
});

/** What `/explore` says is what the answers hold: every number once, no class beside another's trials. */
import { describe, expect, it } from "vitest";
import { metaRegression } from "#core/comparison/meta-regression.ts";
import { sensitivity } from "#core/comparison/sensitivity/sensitivity.ts";
import { dataset } from "#core/dataset.ts";
import { rememberingModels as models } from "#core/remembering/remembering-models.ts";
import { agreement } from "#data/generated/agreement.ts";
import { published } from "#data/generated/collections.ts";
import {
  differenceScale,
  exploredIds,
  figuresOf,
  ratioScale,
  ratioText,
} from "#presentation/statement/explore.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { rangeOf100, rateOf100 } from "#presentation/words/rates.ts";
import { pictureOf } from "#server/pages/explore/drawing.tsx";
import { type Asked, groupsOf, partBy } from "#server/pages/explore/parts.ts";
import { asked } from "../../../support/queries.ts";

function exploring(id: string, compare = "evidence", rest = ""): Asked {
  const outcome = dataset.outcomes.find((one) => one.id === id);
  if (!outcome) throw new Error(id);
  const base = asked(`outcome=${id}${rest}`, dataset);
  const query = asked(`compare=${compare}&outcome=${id}${rest}`, dataset);
  return { base, query, outcome, moderator: "prior-lines", merge: [] };
}

describe.each(["orr", "crs-3", "infection-3", "pfs-12"])("%s", (id) => {
  const question = exploring(id);

  it("has every part, all places on the axis, and in its table every number that is drawn", () => {
    for (const name of exploredIds) {
      const part = partBy[name](question);
      const drawn = part.strips.flatMap(({ lines }) => lines.flatMap(({ marks }) => marks));
      const places = drawn.flatMap(({ at }) => at);
      for (const place of places) expect(place >= 0 && place <= 1).toBe(true);
      // What others printed is drawn as it was printed.
      for (const { at } of drawn.filter(({ hollow }) => !hollow))
        expect([...at].sort((a, b) => a - b)).toEqual(at);
      const points = part.bubbles?.points.length ?? 0;
      expect(figuresOf(part).length).toBeGreaterThanOrEqual(drawn.length + points);
      expect(part.says.join("")).not.toMatch(/undefined|NaN|null/);
    }
  });

  it("shows each group of a class with its rate, and no trial of the other class", () => {
    const part = partBy.groups(question);
    groupsOf(question).forEach(({ therapyClass, comparison }, index) => {
      const strip = part.strips[index];
      expect(strip?.title).toBe(catalogue.screen.className[therapyClass]);
      expect(strip?.lines.flatMap(({ cells }) => cells[1]?.[0] ?? []).join("; ")).not.toMatch(
        /\([^)]*(;|$)/,
      );
      for (const { therapyClass: own } of comparison.selection.included) {
        expect(own).toBe(therapyClass);
      }
      const [row] = comparison.outcomes;
      for (const group of comparison.groups) {
        const pool = row?.pools[group];
        if (!pool?.estimate || !pool.interval || pool.observed) continue;
        const said = `${rateOf100(pool.estimate)} ${rangeOf100(pool.interval)}`;
        const line = strip?.lines.find(({ cells }) => cells[0]?.[0] === said);
        expect(line?.name).toBe(comparison.groupNames[group]);
      }
    });
  });

  it("marks the checks that lose the difference, the answer as asked on top", () => {
    const { held, analyses } = sensitivity(question.base, question.outcome, dataset, models);
    const { strips, says } = partBy.checks(question);
    const lines = strips.flatMap((strip) => strip.lines);
    if (held.finding === null)
      return expect([lines, says]).toEqual([[], ["No difference to check."]]);
    expect(lines[0]?.name).toBe("As asked");
    const lost = analyses.filter(({ verdict }) => verdict === "lost");
    expect(lines.filter(({ stands }) => stands)).toHaveLength(lost.length);
  });
});

it("groups that the question holds one of are said to be of more trials", () => {
  expect(partBy.groups(exploring("orr", "setting")).says.join(" ")).toContain("any setting");
  expect(partBy.groups(exploring("orr", "age:62")).says).toHaveLength(1);
});

it("the slope of a regression is that of the answer, and survival has none", () => {
  const question = exploring("orr");
  const { terms, points } = metaRegression(question.base, question.outcome, "prior-lines", dataset);
  const { says, bubbles } = partBy.regression(question);
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
  const survival = partBy.regression(exploring("pfs-12"));
  expect([survival.bubbles, survival.says]).toEqual([
    null,
    [catalogue.explore.regression.onlyCounts],
  ]);
  const few = partBy.regression(exploring("orr", "evidence", "&product=cilta-cel"));
  expect(few.says.join(" ")).toMatch(/fewer than|are the least/);
});

it("what others printed stands once, beside ours where it can be asked, with its conclusion", () => {
  const { strips } = partBy.published(exploring("orr"));
  const digests = published.filter(({ tier }) => tier === 4).map(({ id }) => id);
  const rows = agreement.filter((one) => one.outcome === "orr" && !digests.includes(one.published));
  const shown = rows.filter(({ measure, ours }) => measure === "rate" || ours !== null);
  expect(digests).not.toEqual([]);
  expect(strips.flatMap(({ lines }) => lines)).toHaveLength(shown.length);
  const ratios = strips.find(({ zero }) => zero)?.lines ?? [];
  expect(ratios.map(({ cells }) => cells[1]?.[1]).join()).toContain("Same conclusion.");
  expect(strips[0]?.lines.map(({ cells }) => cells[1]?.[1]).join()).toContain(
    "within its interval. ",
  );
  expect(strips.flatMap(({ lines }) => lines.map(({ name }) => name)).join()).not.toContain("BsAb");
});

it("a published number says where it is not known of whom it is, or where it was counted otherwise", () => {
  const printed = (id: string) =>
    partBy
      .published(exploring(id))
      .strips.flatMap(({ lines }) => lines.map(({ cells }) => cells[0]?.[1]));
  const { unknown, other } = catalogue.explore.published.definition;
  expect(printed("mrd-negative")).toEqual(expect.arrayContaining([unknown, other]));
  expect(printed("icans-3")).toContain(other);
  expect(printed("vgpr").join("")).toBe("");
});

it("ratios lie as far from 1 as their inverse", () => {
  const { part } = ratioScale([0.2, 8]);
  expect(part(1)).toBe(0.5);
  expect(part(4) - 0.5).toBeCloseTo(0.5 - part(0.25), 12);
  expect([-10, 0, 5, 10].map(differenceScale([-3, 7]).part)).toEqual([0, 0.5, 0.75, 1]);
  expect(ratioText(0.52, null, catalogue.screen)).toBe("0.52");
});

describe("what others printed in another form", () => {
  const strip = (id: string, title: string) =>
    partBy.published(exploring(id)).strips.find((one) => one.title.includes(title));
  const texts = (id: string, title: string) =>
    strip(id, title)?.lines.map(({ name, cells }) => [name, cells[0]?.[0], cells[1]?.[0]]);

  it("counts without a rate stand as counts, on no axis", () => {
    expect(texts("death-infection", "no rate printed")).toMatchObject([
      ["CAR-T", "14", expect.anything()],
      ["bispecific", "45", expect.anything()],
    ]);
    const counts = strip("death-infection", "no rate printed")?.lines;
    expect(counts?.map(({ beneath, source }) => beneath === source)).toEqual([true, false]);
    expect(texts("death-infection", "known cause")?.map(([name]) => name)).toEqual(["Infection"]);
    expect(strip("death-crs", "no rate printed")?.lines.flatMap(({ marks }) => marks)).toEqual([]);
    expect(texts("death-crs", "known cause")).toEqual([["CRS", "8.2 (6 of 73)", undefined]]);
    expect(texts("nrm", "known cause")).toHaveLength(7);
  });

  it("pooled medians stand with survival, with the ratio that was printed", () => {
    const medians = texts("pfs-12", "Medians");
    expect(medians).toContainEqual([
      "CAR-T lentiviral",
      "12.8 (11.4–19.9)",
      "Hazard ratio 0.48, against retroviral",
    ]);
    expect(medians).toContainEqual(["CAR-T retroviral", "4.3 (3–15)", undefined]);
    expect(medians?.map(([, value]) => value)).toContain("8");
    expect(texts("orr", "Medians")).toBeUndefined();
  });

  it("numbers that contradict themselves are folded, with the reason, and nowhere drawn", () => {
    const odd = strip("cr", "contradicts itself");
    expect(odd).toMatchObject({ folded: true });
    expect(texts("cr", "contradicts itself")).toMatchObject([
      ["cilta-cel", "6 (-2–13)", expect.stringContaining("limits above 100 or below 0")],
    ]);
    expect(texts("ae-3", "contradict themselves")?.map(([name]) => name)).toContain("bispecific");
    for (const { id } of dataset.outcomes) {
      const { says, strips } = partBy.published(exploring(id));
      expect(says.includes(catalogue.explore.published.none), id).toBe(strips.length === 0);
      for (const { lines } of strips) {
        const drawn = lines.filter(({ marks }) => marks.length > 0);
        for (const { value, interval } of drawn.flatMap(({ figures }) => figures)) {
          expect(Math.min(value, ...(interval ?? []))).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });
});

it("says how many studies have no group, and where P and interval are of two models", () => {
  const lines = partBy.groups(exploring("cr", "prior-lines:6", "&set=roex-2020"));
  expect(lines.strips[0]?.notes.join(" ")).toMatch(/Not reported by \d+ of 27 studies\./);
  const usual = partBy.groups(exploring("cr", "prior-lines:6"));
  const notes = usual.strips.flatMap((strip) => strip.notes).join(" ");
  expect(notes).toMatch(/Test for subgroup differences: Q .* of different models/);
});

it("a slope that cannot be told is said in plain words", () => {
  const { says } = partBy.regression(exploring("icans"));
  expect(says.join(" ")).not.toMatch(/rank-deficient|undefined/);
  expect(says.join(" ")).toContain("No slope");
});

it("a picture cuts nothing off: each number of its tables is in it, and it is as high as its rows", () => {
  const closely = (text: string) => text.replace(/\s/g, "");
  for (const id of ["orr", "icans", "pfs-12", "nrm"]) {
    for (const name of exploredIds) {
      const part = partBy[name](exploring(id, "setting"));
      const svg = pictureOf(part, "Source");
      const texts = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text = ""]) => text);
      expect(texts.join("")).not.toContain("…");
      const whole = closely(texts.join(""));
      for (const { lines } of part.strips.filter(({ folded }) => !folded)) {
        for (const said of lines.flatMap(({ cells }) => cells.flat())) {
          expect(whole).toContain(closely(said).replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
        }
      }
      const [, height = "0"] = /height="([\d.]+)"/.exec(svg) ?? [];
      const below = [...svg.matchAll(/translate\(0 ([\d.]+)\)/g)].map(([, y]) => Number(y));
      expect(Math.max(0, ...below)).toBeLessThan(Number(height));
    }
  }
});

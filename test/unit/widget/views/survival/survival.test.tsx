/** The view of survival without a browser: its tables hold every number of the answer. */
// Views and their shell import each other, and the shell has to be first.
import "#widget/views/shell.tsx";
import { render } from "preact-render-to-string";
import { beforeAll, describe, expect, it } from "vitest";
import { familyOf } from "#data/landmarks.ts";
import type { OfTrial, StatedMedian } from "#presentation/statement/ruler.ts";
import type { ScreenOf } from "#presentation/statement/screen.ts";
import type { StatedTrial } from "#presentation/statement/survival.ts";
import { english } from "#presentation/words/catalogue.ts";
import { Survival } from "#widget/views/survival/survival.tsx";
import { survival as words } from "#words/survival.ts";
import { textOf } from "../../../../support/html.ts";
import { read } from "../../../../support/in-process.ts";

type View = ScreenOf<"survival">;

const oneLine = (text: string) => text.replace(/\s+/g, " ");

function drawn(view: View, openRow?: string) {
  const html = render(
    <Survival
      view={view}
      rows={view.rows}
      strings={english.screen}
      site=""
      openRow={openRow}
      draw={({ outcome }) => <li key={outcome}>row {outcome}</li>}
    />,
  );
  return { html, text: oneLine(textOf(html)) };
}

const nameText = ({ trial, combined }: Pick<OfTrial, "trial" | "combined">) =>
  [trial, combined].filter(Boolean).join(" ");

function medianText({ product, months, interval, followed, ...of }: StatedMedian): string {
  const small = [interval && words.range(interval), nameText(of)].filter(Boolean).join(" ");
  return `${product} ${words.months(months)} ${small}${followed && `, ${followed}`}`;
}

function trialText(of: StatedTrial): string {
  const months = of.months.flatMap(({ text, beneath = [] }) => [text, ...beneath]);
  const name = `${of.product} ${nameText(of)}${of.counted && `, ${of.counted}`}`;
  return [name, ...months].join(" ");
}

const questions = [
  "outcome=survival",
  "outcome=survival&evidence=all",
  "outcome=survival&lines=2",
  "outcome=survival&therapy-class=car-t",
  "outcome=survival&prior-bcma=selected",
];

describe.each(questions)("survival of “%s”", (question) => {
  let view: View;
  let html: string;
  let text: string;
  beforeAll(async () => {
    view = await read<View>(`/v1/screen?${question}`);
    ({ html, text } = drawn(view));
  });

  it("has every median in a list and every month in a table, of each kind of survival", () => {
    const texts = (pattern: RegExp) =>
      // A name that is a link ends before its comma.
      [...html.matchAll(pattern)].map(([one]) => oneLine(textOf(one)).replaceAll(" ,", ","));
    const lists = texts(/<div class="ruler">.*?<\/div>/gs);
    const tables = texts(/<table.*?<\/table>/gs);
    const { families } = view.survival;
    const medians = families.flatMap(({ ruler }) => (ruler ? [ruler.medians.map(medianText)] : []));
    const months = families.flatMap(({ trials }) =>
      trials.length > 0 ? [trials.map(trialText)] : [],
    );
    expect([lists.length, tables.length]).toEqual([medians.length, months.length]);
    for (const [drawn, expected] of [
      [lists, medians],
      [tables, months],
    ] as const) {
      for (const [index, lines] of expected.entries()) {
        for (const line of lines) expect(drawn[index]).toContain(oneLine(line));
      }
    }
  });

  it("leads from every trial with a number to where it was printed, in one tap", () => {
    const { families } = view.survival;
    const named = families.flatMap(({ ruler, trials }) => [...(ruler?.medians ?? []), ...trials]);
    for (const { of, trial } of named) {
      const href = of?.publication ?? `/v1/cohorts/${of?.cohort}`;
      expect(html, trial).toContain(`href="${href.replaceAll("&", "&amp;")}"`);
    }
  });

  it("shows the first kind of survival, and offers the others by name", () => {
    const { families } = view.survival;
    const hidden = html.match(/<section hidden>/g) ?? [];
    expect(hidden).toHaveLength(families.length - 1);
    expect(html.indexOf("<section>")).toBeLessThan(html.indexOf("<section hidden>"));
    for (const { family } of families) expect(text).toContain(words.families[family]);
  });

  it("says how to read the months once, what matched patients and randomised trials found, and what is not there", () => {
    const { note, ratios, families } = view.survival;
    if (note) expect(text.split(note)).toHaveLength(2);
    for (const { lead, results } of ratios) {
      expect(text).toContain(lead);
      for (const result of results) {
        expect(text.indexOf(result)).toBeGreaterThan(-1);
        expect(text.indexOf(result)).toBeLessThan(text.indexOf(words.title.pfs));
      }
    }
    for (const { family, ruler, trials, absent } of families) {
      expect(text).toContain(words.title[family]);
      expect(text).toContain(absent);
      if (ruler === null && trials.length === 0) expect(text).toContain(words.nothing);
    }
  });

  it("draws no row of a month, and deaths after all survival", () => {
    expect(text).not.toMatch(/row (?:pfs|os|dor)-/);
    for (const outcome of view.survival.deaths) expect(text).toContain(`row ${outcome}`);
    if (view.survival.deaths.length > 0) {
      const last = view.survival.families.map(({ family }) => words.title[family]).at(-1) ?? "";
      expect(text.indexOf(words.deaths)).toBeGreaterThan(text.indexOf(last));
    }
  });
});

describe("survival of the usual question", () => {
  let view: View;
  beforeAll(async () => {
    view = await read<View>("/v1/screen?outcome=survival");
  });

  it("holds progression, survival and duration of response, in this order", () => {
    expect(view.survival.families.map(({ family }) => family)).toEqual(["pfs", "os", "dor"]);
    const { text } = drawn(view);
    expect(text.indexOf(words.title.dor)).toBeLessThan(text.indexOf(words.deaths));
  });

  it("has no number of a class in the row of a month", () => {
    const none = { rate: null, evidence: "" };
    const rows = view.rows.filter(({ outcome }) => familyOf(outcome) !== null);
    expect(rows.length).toBeGreaterThan(9);
    for (const { sides } of rows) expect(sides).toMatchObject({ "car-t": none, bsab: none });
  });

  it("has the row of a month only where it was opened", () => {
    expect(drawn(view).text).not.toContain("row pfs-6");
    expect(drawn(view, "pfs-6").html.match(/aria-expanded="true"/g)).toHaveLength(1);
  });
});

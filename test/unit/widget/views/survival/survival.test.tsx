/** The view of survival without a browser: its tables hold every number of the answer. */
import { render } from "preact-render-to-string";
import { beforeAll, describe, expect, it } from "vitest";
import { familyOf } from "#data/landmarks.ts";
import type { ScreenOf } from "#presentation/statement/screen.ts";
import type { StatedMedian, StatedTrial } from "#presentation/statement/survival.ts";
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

function nameText({ product, trial, combined = "" }: Omit<StatedTrial, "months" | "counted">) {
  return `${product} · ${trial}${combined && ` ${combined}`}`;
}

function medianText(of: StatedMedian): string {
  const { months, interval, followUpMonths } = of;
  const followed = words.followed(followUpMonths);
  return `${nameText(of)} ${words.months(months)} ${words.range(interval)}${followed}`;
}

function trialText(of: StatedTrial): string {
  const months = of.months.flatMap(({ text, beneath = [] }) => [text, ...beneath]);
  return [nameText(of), of.counted, ...months].join(" ");
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

  it("has every median and every month in its tables, in the order of families", () => {
    const tables = [...html.matchAll(/<table.*?<\/table>/gs)].map(([table]) =>
      oneLine(textOf(table)),
    );
    const filled = view.survival.families.flatMap(({ medians, trials }) => [
      ...(medians.length > 0 ? [medians.map(medianText)] : []),
      ...(trials.length > 0 ? [trials.map(trialText)] : []),
    ]);
    expect(tables).toHaveLength(filled.length);
    for (const [index, lines] of filled.entries()) {
      for (const line of lines) expect(tables[index]).toContain(oneLine(line));
    }
  });

  it("says how to read the months once, what matched patients and randomised trials found, and what is not there", () => {
    const { note, matched, families } = view.survival;
    if (note) expect(text.split(note)).toHaveLength(2);
    for (const line of matched) expect(text).toContain(line);
    for (const { family, randomised, medians, trials, absent } of families) {
      expect(text).toContain(words.title[family]);
      expect(text).toContain(absent);
      for (const line of randomised ? [randomised.lead, ...randomised.results] : []) {
        expect(text).toContain(line);
      }
      if (medians.length + trials.length === 0) expect(text).toContain(words.nothing);
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

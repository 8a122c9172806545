/** The view of survival without a browser: its tables hold every number of the answer. */
import { render } from "preact-render-to-string";
import { beforeAll, describe, expect, it } from "vitest";
import type { ScreenOf } from "#presentation/statement/screen.ts";
import { english } from "#presentation/words/catalogue.ts";
import { Survival } from "#widget/views/survival/survival.tsx";
import { survival as words } from "#words/survival.ts";
import { textOf } from "../../../../support/html.ts";
import { read } from "../../../../support/in-process.ts";

type View = ScreenOf<"survival">;

const oneLine = (text: string) => text.replace(/\s+/g, " ");

function drawn(view: View, openRows: readonly string[] = []) {
  const html = render(
    <Survival
      view={view}
      rows={view.rows}
      strings={english.screen}
      site=""
      openRows={openRows}
      draw={({ outcome }) => <li key={outcome}>row {outcome}</li>}
    />,
  );
  return { html, text: oneLine(textOf(html)) };
}

const questions = [
  "outcome=survival",
  "outcome=survival&evidence=all",
  "outcome=survival&setting=early",
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

  it("has every median and every number at a month in its tables, in the order of families", () => {
    const tables = [...html.matchAll(/<table.*?<\/table>/gs)].map(([table]) =>
      oneLine(textOf(table)),
    );
    const filled = view.survival.families.flatMap(({ medians, trials }) =>
      [medians, trials].filter(({ length }) => length > 0),
    );
    expect(tables).toHaveLength(filled.length);
    for (const [index, lines] of filled.entries()) {
      for (const line of lines) {
        expect(tables[index]).toContain(`${line.product} · ${oneLine(line.trial)}`);
        if (line.combined) expect(tables[index]).toContain(line.combined);
        const numbers =
          "points" in line
            ? line.points.map(([, , of100, range]) => `${of100} ${range}`)
            : [
                `${words.months(line.months)} ${words.range(line.interval)}${words.followed(line.followUpMonths)}`,
              ];
        for (const number of numbers) expect(tables[index]).toContain(number);
      }
    }
  });

  it("says once how to read the lines, what others published, and what is not there", () => {
    const { note, published, families } = view.survival;
    for (const line of [note, ...published]) expect(text).toContain(line);
    for (const { family, medians, trials, noMedian } of families) {
      expect(text).toContain(words.title[family]);
      if (noMedian) expect(text).toContain(words.noMedian(noMedian));
      if (medians.length + trials.length === 0) expect(text).toContain(words.nothing);
    }
  });

  it("draws its rows, and deaths after all survival", () => {
    const months = view.survival.families.flatMap(({ family, drawn: own }) =>
      own.map((month) => `${family}-${month}`),
    );
    for (const outcome of [...months, ...view.survival.deaths]) {
      expect(text).toContain(`row ${outcome}`);
    }
    if (view.survival.deaths.length > 0) {
      expect(text.indexOf(words.deaths)).toBeGreaterThan(text.lastIndexOf("row os-"));
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

  it("has the numbers of a month that is named in the lines, and what its row opens by product", () => {
    for (const { family, others } of view.survival.families) {
      for (const month of others) {
        const row = view.rows.find(({ outcome }) => outcome === `${family}-${month}`);
        const none = { rate: null, evidence: "" };
        expect(row?.sides).toMatchObject({ "car-t": none, bsab: none });
      }
    }
  });

  it("has the row of such a month only where it was opened", () => {
    expect(drawn(view).text).not.toContain("row pfs-6");
    expect(drawn(view, ["pfs-6"]).text).toContain("row pfs-6");
  });
});

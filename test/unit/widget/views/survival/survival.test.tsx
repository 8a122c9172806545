/** The Survival view without a browser: its tables hold every number of the answer. */
import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { withSurvival } from "#presentation/statement/survival.ts";
import { english } from "#presentation/words/catalogue.ts";
import { rateOf100 } from "#presentation/words/rates.ts";
import { compareWithSources } from "#server/answers/make-comparison.ts";
import { Survival } from "#widget/views/survival/survival.tsx";
import { textOf } from "../../../../support/html.ts";
import { asked } from "../../../../support/queries.ts";

const { screen: en, survival: words } = english;

function drawn(question: string, openRows: readonly string[] = []) {
  const answer = compareWithSources(asked(question, dataset), english);
  const view = withSurvival(statementOf(answer, en), answer, { ...english, numbers: en.numbers });
  const { survival, rows } = view;
  if (!survival) throw new Error("no survival");
  const html = render(
    <Survival
      survival={survival}
      rows={view.rows}
      openRows={openRows}
      draw={({ outcome }) => <li key={outcome}>row {outcome}</li>}
    />,
  );
  return { survival, rows, html, text: oneLine(textOf(html)) };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

const questions = [
  "outcome=survival",
  "outcome=survival&evidence=all",
  "outcome=survival&setting=early",
  "outcome=survival&therapy-class=car-t",
  "outcome=survival&prior-bcma=selected",
];

describe.each(questions)("survival of “%s”", (question) => {
  const { survival, html, text } = drawn(question);

  it("has every median and every number at a month in its tables, in the order of families", () => {
    const tables = [...html.matchAll(/<table.*?<\/table>/gs)].map(([table]) =>
      oneLine(textOf(table)),
    );
    const filled = survival.families.flatMap(({ medians, trials }) =>
      [medians, trials].filter(({ length }) => length > 0),
    );
    expect(tables).toHaveLength(filled.length);
    for (const [index, lines] of filled.entries()) {
      for (const line of lines) {
        expect(tables[index]).toContain(`${line.product} · ${oneLine(line.trial)}`);
        if (line.combined) expect(tables[index]).toContain(line.combined);
        const numbers =
          "points" in line
            ? line.points.map(([, rate, range]) => `${rateOf100(rate)} ${range}`)
            : [
                `${words.months(line.months)} ${words.range(line.interval)}${words.followed(line.followUpMonths)}`,
              ];
        for (const number of numbers) expect(tables[index]).toContain(number);
      }
    }
  });

  it("says once how to read the lines, and what is not there", () => {
    expect(text).toContain(survival.note);
    for (const { family, medians, trials, noMedian } of survival.families) {
      expect(text).toContain(words.title[family]);
      if (noMedian) expect(text).toContain(words.noMedian(noMedian));
      if (medians.length + trials.length === 0) expect(text).toContain(words.nothing);
    }
  });

  it("draws its rows, and deaths after all survival", () => {
    const months = survival.families.flatMap(({ family, drawn }) =>
      drawn.map((month) => `${family}-${month}`),
    );
    for (const outcome of [...months, ...survival.deaths]) {
      expect(text).toContain(`row ${outcome}`);
    }
    if (survival.deaths.length > 0) {
      expect(text.indexOf(words.deaths)).toBeGreaterThan(text.lastIndexOf("row os-"));
    }
  });
});

it("holds progression, survival and duration of response, in this order", () => {
  const { survival, text } = drawn("outcome=survival");
  expect(survival.families.map(({ family }) => family)).toEqual(["pfs", "os", "dor"]);
  expect(text.indexOf(words.title.dor)).toBeLessThan(text.indexOf(words.deaths));
});

describe("a month that is named", () => {
  it("has its numbers in the lines and, by product, in what its row opens", () => {
    const { survival, rows } = drawn("outcome=survival");
    for (const { family, others } of survival.families) {
      for (const month of others) {
        const row = rows.find(({ outcome }) => outcome === `${family}-${month}`);
        const none = { rate: null, evidence: "" };
        expect(row?.sides).toMatchObject({ "car-t": none, bsab: none });
      }
    }
  });

  it("has its row only where it was opened", () => {
    expect(drawn("outcome=survival").text).not.toContain("row pfs-6");
    expect(drawn("outcome=survival", ["pfs-6"]).text).toContain("row pfs-6");
  });
});

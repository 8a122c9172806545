/** The view of survival without a browser: its tables hold every number of the answer. */
// Views and their shell import each other, and the shell has to be first.
import "#widget/views/shell.tsx";
import { render } from "preact-render-to-string";
import { beforeAll, describe, expect, it } from "vitest";
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
  beforeAll(async () => {
    view = await read<View>(`/v1/screen?${question}`);
    ({ html } = drawn(view));
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
});

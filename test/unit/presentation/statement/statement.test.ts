import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import type { ParameterName } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { figureOf } from "#presentation/forest/figure.ts";
import { columnOf } from "#presentation/statement/column.ts";
import { fullStatement } from "#presentation/statement/full.ts";
import { notesOfAnswer } from "#presentation/statement/notes.ts";
import { publishedQuestion, scopeOf } from "#presentation/statement/scope.ts";
import { collectedText, statementOf } from "#presentation/statement/statement.ts";
import { comparisonTable } from "#presentation/table/comparison-table.ts";
import { english } from "#presentation/words/catalogue.ts";
import {
  comparison,
  noPool,
  notPooled,
  pool,
  productPool,
  row,
  study,
} from "../../../support/answers.ts";
import { anyQuery, asked } from "../../../support/queries.ts";
import { asText } from "../../../support/report-as-text.ts";
import { answerTo as answerOf, textOfAnswer } from "../../../support/reports.ts";
import { runs } from "../../../support/sample.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";
import { sides, viewed } from "../../../support/viewed-rows.ts";
import { copiedOf } from "../table/copied.ts";

const { screen: en } = english;
const answerTo = (text: string) => screenAnswer(asked(text, dataset), dataset);
const stated = (over: Partial<Answer>) => statementOf(comparison(over), english);

describe("a row of one product", () => {
  const of = (product: string) => ({ products: [productPool(product)] });
  const one = row(sides(of("cilta-cel"), of("teclistamab")));

  it("gives its name to the column if no other row speaks of the class", () => {
    expect(columnOf([viewed(one), viewed(one)])).toBe("with cilta-cel");
    expect(columnOf([viewed(one), viewed(row())])).toBeNull();
    expect(columnOf([])).toBeNull();
  });

  it("gives its name to the class only if all rows with a number have it", () => {
    const names = (...outcomes: Row[]) => stated({ outcomes }).names;
    const none = row({ pools: { "car-t": noPool, bsab: noPool } });
    expect(names(one, none)).toEqual({ "car-t": "cilta-cel", bsab: "teclistamab" });
    expect(names(one, row())).toEqual(en.className);
    expect(names(none)).toEqual(en.className);
  });

  it("is nowhere called by its class where only it is left", () => {
    const answer = answerOf(asked("product=cilta-cel,teclistamab", dataset));
    const full = fullStatement(answer, english);
    const { view, rows } = full;
    const figures = rows.map((one) => figureOf(full, one, english));
    expect(rows.some(({ difference }) => difference)).toBe(true);
    expect(view.names).toEqual({ "car-t": "cilta-cel", bsab: "teclistamab" });
    for (const said of [
      JSON.stringify([rows, view, figures]),
      comparisonTable(copiedOf(answer), "", english).text,
    ]) {
      expect(said).not.toContain("with CAR-T");
    }
    expect(asText(textOfAnswer(answer))).not.toMatch(/with (?:CAR-T|bispecific antibodies)[ ,:(]/);
  });
});

describe("whose question is answered", () => {
  it("is said for a published one, also that its studies are not known, or that it was changed", () => {
    const set = { id: "x", name: "Made 2020", cohorts: 2, used: 3, modified: false };
    const of = (over: Partial<typeof set> | { cohorts: null }) =>
      publishedQuestion({ set: { ...set, ...over } }, en.scope);
    expect(of({})).toBe(en.scope.asSet("Made 2020"));
    expect(of({ cohorts: null })).toBe(en.scope.byRulesOf("Made 2020"));
    expect(of({ modified: true })).toBe(en.scope.likeSet("Made 2020"));
    expect(publishedQuestion({ set: null }, en.scope)).toBeNull();
  });

  it("has the filters and the region, which a published question brings along", () => {
    const scope = (text: string) => scopeOf(answerTo(text), english);
    const where = english.table.approvedIn("US or EU");
    expect(scope("")).toMatch(new RegExp(`^≥ 3 lines · .+ · ${where}$`));
    expect(scope("set=roex-2020")).not.toMatch(/ · /);
    expect(scope("set=roex-2020&model=reml")).toMatch(/ · any prior lines · .+ · /);
    expect(scope("exclude=karmma")).toContain(` · without KarMMa · ${where}`);
    expect(scope("exclude=karmma,cartitude-1,majestec-1,fumanba-1-eque-cel")).toContain(
      " · without 4 trials · ",
    );
  });

  it("has every filter that was asked, and a copied text every rule of counting, too", () => {
    const made = (query: Query) => {
      const copied = copiedOf(comparison({ query }));
      return `${copied.scope} ${copied.made}`;
    };
    type Asked = Exclude<ParameterName, "set" | "outcome" | "compare" | "exclude">;
    const others: Readonly<Record<Asked, string>> = {
      lines: "2",
      "prior-lines": "4-",
      age: "65-",
      product: "ide-cel,cilta-cel",
      availability: "cn",
      labelled: "any",
      "therapy-class": "car-t",
      evidence: "all",
      regimen: "any",
      target: "gprc5d",
      "prior-bcma": "any",
      doses: "recommended",
      "high-risk": "-30",
      emd: "-20",
      denominator: "enrolled",
      definition: "broad",
      cut: "latest",
      sources: "papers",
      model: "reml",
    };
    const usual = made(asked("", dataset));
    for (const [name, value] of Object.entries(others)) {
      expect(made(asked(`${name}=${value}`, dataset)), `${name}=${value}`).not.toBe(usual);
    }
    expect(made(asked("age=65-&emd=-20", dataset))).toContain(
      "median age ≥ 65 · percent with extramedullary disease ≤ 20",
    );
  });
});

describe("the notes of an answer", () => {
  const apart = {
    code: "patients-apart",
    what: "age",
    groups: [
      { group: "car-t", lowest: 60, highest: 61, trials: 2, of: 2 },
      { group: "bsab", lowest: 64, highest: 70, trials: 2, of: 2 },
    ],
  } as const satisfies Answer["notes"][number];

  it.each([
    "",
    "evidence=all",
    "evidence=real-world",
    "lines=any&regimen=any",
    "lines=1",
    "set=annals-2025",
  ])("all stand on the screen of “%s”, in one place each", (text) => {
    const answer = answerTo(text);
    const { notes, patients, labels } = statementOf(answer, english);
    for (const one of notesOfAnswer(answer, english)) {
      const places = [...notes, patients, labels].filter((said) => said.includes(one.text));
      expect(places).toHaveLength(1);
    }
  });

  it("that the patients are apart stands beside the verdict, and no ages then", () => {
    const age = (lowest: number, highest: number) => ({ lowest, highest, trials: 2, of: 3 });
    const of = (medianAge: ReturnType<typeof age> | null) => ({
      ...{ trials: 3, medianAge, medianPriorLines: null },
    });
    const said = (carT: ReturnType<typeof age> | null, notes: Answer["notes"] = []) =>
      stated({ notes, patients: { "car-t": of(carT), bsab: of(age(58, 70)) } }).patients;
    expect(said(age(61, 61))).toBe(en.verdict.ages("trial", "61", "58–70"));
    expect(said(age(55.5, 61))).toBe(en.verdict.ages("trial", "55.5–61", "58–70"));
    expect(said(null)).toBe("");
    const [note] = notesOfAnswer(comparison({ notes: [apart] }), english);
    expect(said(age(61, 61), [apart])).toBe(note?.text);
  });

  it("hold what the rates are of all collected only where a heavier doubt stands above", () => {
    const count = (events: number, n: number) => ({ events, n });
    const collected = {
      ...{ trials: 2, of: 3, infused: count(90, 100), cohorts: [] },
      collected: { ...count(90, 120), derived: false },
    };
    const nothing = { k: 0, studies: [], infused: [], events: null, n: null };
    const intentionToTreat = { ...nothing, estimate: null, interval: null, collected };
    const outcomes = [row(sides({ intentionToTreat }, {}))];
    const text = en.verdict.collected({
      ...{ noun: "trial", trials: 2, phrase: "responded", infused: "90", collected: "75" },
    } as const);
    const beside = stated({ outcomes });
    expect([beside.collected, beside.notes.includes(text)]).toEqual([text, false]);
    const below = stated({ outcomes, notes: [apart] });
    expect([below.collected, below.notes.includes(text)]).toEqual(["", true]);
    expect(collectedText(comparison(), english)).toBe("");
  });

  it("say that differences are fitted only where there is one", () => {
    expect(stated({}).notes).toContain(en.fitted);
    expect(stated({ outcomes: [row(sides({}, null))] }).notes).not.toContain(en.fitted);
  });
});

describe("the view", () => {
  it("says how certain all of it is once, unless there is no number", () => {
    expect(stated({ outcomes: [row(sides(null, null))] }).certainty).toBe("");
    for (const [text, noun] of [
      ["", "trial"],
      ["evidence=all", "study"],
    ] as const) {
      const view = statementOf(answerTo(text), english);
      expect(view.certainty).toBe(en.verdict.certainty(noun));
      expect(JSON.stringify(view).match(/low certainty/gi)).toHaveLength(1);
    }
  });

  it("does not call infused or treated who were only randomised", () => {
    const arm = { studies: [study(), study({ cohort: "arm", population: "randomised" })] };
    const counted = (carT: Parameters<typeof sides>[0]) =>
      stated({ outcomes: [row(sides(carT, {}))] }).counted["car-t"];
    expect(counted({ studies: [study()] })).toBe(en.countedOf["car-t"]);
    expect(counted(arm)).toBe(en.countedOf.others);
  });

  it("says that no clinician has reviewed the data, until one has", () => {
    const status = "reviewed" as const;
    expect(stated({}).review).toBe(en.notReviewed);
    expect(stated({ review: { status, statement: "" } }).review).toBe("");
  });

  it("draws a hundred patients only of the outcome that is told", () => {
    const { rows, told } = statementOf(answerTo(""), english);
    const drawn = rows.filter(({ sides: both }) => groups.some((group) => both[group].at));
    expect(drawn.map(({ outcome }) => outcome)).toEqual([told]);
  });

  it("names products that were not told apart by words", () => {
    const product = "alpha-cel-or-beta-cel";
    const one = notPooled({ product, percentPrinted: 12, reason: { code: "no-count" } });
    const pools = { "car-t": { ...noPool, notPooled: [one] }, bsab: pool() };
    expect(viewed(row({ pools })).sides["car-t"].evidence).toMatch(/^alpha-cel or beta-cel 12 %/);
    const told = JSON.stringify(statementOf(answerTo("evidence=real-world"), english).rows);
    expect(told).not.toMatch(/[a-z]-or-[a-z]/);
  });

  it("has whole numbers, plain words, and the difference that was fitted, for any question", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const answer = screenAnswer(query, dataset);
        const { rows, verdict, collected, patients, certainty, counted, names } = statementOf(
          answer,
          english,
        );
        const said = [verdict, collected, patients, certainty, counted, names];
        expect(JSON.stringify(said)).not.toMatch(nothingSaid);
        for (const [index, { sides: both, difference }] of rows.entries()) {
          for (const group of groups) {
            const { rate, range, evidence } = both[group];
            expect(rate ?? "0").toMatch(/^(?:<1|>99|\d+)$/);
            expect(`${range} ${evidence}`).not.toMatch(/NaN|Infinity|undefined/);
          }
          const fitted = answer.outcomes[index]?.contrasts[0]?.differencePer100 ?? null;
          expect(difference === null).toBe(fitted === null);
          if (difference === null || fitted === null) continue;
          const { at, ...words } = difference;
          expect(at.every(Number.isFinite)).toBe(true);
          expect(JSON.stringify(words)).not.toMatch(nothingSaid);
          const [size = "", way] = difference.amount.replace("<1", "0").split(" ");
          expect(Math.abs(Number(size) - Math.abs(fitted))).toBeLessThanOrEqual(0.5 + 1e-9);
          if (fitted !== 0) expect(way).toBe(fitted > 0 ? en.more : en.fewer);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

/** A number that is none, and one below 0. */
const nothingSaid = /NaN|Infinity|undefined|(?<![A-Za-z])-\d/;

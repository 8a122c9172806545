import { render } from "preact-render-to-string";
import { beforeAll, describe, expect, it } from "vitest";
import type { Comparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { english } from "#presentation/words/catalogue.ts";
import type { Failure } from "#widget/answers/client.ts";
import { loadAfterFirstView } from "#widget/answers/load-after-first-view.ts";
import type { AnswerSource } from "#widget/answers/source.ts";
import { viewMaker } from "#widget/answers/view-maker.ts";
import { App } from "#widget/app.tsx";
import { setSurroundings } from "#widget/page/surroundings.ts";
import { begin, type Loaded, type State } from "#widget/store.ts";
import { compareInWords } from "../../support/in-words.ts";
import { asked } from "../../support/queries.ts";

const strings = english.screen;
const nobody: AnswerSource = {
  answer: () => Promise.reject(new Error("nobody asks")),
  cited: () => Promise.reject(new Error("nobody asks")),
  choices: () => Promise.reject(new Error("nobody asks")),
  ofPatient: () => Promise.reject(new Error("nobody asks")),
};

beforeAll(async () => {
  setSurroundings({ styles: "", viewMaker: async () => viewMaker });
  await loadAfterFirstView();
});

const computed = new Map<string, Comparison>();

function comparisonOf(query: string): Comparison {
  const comparison = computed.get(query) ?? compareInWords(asked(query, dataset), dataset);
  computed.set(query, comparison);
  return comparison;
}

function answerTo(query: string, over: Partial<Loaded> = {}): Loaded {
  const comparison = comparisonOf(query);
  return { asked: query, view: viewMaker.view(comparison, strings), comparison, ...over };
}

/** A state that is drawn, as a reader has it before them. */
function drawn(over: Partial<State>): string {
  return render(
    <App
      state={{ ...begin("", null).state, live: true, ...over }}
      send={() => undefined}
      place={{} as Element}
      source={nobody}
      apiBase=""
      strings={strings}
    />,
  );
}

/** Its words; those of different elements do not touch. */
const words = (html: string): string =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();

const show = (query: string, over: Partial<State> = {}): string =>
  drawn({ query, loaded: answerTo(query), ...over });

/** The outcomes, each with its words; the first one stands below the verdict. */
function rowsOf(html: string): string[] {
  const [, ...rows] = html.split(/<(?:header|li)(?=[^>]* data-outcome=)/);
  return rows.map((row) => words(`<p ${row.split(/<\/header>|<\/li><li class="row|<\/ol>/)[0]}`));
}

describe("without an answer", () => {
  it("the shape of the answer is shown, and it is said that it is loading", () => {
    const html = drawn({});
    expect(html).toMatch(/<output class="status"><p class="hidden">Comparing trials/);
    expect(html.match(/aria-busy="true"/g)).toHaveLength(1);
    for (const name of Object.values(strings.tabs)) expect(html).toContain(name);
  });

  it.each<[string, Failure, string, string]>([
    ["offline", { kind: "offline" }, "No connection", "Try again"],
    ["failed", { kind: "failed" }, "could not be loaded", "Try again"],
    ["refused", { kind: "refused", details: ["age: no range"] }, "age: no range", "Reset"],
  ])("the reason is said and what can be done: %s", (_, failure, reason, action) => {
    const text = words(drawn({ failure }));
    expect(text).toContain(reason);
    expect(text).toContain(action);
    expect(text).not.toContain("Comparing trials");
  });
});

describe("while the next answer is missing", () => {
  const waiting = { query: "setting=early" };

  it("every row is marked as that of the question before; those that are here are not", () => {
    const { view, comparison } = answerTo("");
    const [row] = comparison?.outcomes ?? [];
    const [shown] = view.rows;
    if (!row || !shown) throw new Error("no rows");
    const busy = (html: string) => html.match(/<(?:header|li)[^>]*aria-busy/g)?.length;
    expect(busy(show("", waiting))).toBe(view.rows.length);
    const difference = shown.difference && { ...shown.difference, amount: "99 more" };
    const fresh = [{ view: { ...shown, difference }, row }];
    const html = show("", { ...waiting, fresh });
    expect(busy(html)).toBe(view.rows.length - 1);
    expect(rowsOf(html)[0]).toContain("99 more");
  });

  it("it is said when it takes long", () => {
    expect(words(show("", { ...waiting, slow: true }))).toContain("Still working");
    expect(words(show("", { slow: true }))).not.toContain("Still working");
  });

  it.each([
    [{ kind: "offline" }, "No connection"],
    [{ kind: "failed" }, strings.states.previous],
  ] as const)("the old numbers stay beside the reason: %o", (failure, reason) => {
    const html = show("", { ...waiting, failure });
    expect(words(html)).toContain(reason);
    expect(words(html)).toContain("Try again");
    expect(rowsOf(html)).toEqual(rowsOf(show("", waiting)));
  });
});

describe("an opened row", () => {
  const openRows = ["orr"];

  it("waits for its trials, or says in the row why they are not here", () => {
    const loaded = { ...answerTo(""), comparison: null };
    const [first] = rowsOf(drawn({ loaded, openRows }));
    expect(first).toContain(strings.detail.loading);
    const [failed] = rowsOf(drawn({ loaded, openRows, failure: { kind: "offline" } }));
    expect(failed).toContain("No connection");
    expect(failed).not.toContain(strings.detail.loading);
  });

  it("shows its numbers also while their sources are missing", () => {
    const loaded = answerTo("", { onDevice: { cutOff: true } });
    const html = drawn({ loaded, openRows, failure: { kind: "offline" } });
    expect(rowsOf(html)[0]).toMatch(/8 trials · \d+ patients.*122 of 161/);
  });
});

it("an answer that was computed here, because nobody could be asked, says so and is announced so", () => {
  const html = drawn({ loaded: answerTo("", { onDevice: { cutOff: true } }) });
  expect(html).toMatch(/<output class="status">.*computed on this device.*<\/output>/);
  expect(html).toMatch(/<p class="notice">[^<]*computed on this device/);
  const confirmed = drawn({ loaded: answerTo("", { onDevice: { cutOff: false } }) });
  expect(confirmed).not.toContain("computed on this device");
});

it("the answer that came with the page is not announced; the next one is", () => {
  const initial = answerTo("");
  expect(drawn({ initial, loaded: initial })).toMatch(/<output class="status"><\/output>/);
  const query = "setting=early";
  expect(show(query, { initial })).toMatch(/<output class="status"><p class="hidden">.*<\/output>/);
});

it("withdrawn numbers are not drawn, but the reason", () => {
  const text = words(show("", { withdrawn: { reason: "A wrong number." } }));
  expect(text).toContain("A wrong number.");
  expect(text).not.toContain("of 100");
});

describe("when nothing is left", () => {
  it.each(["prior-lines=90-", "prior-lines=90-&age=99-"])(
    "%s shows no rate, and a way out",
    (query) => {
      const html = show(query);
      expect(words(html)).toContain("No trial answers this question");
      expect(html).not.toMatch(/\d of 100/);
      const offers = html.match(/\d+ CAR-T and \d+ bispecific/g) ?? [];
      const { relax } = comparisonOf(query).selection;
      expect(relax.length).toBeGreaterThan(0);
      expect(offers).toHaveLength(Math.min(3, relax.length));
    },
  );
});

describe("when one class is left", () => {
  it.each([
    ["therapy-class=car-t", "bispecific"],
    ["therapy-class=bsab", "CAR-T"],
    ["prior-lines=-4", "bispecific"],
  ])("%s shows no difference, and that there is no %s study", (query, other) => {
    const html = show(query);
    const text = words(html);
    expect(text).toContain(`No ${other} study`);
    expect(text).toMatch(/\d+ CAR-T and \d+ bispecific/);
    for (const row of rowsOf(html)) expect(row).not.toMatch(/\d (more|fewer)/);
  });
});

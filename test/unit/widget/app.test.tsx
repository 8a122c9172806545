import { render } from "preact-render-to-string";
import { beforeAll, describe, expect, it } from "vitest";
import type { Screen } from "#presentation/views/screen.ts";
import { elementTexts as strings } from "#presentation/words/element.ts";
import { App } from "#widget/app.tsx";
import { type HandedOver, type Loaded, makeFirstStoreStep, type State } from "#widget/store.ts";
import { patient } from "../../support/for-patient.ts";
import { textOf } from "../../support/html.ts";
import { read, to } from "../../support/in-process.ts";
import { noRequests, nowhere } from "../../support/opened-row.tsx";
import { ofPatient } from "./an-element.ts";

const views = new Map<string, Screen>();

const questions = [
  ...["", "lines=2", "compare=product"],
  ...["prior-lines=90-", "prior-lines=90-&age=99-"],
  ...["therapy-class=car-t", "therapy-class=bsab", "prior-lines=-4"],
];

beforeAll(async () => {
  for (const question of questions) views.set(question, await read(to("/v1/screen", question)));
});

function answerTo(question: string, over: Partial<Loaded> = {}): Loaded {
  const view = views.get(question);
  if (!view) throw new Error(`not asked: ${question}`);
  return { query: question, view, onDevice: false, ...over };
}

/** Returns the HTML of a state that is drawn and can be used. */
function drawn(over: Partial<State>): string {
  return render(
    <App
      state={{ ...makeFirstStoreStep("", null).state, hydrated: true, ...over }}
      send={() => undefined}
      place={nowhere}
      ask={noRequests}
    />,
  );
}

/** Returns the words of HTML; those of different elements do not touch. */
const words = (html: string): string => textOf(html).trim();

const show = (query: string, over: Partial<State> = {}): string =>
  drawn({ query, loaded: answerTo(query), ...over });

/** The outcomes, each with its words; the first one stands below the verdict. */
function rowsOf(html: string): string[] {
  const [, ...rows] = html.split(/<(?:header|li)(?=[^>]* data-outcome=)/);
  return rows.map((row) => words(`<p ${row.split(/<\/header>|<\/li><li class="row|<\/ol>/)[0]}`));
}

describe("while the next answer is missing", () => {
  const waiting = { query: "lines=2" };

  it("the verdict and every row are marked as those of the question before", () => {
    const busy = (html: string) => html.match(/<(?:header|li)[^>]*aria-busy/g)?.length;
    const { rows, before } = answerTo("").view;
    expect(busy(show("", waiting))).toBe(1 + rows.length + (before?.rows.length ?? 0));
    expect(busy(show(""))).toBeUndefined();
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

describe("an answer that was computed here, because nobody could be asked", () => {
  it("is announced so", () => {
    const html = show("", { loaded: answerTo("", { onDevice: true }) });
    expect(html).toMatch(/<output class="status">.*computed on this device.*<\/output>/);
  });

  it.each(["", "compare=product"])("says how old its data are once they are old: %j", (query) => {
    const onDevice = answerTo(query, { onDevice: true });
    const view = { ...onDevice.view, dataDate: "2025-06-01" };
    const ageText = /These are data of 1 Jun 2025, \d+ days old\./g;
    const html = show(query, { loaded: { ...onDevice, view } }).replace(
      /<output.*?<\/output>/s,
      "",
    );
    expect(words(html).match(ageText)).toHaveLength(1);
    expect(words(show(query, { loaded: { ...onDevice, view, onDevice: false } }))).not.toMatch(
      ageText,
    );
  });
});

describe("what screen readers hear", () => {
  const heard = (html: string) => words(/<output.*?<\/output>/s.exec(html)?.[0] ?? "");

  it("is nothing of the answer that came with the page", () => {
    const initial = answerTo("");
    expect(heard(drawn({ initial, loaded: initial }))).toBe("");
  });

  it("of the next one is its verdict, and the rows that say something else", () => {
    const query = "lines=2";
    const { view } = answerTo(query);
    const [first] = view.rows;
    const html = show(query, { initial: answerTo(""), changed: [first?.outcome ?? ""] });
    expect(heard(html)).toContain(view.verdict.lead);
    expect(heard(html)).toContain(`Changed: ${first?.label}.`);
  });
});

it("a patient of a record stands below what the record is, with the way back", () => {
  const ofRecord = patient({ age: 71 });
  const loaded = answerTo("", { forPatient: ofPatient(ofRecord) });
  const give = { label: "Into the record", done: "Given.", press: () => undefined };
  const saidOfRecord: HandedOver["saidOfRecord"] = (onScreen) =>
    onScreen === ofRecord ? "Of the record." : "Changed.";
  const handed: HandedOver = { patient: ofRecord, saidOfRecord, give };
  const text = words(show("", { patient: ofRecord, loaded, handed }));
  expect(text).toContain("Of the record. Into the record");
  const changed = { ...ofRecord, priorLines: 3 };
  const pending = words(show("", { patient: changed, loaded, handed }));
  expect(pending).toContain("Changed.");
  // The numbers on screen are not yet those of this patient's question.
  expect(pending).not.toContain("Into the record");
});

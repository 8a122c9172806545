/** Tests what is drawn of a state: the frame of every view and what is offered in it, and an opened row. */
import { render } from "preact-render-to-string";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ClassTable } from "#presentation/row/class-tables.ts";
import type { OpenedRow } from "#presentation/views/opened-row.ts";
import type { PatientsView } from "#presentation/views/patient.ts";
import type { Screen, ScreenKind } from "#presentation/views/screen.ts";
import { elementTexts as strings } from "#presentation/words/element.ts";
import { survivalSegments } from "#presentation/words/names.ts";
import { App } from "#widget/app.tsx";
import { surroundings } from "#widget/page/environment.ts";
import { makePatientView } from "#widget/patient-view.ts";
import { type HandedOver, type Loaded, makeFirstStoreStep, type State } from "#widget/store.ts";
import { RegionOffers } from "#widget/views/region-offers.tsx";
import { type Act, Shell } from "#widget/views/shell.tsx";
import { row as made } from "../../support/answers.ts";
import { textOf } from "../../support/html.ts";
import { read, to } from "../../support/in-process.ts";
import { noRequests, nowhere, openedOf, openedRow } from "../../support/opened-row.tsx";
import { sampled } from "../../support/sample.ts";
import { patient } from "./an-element.ts";

const questions: Readonly<Record<ScreenKind, string>> = {
  classes: "",
  survival: "outcome=survival",
  products: "compare=product",
  course: "view=course",
};

let views: Record<ScreenKind, Screen>;
/** The answer for the patient. */
let loadedForPatient: Loaded;
beforeAll(async () => {
  const entries = Object.entries(questions).map(async ([kind, question]) => [
    kind,
    await read<Screen>(to("/v1/screen", question)),
  ]);
  views = Object.fromEntries(await Promise.all(entries));
  const patients = await read<PatientsView>("/v1/screen/patients");
  const { forPatient } = makePatientView("", patient, views.classes, patients);
  loadedForPatient = loadedOf(views.classes, { forPatient });
});

const site = "https://here.example";
const nothing = () => undefined;
const act: Act = { toggleRow: nothing, openSheet: nothing, choose: nothing, toAll: nothing };
const html = (view: Screen, more: Partial<Parameters<typeof Shell>[0]> = {}) =>
  render(<Shell view={view} site={site} {...more} />);

describe.each(Object.keys(questions) as ScreenKind[])("the view of %s", (kind) => {
  it("can be used once the element is there, and not before", () => {
    expect(html(views[kind]).match(/<button[^>]*disabled/g)?.length).toBeGreaterThan(1);
    expect(html(views[kind], { act })).not.toContain("disabled");
  });
});

describe("the tabs", () => {
  it("keep the question, and mark the one that is shown", () => {
    const drawn = html(views.survival);
    expect(drawn).toMatch(
      new RegExp(
        `href="[^"]*outcome=survival"[^>]*aria-current="true"[^>]*>${strings.tabs.survival}<`,
      ),
    );
    // The kind of survival that is shown is marked, too.
    expect(
      [...drawn.matchAll(/aria-current="true"[^>]*>([^<]+)</g)].map(([, name]) => name),
    ).toEqual([strings.tabs.survival, survivalSegments.pfs]);
    expect(html(views.classes).match(/aria-current/g)).toHaveLength(1);
  });
});

it("the verdict on survival of the previous question is marked as its rows are", () => {
  const verdict = /<header class="headline" aria-busy="true">/;
  expect(html(views.survival, { stale: true })).toMatch(verdict);
  expect(html(views.survival)).not.toMatch(verdict);
});

const { isOwnPage } = surroundings;
afterEach(() => {
  surroundings.isOwnPage = isOwnPage;
});

const offered = (query: string) => render(<RegionOffers query={query} onChoose={nothing} />);
const choices = (query: string) => offered(query).split("<a ").length - 1;

it("US and EU are one choice after one or two lines, unless the question names a region", () => {
  const queries = [
    "lines=1",
    "lines=2",
    "lines=2&availability=us",
    "lines=any",
    "",
    "set=yang-2021",
  ];
  surroundings.isOwnPage = true;
  expect(queries.map(choices)).toEqual([3, 3, 0, 0, 0, 0]);
  // The region that the question already has is chosen.
  expect(offered("lines=1")).toMatch(/aria-current[^>]*>\s*US or EU/);
});

it("no region is offered on a page of another site", () => {
  surroundings.isOwnPage = false;
  expect(choices("lines=1")).toBe(0);
});

const loadedOf = (view: Screen, over: Partial<Loaded> = {}): Loaded => ({
  ...{ query: view.canonical, view, onDevice: false, ...over },
});

/** Returns the HTML of a state that is drawn and can be used. */
function drawn(over: Partial<State>): string {
  return render(
    <App
      state={{ ...makeFirstStoreStep("", null).state, hydrated: true, ...over }}
      send={nothing}
      place={nowhere}
      ask={noRequests}
    />,
  );
}

const show = (over: Partial<State> = {}): string =>
  drawn({ query: "", loaded: loadedOf(views.classes), ...over });

it("while the next answer is missing, the verdict and every row are marked as those of the question before", () => {
  const busy = (html: string) => html.match(/<(?:header|li)[^>]*aria-busy/g)?.length;
  expect(busy(show({ query: "lines=2" }))).toBe(1 + views.classes.rows.length);
  expect(busy(show())).toBeUndefined();
});

// `test/approved/answers/states/on-device-old.txt` has what an answer that was computed here says of its age.
it("an answer of the service says nothing of the age of its data", () => {
  const loaded = loadedOf({ ...views.classes, dataDate: "2025-06-01" });
  expect(textOf(show({ loaded }))).not.toContain("days old");
});

describe("what screen readers hear", () => {
  const heard = (html: string) => textOf(/<output.*?<\/output>/s.exec(html)?.[0] ?? "").trim();

  it("is nothing of the answer that came with the page", () => {
    const initial = loadedOf(views.classes);
    expect(heard(drawn({ initial, loaded: initial }))).toBe("");
  });

  it("of one that this device computed is that it did", () => {
    const loaded = loadedOf(views.classes, { onDevice: true });
    expect(heard(show({ loaded }))).toContain("computed on this device");
  });

  it("of the next one is its verdict, and the rows that say something else", () => {
    const { rows, verdict } = views.classes;
    const initial = loadedOf(views.survival);
    const text = heard(show({ initial, changed: [rows[0]?.outcome ?? ""] }));
    expect(text).toContain(verdict.lead);
    expect(text).toContain(`Changed: ${rows[0]?.label}.`);
  });
});

it("a patient of a record stands below what the record is, with the way back", () => {
  const give = { label: "Into the record", done: "Given.", press: nothing };
  const saidOfRecord: HandedOver["saidOfRecord"] = (onScreen) =>
    onScreen === patient ? "Of the record." : "Changed.";
  const handed: HandedOver = { patient, saidOfRecord, give };
  const text = textOf(show({ patient, loaded: loadedForPatient, handed }));
  expect(text).toContain("Of the record. Into the record");
  const changed = { ...patient, priorLines: 3 };
  const pending = textOf(show({ patient: changed, loaded: loadedForPatient, handed }));
  expect(pending).toContain("Changed.");
  // The numbers on screen are not yet those of this patient's question.
  expect(pending).not.toContain("Into the record");
});

/** An opened row: where its links lead, and its parts; its words are approved. */

/** Returns every address in a part of a row. */
function hrefsOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    key === "href" && typeof entry === "string" ? [entry] : hrefsOf(entry),
  );
}

const escaped = (text: string) => text.replaceAll("&", "&amp;");

describe.each([
  ["", 6],
  ["outcome=survival", 3],
  ["outcome=toxicity&evidence=all", 3],
  ["lines=2&exclude=karmma", 3],
  ["availability=any&target=any&prior-bcma=selected", 3],
] as const)("each opened row of %j", (question, size) => {
  let rows: OpenedRow[];
  beforeAll(async () => {
    const screen = await read<Screen>(to("/v1/screen", question));
    const outcomes = screen.rows.map(({ outcome }) => outcome);
    rows = await Promise.all(
      sampled(outcomes, size).map((outcome) =>
        read<OpenedRow>(to(`/v1/screen/${outcome}`, question)),
      ),
    );
  });

  it("leads out of the page only in tabs that cannot reach back", () => {
    for (const row of rows) {
      const html = openedRow(row);
      for (const [link, href] of html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>/g)) {
        expect(link).toContain('target="_blank" rel="noreferrer"');
        expect(href).toMatch(/^(https:|file:)/);
      }
      for (const href of hrefsOf([row.timing, row.tables, row.compared, row.published])) {
        expect(html).toContain(`href="${escaped(href)}"`);
      }
      for (const { cohort } of row.tables.flatMap(({ trials }) => trials)) {
        expect(html).toContain(`${surroundings.site}/v1/cohorts/${cohort}"`);
      }
    }
  });
});

it("the way to explore an outcome is not there for a patient, whose question no link holds", () => {
  const html = openedRow(openedOf(made({ outcome: "orr" })), { loaded: loadedForPatient });
  expect(html).toContain(`href="${surroundings.site}/methods#model"`);
  expect(html).not.toContain("/explore");
});

describe("the box of a trial", () => {
  const figure = {
    number: "50",
    under: "40–60",
    bar: [40, 60],
    marks: [{ at: 50, kind: "estimate" }],
    filled: true,
  } as const;
  const figures = [{ text: "5 of 10 · weight 50 %", citation: null }];
  const table: ClassTable = {
    ...{ group: "car-t", name: "CAR-T", number: null, facts: [], next: null },
    trials: [{ cohort: "a", label: "A", drug: "alpha-cel", of: "", drawn: figure, figures }],
    leftOut: [{ cohort: "b", label: "B", drug: "", of: "", drawn: null, figures: [] }],
  };
  const row = openedOf(made());
  const boxed = (query: string) => openedRow({ ...row, tables: [table] }, { query });

  it("is ticked for what the question counts, and names its trial", () => {
    const boxes = boxed("exclude=b").match(/<input [^>]*>/g);
    expect(boxes).toEqual([
      expect.stringContaining("checked"),
      expect.not.stringContaining("checked"),
    ]);
    expect(boxed("exclude=b")).toMatch(/Count A<\/span><\/label>.*Count B<\/span><\/label>/);
    expect(boxed("exclude=b")).toContain("left out");
  });

  it("is empty at once, while the numbers without the trial are on their way", () => {
    const boxes = boxed("exclude=a,b").match(/<input [^>]*>/g) ?? [];
    expect(boxes.filter((box) => box.includes("checked"))).toEqual([]);
    expect(boxed("exclude=a,b")).toContain("5 of 10");
  });
});

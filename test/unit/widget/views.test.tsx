/** The frame of every view, what is offered in it, and the form for counts of the reader, as they are drawn at first. */
import { render } from "preact-render-to-string";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import type { Screen, ScreenKind, Tab } from "#presentation/views/screen.ts";
import { elementTexts as strings } from "#presentation/words/element.ts";
import { survivalSegments } from "#presentation/words/names.ts";
import { addedCounts } from "#server/answers/compute/added-counts.ts";
import { wrapAddedCounts } from "#widget/added/counts.ts";
import { AddedForm, blankDraft } from "#widget/added/form.tsx";
import { surroundings } from "#widget/page/environment.ts";
import { OwnCounts } from "#widget/views/own-counts.tsx";
import { RegionOffers } from "#widget/views/region-offers.tsx";
import { type Act, Shell } from "#widget/views/shell.tsx";
import { read, to } from "../../support/in-process.ts";
import { nowhere } from "../../support/opened-row.tsx";

const questions: Readonly<Record<ScreenKind, string>> = {
  classes: "",
  survival: "outcome=survival",
  products: "compare=product",
};

let views: Record<ScreenKind, Screen>;
beforeAll(async () => {
  const entries = Object.entries(questions).map(async ([kind, question]) => [
    kind,
    await read<Screen>(to("/v1/screen", question)),
  ]);
  views = Object.fromEntries(await Promise.all(entries));
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
    // Harms are those of the classes, also from drugs side by side.
    expect(html(views.products)).toContain(`href="${site}/embed?outcome=toxicity"`);
  });

  it("lead to our page in the look of this one, if it has one of its own", () => {
    const linkTo = (_: string, query: string) => `/embed?${query}&theme=dark`;
    expect(html(views.classes, { linkTo })).toContain(
      'href="/embed?outcome=survival&amp;theme=dark"',
    );
  });

  it("of another group do not compile", () => {
    // @ts-expect-error No outcome is of this group.
    const tab: Tab = "feasibility";
    expect(dataset.outcomes.map(({ group }) => group)).not.toContain(tab);
  });
});

it.each(["classes", "survival"] as const)(
  "the verdict of the previous question is marked as its rows are, in the view of %s",
  (kind) => {
    const verdict = /<header class="headline" aria-busy="true">/;
    expect(html(views[kind], { stale: true })).toMatch(verdict);
    expect(html(views[kind])).not.toMatch(verdict);
  },
);

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

it("neither a region nor the form for counts is offered on a page of another site", () => {
  const counts = () => render(<OwnCounts place={nowhere} isOffered />);
  surroundings.isOwnPage = true;
  expect(counts()).toContain("Add your counts");
  surroundings.isOwnPage = false;
  expect([choices("lines=1"), counts()]).toEqual([0, ""]);
});

it("the form for counts lists the drugs that are labelled in the regions of the question first", () => {
  const typed = { ...blankDraft.typed, class: "bsab" };
  const html = render(
    <AddedForm
      counts={wrapAddedCounts(addedCounts)}
      question="availability=eu"
      content={null}
      others={[]}
      draft={{ ...blankDraft, typed }}
      onOpen={nothing}
      onAdd={nothing}
      onClose={nothing}
    />,
  );
  const groups = [...html.matchAll(/<optgroup label="([^"]+)">(.*?)<\/optgroup>/g)];
  const [labelled, others] = groups.map(([, label, options = ""]) => ({
    label,
    products: [...options.matchAll(/value="([^"]+)"/g)].map(([, product]) => product),
  }));
  expect([labelled?.label, others?.label]).toEqual(["Labelled in EU", "Not labelled there"]);
  expect(labelled?.products).toEqual(
    expect.arrayContaining(["elranatamab", "linvoseltamab", "talquetamab", "teclistamab"]),
  );
  expect(others?.products).not.toContain("teclistamab");
});

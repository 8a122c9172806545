/** Tests the frame of every view: the question, tabs, the view itself, the foot. */
import { render } from "preact-render-to-string";
import { beforeAll, describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import type { Screen, ScreenKind, Tab } from "#presentation/views/screen.ts";
import { elementTexts as strings } from "#presentation/words/element.ts";
import { survivalSegments } from "#presentation/words/names.ts";
import { type Act, Shell } from "#widget/views/shell.tsx";
import { read, to } from "../../../support/in-process.ts";

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
const act: Act = {
  toggleRow: () => undefined,
  openSheet: () => undefined,
  choose: () => undefined,
  toAll: () => undefined,
};
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

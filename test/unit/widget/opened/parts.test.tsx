/** The parts of an opened row: one is open, its notes are few, a trial has a box that leaves it out. */
import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { english } from "#presentation/words/catalogue.ts";
import { Notes } from "#widget/opened/notes.tsx";
import { Tabs } from "#widget/opened/tabs.tsx";
import { TrialList } from "#widget/opened/trial-list.tsx";

const words = english.detail;

describe("the parts of an opened row", () => {
  it("are tabs of which one is open and one is a tab stop", () => {
    const html = render(
      <Tabs id="orr" label="Parts" names={{ a: "A", b: "B" }} chosen="b" onChoose={() => {}}>
        inside
      </Tabs>,
    );
    expect(html.match(/role="tab" [^>]*/g)).toEqual([
      'role="tab" id="orr-a" aria-selected="false" aria-controls="orr-panel" tabindex="-1"',
      'role="tab" id="orr-b" aria-selected="true" aria-controls="orr-panel" tabindex="0"',
    ]);
    expect(html).toContain('role="tabpanel" id="orr-panel" aria-labelledby="orr-b">inside<');
  });
});

describe("notes", () => {
  const notes = ["One.", "Two.", "Three.", "Four."].map((text) => ({
    code: text,
    label: "",
    text,
  }));

  it("stand open up to three, the others behind a line that counts them", () => {
    expect(render(<Notes notes={notes.slice(0, 3)} words={words} />)).not.toContain("<details>");
    expect(render(<Notes notes={notes} words={words} />)).toMatch(
      /Three\.<.*<details><summary>1 more note<\/summary>.*Four\./,
    );
  });
});

describe("the box of a trial", () => {
  const place = { mark: 0.5, interval: [0.4, 0.6], goesOn: false } as const;
  const counted = {
    count: "5 of 10",
    rate: "50",
    range: "(40–60)",
    weight: "weight 50 %",
    side: 6,
    place,
  };
  const lines = [
    { cohort: "a", label: "A", publication: null, counted },
    { cohort: "b", label: "B", publication: null, counted: null },
  ];
  const table = { key: "car-t", group: "car-t", name: "CAR-T", lines, together: [] } as const;
  const trials = { ticks: [0, 50, 100], tables: [table], goesOn: false } as const;
  const html = (leaving?: Parameters<typeof TrialList>[0]["leaving"]) =>
    render(<TrialList trials={trials} words={words} apiBase="" leaving={leaving} />);

  it("is ticked for what the question counts, and names its trial", () => {
    const boxes = html({ ids: ["b"], onChange: () => {}, memory: {} }).match(/<input [^>]*>/g);
    expect(boxes).toEqual([
      expect.stringContaining("checked"),
      expect.not.stringContaining("checked"),
    ]);
    const text = html({ ids: ["b"], onChange: () => {}, memory: {} });
    expect(text).toMatch(/Count A<\/span><\/label>.*Count B<\/span><\/label>/);
    expect(text).toContain(words.trials.leftOut);
  });

  it("is not there where the question cannot change", () => {
    expect(html()).not.toContain("<input");
    expect(html()).toContain(words.trials.intervals);
  });
});

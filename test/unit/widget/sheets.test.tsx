/** The sheets of filters, the form for a patient, and what is drawn of such patients, whose words are approved. */
import { render } from "preact-render-to-string";
import { beforeAll, describe, expect, it } from "vitest";
import type { EarlierKinds, PatientWithTraits } from "#core/question/patient.ts";
import type { EnrolledTrial } from "#presentation/views/patient.ts";
import { selectGroupsForPatient } from "#presentation/views/select-groups.ts";
import type { ChoiceList, Sheets } from "#presentation/views/sheet.ts";
import { FilterLists } from "#widget/sheets/filter-lists.tsx";
import { toggleEarlierTherapyOption } from "#widget/sheets/patient-form.tsx";
import { PatientGroups } from "#widget/sheets/patient-groups.tsx";
import { EnrolledByTrial } from "#widget/sheets/patient-results.tsx";
import { readTypedAge } from "#widget/sheets/typed-patient.ts";
import { by, byAge, contradicted, older } from "../../approved/made-up/patient-groups.ts";
import { patient } from "../../support/for-patient.ts";
import { textOf } from "../../support/html.ts";
import { read, to } from "../../support/in-process.ts";

/** An abbreviation is an element of its own, around which a text has no space. */
const plainText = (html: string) => textOf(html.replace(/<\/?abbr[^>]*>/g, ""));

const nothing = () => undefined;

function drawn(sheets: Sheets): string {
  return render(<FilterLists sheets={sheets} onChoose={nothing} onProducts={nothing} />);
}

function listsOf({ main, sections }: Sheets): readonly ChoiceList[] {
  return [...main, ...sections.flatMap((section) => section.lists)];
}

describe.each(["", "lines=2", "age=60-70&product=cilta-cel&exclude=karmma", "emd=95-"])(
  "the sheet of %j",
  (question) => {
    let sheets: Sheets;
    beforeAll(async () => {
      sheets = await read<Sheets>(to("/v1/choices", question));
    });

    it("marks what is chosen, and only that", () => {
      const html = drawn(sheets);
      const chosen = [...html.matchAll(/aria-pressed="true"[^>]*><span>(.*?)<\/span>/g)];
      expect(chosen.map(([, label = ""]) => plainText(label).trim()).sort()).toEqual(
        listsOf(sheets)
          .flatMap(({ choices }) => choices.filter(({ selected }) => selected))
          .map(({ label }) => label)
          .sort(),
      );
    });
  },
);

type Option = Parameters<typeof toggleEarlierTherapyOption>[1];

it.each<[readonly Option[], EarlierKinds | null]>([
  [["adc"], ["adc"]],
  [
    ["car-t", "adc"],
    ["adc", "car-t"],
  ],
  [["car-t", "adc", "car-t"], ["adc"]],
  [["adc", "adc"], null],
  [["none"], []],
  [["none", "none"], null],
  [["none", "bispecific"], ["bispecific"]],
  [["adc", "none"], []],
  [["some"], "some"],
  [["some", "some"], null],
  [["some", "car-t"], ["car-t"]],
  [["car-t", "some"], "some"],
  [["none", "some"], "some"],
])("earlier BCMA-directed therapy, pressed one after the other %j is %j", (ticks, expected) => {
  const nothing: EarlierKinds | null = null;
  expect(ticks.reduce<EarlierKinds | null>(toggleEarlierTherapyOption, nothing)).toEqual(expected);
});

describe("what is typed as an age", () => {
  it.each([
    ["71", 71],
    [" 18 ", 18],
    ["110", 110],
    ["", null],
    ["  ", null],
  ])('"%s" is read', (text, years) => {
    expect(readTypedAge(text)).toBe(years);
  });

  it.each(["111", "17", "4", "71.5", "-71", "seventy"])('"%s" is wrong', (text) => {
    expect(readTypedAge(text)).toBeNaN();
  });
});

const htmlOf = (view: ReturnType<typeof by>, person: Partial<PatientWithTraits>) =>
  render(<PatientGroups groups={selectGroupsForPatient(view, patient(person))} />);

/** The headings, rows and notes, in words. */
function linesOf(html: string): string[] {
  return [...html.matchAll(/<li\b.*?<\/li>|<h3>.*?<\/h3>|<p class="note.*?<\/p>/g)].map(([line]) =>
    textOf(line.replace(/<svg.*?<\/svg>/g, " ")).trim(),
  );
}

describe("the groups such as this patient", () => {
  it("stand with the others of the same report on one line, hollow at the rate, joined to a grey square", () => {
    const html = htmlOf(byAge, { age: 70 });
    expect(html).toContain('x="86.7%"');
    expect(html).toContain('x="80%"');
    expect(html).toContain("point hollow control");
    expect(html).toMatch(/class="tail" d="M80 10H86.7"/);
    expect(html.indexOf('x="80%"')).toBeLessThan(html.indexOf('x="86.7%"'));
  });

  it("are words without a mark where they are months, or where their source contradicts itself", () => {
    const { at: _, ...months } = { ...older, number: "9.1", under: "n 75", others: [] };
    const drawn = htmlOf(by("age", [months]), { age: 70 });
    expect(drawn).not.toContain("point");
    const without = htmlOf(by("renal-function", [contradicted]), { traits: ["renal-function"] });
    expect(without).not.toMatch(/point|axis-head/);
  });
});

describe("whom each trial enrolled", () => {
  const trials: EnrolledTrial[] = [
    { name: "ONE", group: "car-t", age: [[43, 78]], priorLines: [] },
    {
      name: "TWO",
      group: "bsab",
      age: [
        [30, 60],
        [80, 91],
      ],
      priorLines: [[3, 16]],
    },
    { name: "THREE", group: "bsab", age: [], priorLines: [] },
  ];
  const drawnFor = (of: "age" | "priorLines", value: number) =>
    render(<EnrolledByTrial enrolled={trials} of={of} value={value} />);

  it("is a bar a trial, with a tick where the patient lies within, and not reported", () => {
    const html = drawnFor("age", 82);
    expect(linesOf(html)).toEqual([
      "Ages enrolled, by trial",
      "ONE 43–78",
      "TWO 30–60, 80–91 ✓",
      "THREE not reported",
    ]);
    expect(html.match(/class="own" d="M82 /g)).toHaveLength(3);
    expect(html.match(/plotted bsab hollow/g)).toHaveLength(1);
    expect(html).toContain('aria-label="within"');
  });

  it.each([18, 70, 110])("keeps the line of a patient of %i years on the axis", (age) => {
    const [, place] =
      /d="M(\d+) /.exec(drawnFor("age", age).split('class="own"').at(-1) ?? "") ?? [];
    expect(Number(place)).toBeGreaterThanOrEqual(20);
    expect(Number(place)).toBeLessThanOrEqual(95);
  });

  it("is of prior lines where no age was said", () => {
    expect(linesOf(drawnFor("priorLines", 4))[2]).toBe("TWO 3–16 ✓");
  });

  it("has the scale of lines of its trials", () => {
    const few: EnrolledTrial[] = [{ name: "ONE", group: "car-t", age: [], priorLines: [[1, 3]] }];
    const html = render(<EnrolledByTrial enrolled={few} of="priorLines" value={1} />);
    expect(html).toContain('viewBox="0 0 4 20"');
    expect(drawnFor("priorLines", 4)).toContain('viewBox="0 0 17 20"');
  });
});

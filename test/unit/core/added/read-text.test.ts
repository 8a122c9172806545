/**
 * Tests what a reader pastes or opens: a table in exactly the columns of the template and a file that was kept are
 * read, nothing is guessed, and each problem is reported at its field.
 */
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { readAddedCohort } from "#core/added/cohort.ts";
import { type AddedContent, makeCsvTemplate } from "#core/added/fields.ts";
import { findNameOfEarlierGroupWithSameCounts, readAddedGroups } from "#core/added/read-text.ts";
import { parseTableIntoGroups } from "#core/added/table.ts";
import { published } from "#core/dataset.ts";
import { cohortSchema } from "#data/schema.ts";

const read = (text: string, others: readonly AddedContent[] = []) =>
  readAddedGroups(text, others, published, parseTableIntoGroups);

const base = {
  name: "Our centre",
  class: "car-t",
  product: "cilta-cel",
  evidence: "real-world",
  patients: 41,
  outcomes: [{ outcome: "orr", events: 34 }],
};

const withFields = (changes: object) => JSON.stringify({ ...base, ...changes });
const withOutcomes = (...outcomes: object[]) => withFields({ outcomes });
const withResponse = (counts: object) => withOutcomes({ outcome: "orr", ...counts });
const withThree = (outcome: string, more: object = {}, fields: object = {}) =>
  withFields({ ...fields, outcomes: [{ outcome, events: 3, ...more }] });
/** Counts such as "orr 20, cr 12". */
const withCounts = (text: string) =>
  withOutcomes(
    ...text.split(", ").map((count) => {
      const [outcome, events] = count.split(" ");
      return { outcome, events: Number(events) };
    }),
  );

const columns = [
  ...["name", "class", "product", "evidence", "linesFrom", "linesTo", "patients"],
  ...["medianAge", "medianLines", "followUpMonths"],
  ...["outcome", "events", "n", "grading", "grades"],
] as const;
type Cells = Partial<Record<(typeof columns)[number], string>>;

const group: Cells = {
  ...{ name: "A", class: "car-t", product: "cilta-cel", evidence: "trial", patients: "41" },
  ...{ outcome: "orr", events: "34" },
};
const further = (cells: Cells): Cells => ({ name: "A", ...cells });

/** Makes a table in the columns of the template, or in others. */
const table = (lines: readonly Cells[], separator = ",", names: readonly string[] = columns) =>
  [names, ...lines.map((cells) => columns.map((column) => cells[column] ?? ""))]
    .map((cells) => cells.join(separator))
    .join("\n");
/** The table of one line, below other names of its columns. */
const tableOf = (names: readonly string[]) => table([group], ",", names);
const renamed = (from: string, to: string) => columns.map((name) => (name === from ? to : name));

const groupsNamed = (...names: string[]) =>
  JSON.stringify(names.map((name) => ({ ...base, name })));
const complete = (events: string, cells: Cells = {}) =>
  further({ outcome: "cr", events, ...cells });

/** The field of the problem, the text, and words of what is said there. */
const malformed: readonly (readonly [field: string, what: string, text: string, RegExp])[] = [
  ["", "too many groups", groupsNamed(..."ABCDE"), /5 groups: at most 4/],
  ["", "a table without lines", table([]), /no counts yet/],
  ["", "the template as it is", makeCsvTemplate(), /no counts yet/],
  ["group 1", "a list of numbers", "[1, 2]", /a group: a name/],
  ["group 2, name", "two groups of one name", JSON.stringify([base, base]), /“Our centre”/],
  ["name", "no name", withFields({ name: undefined }), /a name of 1 to 40/],
  ["name", "an empty name", withFields({ name: " " }), /a name of 1 to 40/],
  ["name", "a long name", withFields({ name: "x".repeat(41) }), /a name of 1 to 40/],
  ["name", "code as a name", withFields({ name: ')-----"); quit()' }), /without quotation marks/],
  ["name", "a name of two lines", withFields({ name: "A\nB" }), /a name/],
  ["name", "a name in another encoding", withFields({ name: "K\ufffdln" }), /a name/],
  ["class", "an unknown class", withFields({ class: "adc" }), /CAR-T cells/],
  ["class", "another class", withFields({ product: "teclistamab" }), /teclistamab is a bispecific/],
  ["product", "no product", withFields({ product: undefined }), /bcma-car-t-mixed/],
  ["product", "an unknown product", withFields({ product: "carvykti-2" }), /a product of the list/],
  ["evidence", "no kind of evidence", withFields({ evidence: undefined }), /trial/],
  ["evidence", "an unknown kind of evidence", withFields({ evidence: "registry" }), /practice/],
  ["patients", "patients as a text", withFields({ patients: "41" }), /whole number/],
  ["patients", "a single patient", withFields({ patients: 1 }), /no single patient/],
  ["patients", "half a patient", withFields({ patients: 41.5 }), /whole number/],
  ["patients", "too many patients", withFields({ patients: 1e6 }), /whole number/],
  ["linesFrom", "above most", withFields({ linesFrom: 5, linesTo: 3 }), /at least 5, at most 3/],
  ["linesFrom", "no line", withFields({ linesFrom: 0 }), /1 to 30/],
  ["linesTo", "more lines than there are", withFields({ linesTo: 31 }), /1 to 30/],
  ["medianLines", "a median of no line", withFields({ medianLines: 0 }), /1 to 30/],
  ["medianLines", "a median of 61 lines", withFields({ medianLines: 61 }), /1 to 30/],
  ["medianAge", "a median age of a child", withFields({ medianAge: 17.9 }), /years, 18 to 110/],
  ["followUpMonths", "less than none", withFields({ followUpMonths: -2 }), /months, 0 to 240/],
  ["followUpMonths", "days for months", withFields({ followUpMonths: 380 }), /months, 0 to 240/],
  ["patient", "a misspelt field", withFields({ patient: 41 }), /no such field/],
  ["outcomes", "no outcome", withOutcomes(), /at least one outcome/],
  ["outcomes[0].events", "events above n", withResponse({ events: 42 }), /42 of 41: at most 41/],
  ["outcomes[0].events", "events below 0", withResponse({ events: -1 }), /0 or more/],
  ["outcomes[0].events", "half an event", withResponse({ events: 3.5 }), /whole number/],
  ["outcomes[0].events", "empty events", withResponse({ events: null }), /whole number/],
  ["outcomes[0].events", "events as a text", withResponse({ events: "34" }), /whole number/],
  ["outcomes[0].n", "n of 0", withResponse({ events: 0, n: 0 }), /1 or more/],
  ["outcomes[0].n", "n above all", withResponse({ events: 3, n: 50 }), /50 is more than the 41/],
  ["outcomes[0].event", "a misspelt field", withResponse({ event: 3, events: 3 }), /no such field/],
  ["outcomes[0].outcome", "an unknown outcome", withThree("happiness"), /an outcome of the list/],
  ["outcomes[0].outcome", "survival", withThree("pfs-12"), /no counted outcome “pfs-12”/],
  [
    "outcomes[0].outcome",
    "an outcome of the other class",
    withThree("infused", {}, { class: "bsab", product: "teclistamab" }),
    /cannot occur after a bispecific/,
  ],
  ["outcomes[0].grading", "ICANS ungraded", withThree("icans"), /graded by ASTCT.*Neurotoxicity/],
  ["outcomes[0].grading", "CTCAE", withThree("icans-3", { grading: "ctcae" }), /graded by ASTCT/],
  ["outcomes[0].grading", "an unknown scale", withThree("crs", { grading: "who" }), /astct, lee/],
  ["outcomes[0].grades", "of all", withThree("crs", { grades: "3-5" }), /CRS counts all grades/],
  ["outcomes[0].grades", "unknown grades", withThree("crs-3", { grades: "4" }), /3-4/],
  ["outcomes[1]", "an outcome twice", withCounts("orr 3, orr 4"), /given twice/],
  [
    "outcomes[1].events",
    "CR above",
    withCounts("orr 20, cr 21"),
    /21 Complete response but 20 Response/,
  ],
  ["outcomes[1].events", "more severe", withCounts("crs 2, crs-3 3"), /3 Severe CRS but 2 CRS/],
  ["A, product", "a table without a product", table([{ ...group, product: "" }]), /of the list/],
  ["A, outcomes", "a table without events", table([{ ...group, events: "" }]), /at least one/],
  ["line 2", "a cell more", table([{ ...group, medianAge: "61,5" }]), /16 cells, but 15 columns/],
  ["line 2, events", "n alone", table([{ ...group, events: "", n: "41" }]), /whole number/],
  ["line 2, outcome", "events alone", table([{ ...group, outcome: "" }]), /of the list, by its id/],
  ["line 2, medianAge", "nobody’s", table([{ ...group, medianAge: "999" }]), /years, 18 to 110/],
  ["line 3", "a cell too few", `${table([group])}\n${"A,".repeat(13)}`, /14 cells, but 15 columns/],
  [
    "line 3, name",
    "a line without a name",
    table([group, complete("20", { name: "" })]),
    /each line has the name of its group/,
  ],
  [
    "line 3, name",
    "a name that is like another one",
    table([group, { ...group, name: " a " }]),
    /another group is called “A”/,
  ],
  ["line 3, events", "events above n", table([group, complete("45", { n: "41" })]), /45 of 41/],
  [
    "line 3, patients",
    "a second number of patients",
    table([group, complete("20", { patients: "45" })]),
    /45, but 41 in line 2/,
  ],
  [
    "line 4, outcome",
    "an outcome twice in a table, with equal counts",
    table([group, complete("20"), further({ outcome: "orr", events: "34" })]),
    /Response is given twice/,
  ],
  [
    "line 4, events",
    "complete response above response, in a table sorted by outcome",
    table([
      ...[group, { ...group, name: "B", events: "30" }],
      ...[complete("40"), { ...group, name: "B", outcome: "cr", events: "20" }],
    ]),
    /40 Complete response but 34 Response/,
  ],
];

/** What was once guessed, each as a line or as the value of a cell. */
const guesses: readonly (readonly [what: string, cells: Cells, field: string])[] = [
  ["a percentage", { events: "83%" }, "line 2, events"],
  ["a count with its n in one cell", { events: "34 of 41" }, "line 2, events"],
  ["not reported", { medianAge: "nr" }, "line 2, medianAge"],
  ["a class in words", { class: "CAR-T cells" }, "line 2, class"],
  ["the brand of a product", { product: "Carvykti" }, "line 2, product"],
  ["another name of an outcome", { outcome: "ORR" }, "line 2, outcome"],
  ["a scale in capitals", { grading: "ASTCT" }, "line 2, grading"],
  ["grades in other words", { outcome: "crs-3", grades: "≥3" }, "line 2, grades"],
];

/** Texts that are neither a table in the columns of the template nor a file that was kept. */
const neither: readonly (readonly [what: string, text: string])[] = [
  ["nothing", "  \n"],
  ["a damaged file", '{"name": "Our'],
  ["too long a text", `{"name": "${"x".repeat(200_001)}"}`],
  ["a workbook", "PK\u0003\u0004[Content_Types].xml"],
  ["another encoding", "n\0a\0m\0e\0,\0"],
  ["words", "34 of 41 responded"],
  ["a table without the names of columns", table([group]).split("\n").slice(1).join("\n")],
  ["a line a group", "name,product,evidence,patients,Response\nA,cilta-cel,trial,41,34"],
  ["a line a patient", tableOf(renamed("name", "Patient ID"))],
  ["a column too many", tableOf([...columns, "bed"])],
  ["a name of a column in capitals", tableOf(renamed("name", "Name"))],
  ["a quotation mark that is not closed", `${table([group])}\n"A,`],
  ["another name of a column", tableOf(renamed("events", "responders"))],
];

const expectProblem = (text: string, field: string, message = /./) => {
  const { problems = [] } = read(text) ?? {};
  const problemNamed = problems.find(
    (problem) => problem.field === field && message.test(problem.message),
  );
  expect(problemNamed, JSON.stringify(problems)).toBeDefined();
  const fields = problems.map((problem) => problem.field);
  expect(fields).toEqual([...new Set(fields)]);
};

describe("a malformed text", () => {
  it.each(malformed)("is refused at its field “%s”: %s", (field, _, text, message) => {
    expectProblem(text, field, message);
  });

  it.each(guesses)("%s is not guessed", (_, cells, field) => {
    expect(read(table([group]))?.problems).toEqual([]);
    expectProblem(table([{ ...group, ...cells }]), field);
  });

  it.each(neither)("%s is neither a table of the template nor a file", (_, text) => {
    expect(read(text)).toBeNull();
  });
});

describe("a file that was kept", () => {
  it("is read with what is needed alone", () => {
    expect(read(JSON.stringify(base))).toEqual({ contents: [base], problems: [] });
    expect(read(withFields({ class: undefined }))?.problems).toEqual([]);
  });

  it("may be several groups", () => {
    const groups = [base, { ...base, name: "Their centre" }];
    expect(read(JSON.stringify(groups, null, 2))).toEqual({ contents: groups, problems: [] });
  });
});

describe("a table in the columns of the template", () => {
  const lines = [
    { ...group, medianAge: "61", followUpMonths: "12.5", linesFrom: "3" },
    {},
    further({ outcome: "cr", events: "20", n: "40" }),
    further({ outcome: "icans-3", events: "3", grading: "astct", grades: "3-4" }),
    further({ outcome: "mrd-negative" }),
  ];
  const content = {
    ...{ name: "A", class: "car-t", product: "cilta-cel", evidence: "trial" },
    ...{ patients: 41, medianAge: 61, followUpMonths: 12.5, linesFrom: 3 },
    outcomes: [
      { outcome: "orr", events: 34 },
      { outcome: "cr", events: 20, n: 40 },
      { outcome: "icans-3", events: 3, grading: "astct", grades: "3-4" },
    ],
  };

  it.each([
    ["commas", ","],
    ["semicolons", ";"],
    ["tabs", "\t"],
  ])("is read with %s", (_, separator) => {
    expect(read(table(lines, separator))).toEqual({ contents: [content], problems: [] });
  });

  it("may begin with a byte order mark, end without a line break, and have columns in any order", () => {
    const backwards = (text: string) =>
      text
        .split("\n")
        .map((line) => line.split(",").toReversed().join(","))
        .join("\r\n");
    for (const text of [`\ufeff${table(lines)}\n`, backwards(table(lines))]) {
      expect(read(text)).toEqual({ contents: [content], problems: [] });
    }
  });

  it("may mark decimals with a comma where no comma separates cells", () => {
    const text = table([{ ...group, followUpMonths: "12,5" }], ";");
    expect(read(text)?.contents).toMatchObject([{ followUpMonths: 12.5 }]);
  });

  it("has one group for each name, wherever its lines stand", () => {
    const outcomes = ["orr", "cr", "crs"];
    const sorted = outcomes.flatMap((outcome) =>
      ["A", "B"].map((name) => ({ ...group, name, outcome, events: "20" })),
    );
    const { contents = [], problems } = read(table(sorted)) ?? {};
    expect(problems).toEqual([]);
    expect(contents.map(({ name }) => name)).toEqual(["A", "B"]);
    for (const content of contents) {
      expect(content.outcomes).toEqual(outcomes.map((outcome) => ({ outcome, events: 20 })));
    }
  });

  it("is made from the template by filling it in", () => {
    const [header = "", first = "", second = "", ...others] = makeCsvTemplate().split("\r\n");
    expect(header).toBe(columns.join(","));
    const fill = (line: string, cells: Cells) =>
      line
        .split(",")
        .map((cell, index) => cells[columns[index] ?? "name"] ?? cell)
        .join(",");
    const text = [header, fill(first, group), fill(second, further({ events: "30" })), ...others];
    expect(read(text.join("\r\n"))).toEqual({
      contents: [
        {
          ...{ name: "A", class: "car-t", product: "cilta-cel", evidence: "trial", patients: 41 },
          outcomes: [
            { outcome: "orr", events: 34 },
            { outcome: "vgpr", events: 30 },
          ],
        },
      ],
      problems: [],
    });
  });

  it("has outcomes of the data, with the scale that they need, in each line of the template", () => {
    const [, ...templateLines] = makeCsvTemplate().trimEnd().split("\r\n");
    const filled = templateLines.map((line) => {
      const [, outcome = "", , , grading = ""] = line.slice(line.search(/[a-z]/) - 1).split(",");
      return { ...group, outcome, grading, events: "3" };
    });
    expect(filled).toHaveLength(8);
    expect(read(table(filled))?.problems).toEqual([]);
  });
});

describe("groups beside those that are added already", () => {
  const added = [base, { ...base, name: "B" }, { ...base, name: "C" }];

  it("need a name of their own", () => {
    const { problems } = read(withFields({ name: "our  Centre" }), added) ?? {};
    expect(problems).toEqual([
      {
        field: "name",
        message: "another group is called “Our centre”; each has a name of its own",
      },
    ]);
  });

  it("are at most four together", () => {
    expect(read(groupsNamed("D"), added)?.problems).toEqual([]);
    expect(read(groupsNamed("D", "E"), added)?.problems).toEqual([
      { field: "", message: "2 groups, and 3 are added: at most 4" },
    ]);
  });

  it("are asked about if they have the counts of one before, whatever they are called", () => {
    const counts = [
      { outcome: "cr", events: 20 },
      { outcome: "orr", events: 34, n: 40 },
    ];
    const first = { ...base, name: "A", outcomes: counts };
    const other = { ...base, name: "B", evidence: "trial", medianAge: 61 };
    const equal = { ...other, outcomes: [counts[1], { ...counts[0], n: 41 }] };
    expect(findNameOfEarlierGroupWithSameCounts([first, equal], 1)).toBe("A");
    expect(findNameOfEarlierGroupWithSameCounts([first, equal], 0)).toBeNull();
    for (const change of [{ patients: 42 }, { product: "ide-cel" }, { outcomes: [counts[0]] }]) {
      expect(findNameOfEarlierGroupWithSameCounts([first, { ...equal, ...change }], 1)).toBeNull();
    }
  });
});

it("a cohort of a reader has the shape of a cohort of the data, whatever was stated", () => {
  const outcomes = [
    { outcome: "crs-3", events: 1, n: 40, grading: "lee", grades: "3-4" },
    { outcome: "mrd-negative", events: 3, n: 20 },
    { outcome: "vgpr", events: 9, n: 20 },
  ];
  const all = { linesFrom: 1, linesTo: 4, medianAge: 61, medianLines: 2, followUpMonths: 9 };
  for (const [content, setting] of [
    [base, "late"],
    [{ ...base, ...all, outcomes, class: undefined, evidence: "trial" }, "early"],
  ] as const) {
    const { cohort, problems } = readAddedCohort(content, published);
    expect(problems).toEqual([]);
    expect(v.parse(cohortSchema, cohort)).toEqual(cohort);
    expect(cohort).toMatchObject({ setting, therapyClass: "car-t", targets: ["bcma"] });
  }
});

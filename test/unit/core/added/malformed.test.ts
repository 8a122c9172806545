/**
 * Tests files that a reader may paste or open by mistake: each is refused, and each problem is reported at its field.
 */
import { describe, expect, it } from "vitest";
import { readText } from "#core/added/read-text.ts";
import { readSheet, sheetTemplate } from "#core/added/spreadsheet.ts";
import { published } from "#core/dataset.ts";

const read = (text: string) => readText(text, published, (sheet) => readSheet(sheet, published));

const base = {
  label: "Our centre",
  therapyClass: "car-t",
  product: "cilta-cel",
  evidence: "real-world",
  baseline: { n: 41 },
  figures: [{ outcome: "orr", events: 34 }],
};

const withFields = (changes: object) => JSON.stringify({ ...base, ...changes });
const withFigures = (...figures: object[]) => withFields({ figures });
const sheet = (...lines: string[]) => lines.join("\n");

/** The file, the field, and words of what is said there. */
const malformed: readonly (readonly [
  what: string,
  text: string,
  field: string,
  message: RegExp,
])[] = [
  ["nothing", "  \n", "", /nothing was pasted/],
  ["a damaged file", '{"label": "Our', "", /not JSON/],
  ["a list of numbers", "[1, 2]", "group 1", /a cohort/],
  ["too many groups", JSON.stringify(Array(5).fill(base)), "", /at most 4/],
  ["too long a text", `{"label": "${"x".repeat(200_001)}"}`, "", /too long/],
  ["no name", withFields({ label: undefined }), "label", /a name of 1 to 40/],
  ["an empty name", withFields({ label: " " }), "label", /a name of 1 to 40/],
  ["a long name", withFields({ label: "x".repeat(41) }), "label", /a name of 1 to 40/],
  ["code as a name", withFields({ label: ')-----"); quit()' }), "label", /without quotation marks/],
  ["a name of two lines", withFields({ label: "A\nB" }), "label", /a name/],
  ["a number as a name", withFields({ label: 3 }), "label", /a name/],
  [
    "neither a class nor a product",
    withFields({ therapyClass: undefined, product: undefined }),
    "therapyClass",
    /CAR-T cells/,
  ],
  ["no product", withFields({ product: undefined }), "product", /bcma-car-t-mixed/],
  ["an unknown class", withFields({ therapyClass: "adc" }), "therapyClass", /CAR-T cells/],
  ["an unknown product", withFields({ product: "carvykti-2" }), "product", /a product of the list/],
  [
    "a product of the other class",
    withFields({ product: "teclistamab" }),
    "therapyClass",
    /teclistamab is a bispecific/,
  ],
  ["no kind of evidence", withFields({ evidence: undefined }), "evidence", /trial/],
  ["an unknown kind of evidence", withFields({ evidence: "registry" }), "evidence", /practice/],
  ["no patients", withFields({ baseline: {} }), "baseline.n", /whole number from 2 to 100 000/],
  ["no baseline", withFields({ baseline: undefined }), "baseline.n", /whole number/],
  ["a text as baseline", withFields({ baseline: "41" }), "baseline", /n, the number/],
  ["patients as a text", withFields({ baseline: { n: "41" } }), "baseline.n", /whole number/],
  ["no patient", withFields({ baseline: { n: 0 } }), "baseline.n", /from 2 to/],
  ["a single patient", withFields({ baseline: { n: 1 } }), "baseline.n", /no single patient/],
  ["half a patient", withFields({ baseline: { n: 41.5 } }), "baseline.n", /whole number/],
  ["too many patients", withFields({ baseline: { n: 1e6 } }), "baseline.n", /whole number/],
  ["no outcome", withFigures(), "figures", /at least one outcome/],
  ["outcomes as a text", withFields({ figures: "34 of 41" }), "figures", /a list of outcomes/],
  [
    "events above n",
    withFigures({ outcome: "orr", events: 42 }),
    "figures[0].events",
    /42 of 41: at most 41/,
  ],
  ["events below 0", withFigures({ outcome: "orr", events: -1 }), "figures[0].events", /0 or more/],
  [
    "half an event",
    withFigures({ outcome: "orr", events: 3.5 }),
    "figures[0].events",
    /whole number/,
  ],
  ["no events", withFigures({ outcome: "orr" }), "figures[0].events", /whole number/],
  [
    "empty events",
    withFigures({ outcome: "orr", events: null }),
    "figures[0].events",
    /whole number/,
  ],
  [
    "events as a text",
    withFigures({ outcome: "orr", events: "34" }),
    "figures[0].events",
    /whole number/,
  ],
  ["n of 0", withFigures({ outcome: "orr", events: 0, n: 0 }), "figures[0].n", /1 or more/],
  [
    "n above all patients",
    withFigures({ outcome: "orr", events: 3, n: 50 }),
    "figures[0].n",
    /50 is more than the 41/,
  ],
  [
    "an unknown outcome",
    withFigures({ outcome: "happiness", events: 3 }),
    "figures[0].outcome",
    /an outcome of the list/,
  ],
  [
    "survival as a count",
    withFigures({ outcome: "pfs-12", events: 3 }),
    "figures[0].outcome",
    /that is counted/,
  ],
  [
    "an outcome of the other class",
    withFields({
      therapyClass: "bsab",
      product: "teclistamab",
      figures: [{ outcome: "infused", events: 3 }],
    }),
    "figures[0].outcome",
    /cannot occur after a bispecific/,
  ],
  [
    "an outcome twice",
    withFigures({ outcome: "orr", events: 3 }, { outcome: "orr", events: 4 }),
    "figures[1]",
    /given twice/,
  ],
  [
    "CR above response",
    withFigures({ outcome: "orr", events: 20 }, { outcome: "cr", events: 21 }),
    "figures[1].events",
    /21 Complete response but 20 Response/,
  ],
  [
    "severe CRS above CRS",
    withFigures({ outcome: "crs", events: 2 }, { outcome: "crs-3", events: 3 }),
    "figures[1].events",
    /3 Severe CRS but 2 CRS/,
  ],
  [
    "ICANS without grading",
    withFigures({ outcome: "icans", events: 3 }),
    "figures[0].grading",
    /graded by ASTCT.*Neurotoxicity/,
  ],
  [
    "ICANS by CTCAE",
    withFigures({ outcome: "icans-3", events: 3, grading: "ctcae" }),
    "figures[0].grading",
    /graded by ASTCT/,
  ],
  [
    "an unknown scale",
    withFigures({ outcome: "crs", events: 3, grading: "who" }),
    "figures[0].grading",
    /astct, lee/,
  ],
  [
    "grades of any grade",
    withFigures({ outcome: "crs", events: 3, grades: "3-5" }),
    "figures[0].grades",
    /counts all grades/,
  ],
  [
    "unknown grades",
    withFigures({ outcome: "crs-3", events: 3, grades: "4" }),
    "figures[0].grades",
    /3-4/,
  ],
  [
    "fewest lines above most",
    withFields({ admittedLines: { min: 5, max: 3 } }),
    "admittedLines",
    /at least 5, at most 3/,
  ],
  ["no line", withFields({ admittedLines: { min: 0 } }), "admittedLines.min", /1 or more/],
  ["months below 0", withFields({ followUpMonths: -2 }), "followUpMonths", /months, 0 or more/],
  [
    "combined with nothing",
    withFields({ regimen: "combination" }),
    "regimenPartners",
    /combination, but partners are: none/,
  ],
  ["a misspelt field", withFields({ patients: 41 }), "patients", /no such field/],
  [
    "a misspelt field of an outcome",
    withFigures({ outcome: "orr", event: 3, events: 3 }),
    "figures[0].event",
    /no such field/,
  ],
  ["a table without an outcome", sheet("name,class,n", "A,CAR-T,41"), "", /names the columns/],
  [
    "a table without events",
    sheet("name,outcome,n", "A,Response,41"),
    "",
    /column events is missing/,
  ],
  ["a table without lines", "name,class,outcome,events", "", /no line below/],
  [
    "a table of patients",
    sheet("Patient ID,outcome,events", "17,Response,1"),
    "",
    /never a line a patient/,
  ],
  [
    "a table with dates of birth",
    sheet("name,Date of birth,outcome,events", "A,1950,Response,1"),
    "",
    /never a line a patient/,
  ],
  [
    "an unknown column",
    sheet("name,class,evidence,outcome,events,n,bed", "A,CAR-T,trial,Response,3,41,7"),
    "column “bed”",
    /no such column/,
  ],
  [
    "a percentage",
    sheet("name,class,evidence,outcome,events,n", "A,CAR-T,trial,Response,83%,41"),
    "line 2, events",
    /no percentage/,
  ],
  [
    "a text as a number",
    sheet("name,class,evidence,outcome,events,n", "A,CAR-T,trial,Response,many,41"),
    "line 2, events",
    /whole number/,
  ],
  [
    "events above n in a table",
    sheet(
      "name;product;evidence;outcome;events;n",
      "A;cilta-cel;trial;Response;34;41",
      ";;;CR or better;45;41",
    ),
    "line 3, events",
    /45 of 41/,
  ],
  [
    "a class that is none",
    sheet("name\tclass\tevidence\tresponse\tn", "A\tcar\ttrial\t34\t41"),
    "line 2, class",
    /CAR-T cells/,
  ],
  [
    "events above n, a line a group",
    sheet("name,product,evidence,patients,Response", "A,cilta-cel,trial,41,42"),
    "line 2, Response",
    /42 of 41/,
  ],
  ["the template as it is", sheetTemplate(published), "name", /a name/],
  ["a workbook", "PK\u0003\u0004[Content_Types].xml", "", /save it as CSV/],
  ["a picture", "\u0089PNG\r\n\0\0", "", /no text/],
  ["another encoding", sheet("name,product", "K\ufffdln,cilta-cel"), "", /UTF-8/],
];

describe("a malformed file", () => {
  it("is tried in 40 ways and more", () => {
    expect(malformed.length).toBeGreaterThanOrEqual(40);
  });

  it.each(malformed)("%s is refused at its field", (_, text, field, message) => {
    const { problems } = read(text);
    const problemNamed = problems.find(
      (problem) => problem.field === field && message.test(problem.message),
    );
    expect(problemNamed, JSON.stringify(problems)).toBeDefined();
    const fields = problems.map((problem) => problem.field);
    expect(fields).toEqual([...new Set(fields)]);
  });
});

describe("a file of counts", () => {
  it("is read with what is needed alone", () => {
    expect(read(JSON.stringify(base))).toEqual({ contents: [base], problems: [] });
  });

  it("may be several groups", () => {
    expect(read(JSON.stringify([base, base])).contents).toHaveLength(2);
  });

  const expected = [
    { outcome: "orr", events: 34 },
    { outcome: "cr", events: 20 },
    { outcome: "icans", events: 3, grading: "astct" },
  ];

  it.each([
    ["commas", ","],
    ["semicolons", ";"],
    ["tabs", "\t"],
  ])("may be a table with %s, a line an outcome", (_, separator) => {
    const text = [
      ["name", "class", "product", "evidence", "patients", "outcome", "events", "grading"],
      ["Our centre", "CAR-T", "cilta-cel", "practice", "41", "Response", "34", ""],
      ["", "", "", "", "", "CR or better", "20", ""],
      ["", "", "", "", "", "ICANS", "3", "ASTCT"],
      ["", "", "", "", "", "MRD negative", "", ""],
    ];
    const { contents, problems } = read(text.map((cells) => cells.join(separator)).join("\r\n"));
    expect(problems).toEqual([]);
    expect(contents).toEqual([{ ...base, figures: expected }]);
  });

  it("may be a table with a line a group of patients", () => {
    const { contents, problems } = read(
      sheet(
        "Centre;Class;Drug;Kind;N;Median follow-up;ORR;CRS;Severe CRS",
        "A;CAR-T;cilta-cel;real-world;41;12,5;34;30 of 40;3",
        "B;bispecific;Teclistamab;trial;60;8;40/58;;1",
      ),
    );
    expect(problems).toEqual([]);
    expect(contents).toMatchObject([
      {
        label: "A",
        followUpMonths: 12.5,
        baseline: { n: 41 },
        figures: [{ events: 34 }, { events: 30, n: 40 }, { outcome: "crs-3", events: 3 }],
      },
      {
        label: "B",
        product: "teclistamab",
        therapyClass: "bsab",
        figures: [
          { outcome: "orr", events: 40, n: 58 },
          { outcome: "crs-3", events: 1 },
        ],
      },
    ]);
  });

  it("may say of cells and of products that nothing is known", () => {
    const { contents, problems } = read(
      sheet(
        "name;class;product;kind;n;follow-up;ORR;CRS;CR",
        "A;bispecific;not told apart;trial;41;n/a;34;-;NA",
      ),
    );
    expect(problems).toEqual([]);
    expect(contents).toMatchObject([
      { product: "bcma-bispecific-mixed", figures: [{ outcome: "orr", events: 34 }] },
    ]);
  });

  it("is read from the template once it is filled in", () => {
    const [header = "", first = "", ...furtherLines] = sheetTemplate(published).split("\r\n");
    const cells = first.split(",");
    const fill = (name: string, value: string) => {
      cells[header.replace("\ufeff", "").split(",").indexOf(name)] = value;
    };
    fill("name", "Our centre");
    fill("product", "cilta-cel");
    fill("evidence", "practice");
    fill("patients", "41");
    fill("events", "34");
    const { contents, problems } = read([header, cells.join(","), ...furtherLines].join("\r\n"));
    expect(problems).toEqual([]);
    expect(contents).toMatchObject([
      { label: "Our centre", figures: [{ outcome: "orr", events: 34 }] },
    ]);
  });
});

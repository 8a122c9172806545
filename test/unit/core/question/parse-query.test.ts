import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectAllowedWordsByField, fieldNames } from "#core/question/parameter-values.ts";
import { parameterNames, parameters } from "#core/question/parameters.ts";
import { type ParseOptions, parseQuery } from "#core/question/parse-query.ts";
import { makePropertyName } from "#core/question/query.ts";
import { formatProblemParameter, sanitiseErrorText } from "#core/question/query-problem.ts";
import { formatQuery } from "#core/question/query-text.ts";
import { formatRange, isWithinRange, parseRange } from "#core/question/range.ts";
import { bispecific, cohort, datasetOf } from "../../../support/cohorts.ts";
import { forAny } from "../../../support/for-any.ts";
import { anyText } from "../../../support/hostile-text.ts";
import { queryOf } from "../../../support/queries.ts";
import { runsOf } from "../../../support/sample.ts";

const dataset = datasetOf([cohort("a"), cohort("b"), bispecific("c")]);
const words = collectAllowedWordsByField(dataset);
const pins = { year: "-2019", overlap: "keep", model: "dl", interval: "wald" };
const withSet = datasetOf([], {
  sets: [{ id: "made-2020", name: "Made 2020", pins, cohorts: null, cohortsPooled: null }],
});
const pinned = { ...pins, year: { min: null, max: 2019 }, lines: "any", labelled: "any" };

function problemsOf(text: string, options?: ParseOptions) {
  return parseQuery(new URLSearchParams(text), dataset, options).problems ?? [];
}

/** Every range open, every list empty. */
const unrestricted = Object.fromEntries(
  fieldNames.flatMap((name): [string, unknown][] => {
    const { form } = parameters[name];
    if (form === "list") return [[makePropertyName(name), []]];
    return form === "range" ? [[makePropertyName(name), null]] : [];
  }),
);

it("a question without parameters is the default: what is not typed here restricts nothing", () => {
  expect(queryOf("", dataset)).toEqual({
    ...unrestricted,
    ...{ set: "current", compare: "therapy-class", lines: "3+", setting: "any" },
    ...{ availability: ["us", "eu"], labelled: "line", therapyClass: "both" },
    ...{ evidence: "trial", regimen: "monotherapy", target: ["bcma"] },
    ...{ priorBcma: ["not-selected"], doses: "given", denominator: "treated" },
    ...{ definition: "strict", cut: "primary", sources: "reviewed", overlap: "drop" },
    ...{ model: "bayes", interval: "t", view: "outcomes", lanes: ["car-t", "bsab"] },
  });
});

it.each([
  // Not encoded, a plus is read as a space.
  ["lines=3+", { lines: "3+" }],
  ["availability=jp,us", { availability: ["us", "jp"] }],
  ["exclude=b,a,b", { exclude: ["a", "b"] }],
])("%s is read without a meaning of its order, its repeats and its plus", (text, part) => {
  expect(queryOf(text, dataset)).toMatchObject(part);
});

describe("a parameter nobody knows", () => {
  it.each([
    [""],
    ["Lines", "lines"],
    ["prior_lines", "prior-lines"],
    // Three letters may be near a name, two are near none.
    ["AGE", "age"],
    ["li"],
    ["outcome ", "outcome"],
    ["cuts", "cut"],
    ["lines_4711", "lines"],
    ["mrn-4711"],
  ])(
    "%j is refused at its place with the known names, the near one named",
    (name, near?: string) => {
      const pairs = Object.entries({ lines: "2", [name]: "1" });
      const { problems, query } = parseQuery(pairs, dataset);
      expect(query).toBeNull();
      const message =
        near === undefined ? "unknown parameter" : `unknown parameter; did you mean ${near}?`;
      expect(problems).toEqual([
        { parameter: near ?? null, position: 2, value: "", message, allowed: parameterNames },
      ]);
    },
  );

  it("has its place in the whole address, also behind parameters that are read elsewhere", () => {
    const problems = problemsOf("data=1&theme=dark&colour=red", { otherNames: ["data", "theme"] });
    expect(problems).toMatchObject([{ parameter: null, position: 3 }]);
    expect(problems[0]?.allowed).toEqual([...parameterNames, "data", "theme"]);
  });

  it.each(["age", "prior-lines"])("%s that may be a patient's is not repeated", (name) => {
    expect(problemsOf(`${name}=67`)).toMatchObject([{ value: "" }]);
    expect(problemsOf(`${name}=5-3`)).toMatchObject([{ value: "5-3" }]);
  });

  it.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"])(
    "%s is one of them, as a name and as a value",
    (name) => {
      expect(problemsOf(`${name}=1`)[0]?.message).toBe("unknown parameter");
      for (const parameter of parameterNames) {
        expect(problemsOf(`${parameter}=${name}`)).toHaveLength(1);
      }
    },
  );

  it("is listed and ignored where content systems append their own", () => {
    const parsed = parseQuery(new URLSearchParams("utm_source=x&lines=any&fbclid=y"), dataset, {
      ignoreUnknown: true,
    });
    expect(parsed.problems).toBeNull();
    expect(parsed.query?.lines).toBe("any");
    expect(parsed.unknown).toEqual(["utm_source", "fbclid"]);
  });

  it("does not hide a bad value of a known one where it is ignored", () => {
    const problems = problemsOf("utm_source=x&lines=never", { ignoreUnknown: true });
    expect(problems.map(({ parameter }) => parameter)).toEqual(["lines"]);
  });
});

describe("what only named sets decide", () => {
  it.each([{}, { ignoreUnknown: true }])("is refused, with %j", (options) => {
    for (const text of ["setting=late", "year=2020-", "overlap=keep"]) {
      const [parameter = "", value = ""] = text.split("=");
      const pairs = [["set", "made-2020"] as const, [parameter, value] as const];
      expect(parseQuery(pairs, withSet, options).problems, text).toEqual([
        { parameter, value, message: "only named sets decide this", allowed: [] },
      ]);
    }
  });

  it("is that of the set, and without one that of every question", () => {
    expect(queryOf("set=made-2020", withSet)).toMatchObject(pinned);
    expect(queryOf("set=made-2020&model=glmm", withSet)).toMatchObject({ overlap: "keep" });
    const usual = { year: null, overlap: "drop", interval: "t" };
    expect(queryOf("model=dl", withSet)).toMatchObject(usual);
  });
});

describe("an interval", () => {
  const of = (text: string) =>
    parseQuery([...new URLSearchParams(text)], withSet).problems?.map(
      ({ parameter, message, allowed }) => ({ parameter, message, allowed }),
    );

  it.each([
    ["set=made-2020&interval=t", "t"],
    ["set=made-2020", "wald"],
    // The interval of the set belongs to the model of the set.
    ["set=made-2020&model=bayes", "t"],
  ])("of %s is asked, and said again", (text, interval) => {
    const query = queryOf(text, withSet);
    expect(query.interval).toBe(interval);
    expect(queryOf(formatQuery(query, withSet), withSet)).toEqual(query);
  });

  it.each([
    [
      "set=made-2020&model=bayes&interval=wald",
      "not with model=bayes; set model=glmm or reml or dl",
      ["t"],
    ],
    ["interval=hartung-knapp", "not with model=bayes; set model=reml or dl", ["t"]],
    [
      "model=glmm&interval=hartung-knapp",
      "not with model=glmm; set model=reml or dl",
      ["t", "wald"],
    ],
  ])("of %s is refused with the models that have it", (text, message, allowed) => {
    expect(of(text)).toEqual([{ parameter: "interval", message, allowed }]);
  });
});

describe("a bad value", () => {
  it.each(parameterNames)("of %s is refused with what is allowed, empty or twice, too", (name) => {
    const of = (value: string, message: unknown) => ({
      ...{ parameter: name, value, message, allowed: words[name] },
    });
    const good = words[name][0] ?? "";
    const twice = of(good, "given more than once; join values with commas");
    expect(problemsOf(`${name}=`)).toEqual([of("", "empty value")]);
    expect(problemsOf(`${name}=nonsense`)).toEqual([of("nonsense", expect.stringMatching(/./))]);
    expect(problemsOf(`${name}=${good}&${name}=${good}`)).toEqual([twice]);
  });

  const regions = ["us", "eu", "ch", "cn", "jp", "any"];
  it.each([
    [
      "age",
      "5-3",
      /^not a range: two numbers, .* as 60-70 or 60-; of the medians of trials, never of a patient$/,
      words.age,
    ],
    // The approvals of these countries were not collected.
    ["lanes", "car-t,bsab,cilta-cel", /^at most 2$/, words.lanes],
    ["availability", "canada", /approvals there were not collected/, regions],
  ] as const)("%s=%s is explained", (parameter, value, message, allowed) => {
    const problem = { parameter, value, message: expect.stringMatching(message), allowed };
    expect(parseQuery([[parameter, value]], dataset).problems).toEqual([problem]);
  });

  it.each(["orr,", ",orr", "orr,,crs-3", "orr, crs-3", "orr;crs-3", "ORR", "orr,nonsense"])(
    "%s of a list is refused as a whole",
    (text) => {
      expect(problemsOf(`outcome=${encodeURIComponent(text)}`)).toHaveLength(1);
    },
  );

  it.each([
    ["availability", "us,any"],
    ["prior-bcma", "selected,adc"],
    ["prior-bcma", "any,not-selected"],
  ])("%s=%s is refused: words that stand alone", (parameter, value) => {
    const [problem] = parseQuery([[parameter, value]], dataset).problems ?? [];
    expect(problem?.message).toMatch(/each stands alone$/);
  });

  it.each(["trial,all", "trial ", "Trial", "trial\u0000", "tríal"])(
    "%j of a single choice is refused",
    (text) => {
      expect(parseQuery([["evidence", text]], dataset).problems).toHaveLength(1);
    },
  );
});

it("several problems are all named at once, each parameter of a bad value once", () => {
  const text = "colour=red&lines=never&age=70-60&outcome=&evidence=all&evidence=all&product=x,y";
  const named = problemsOf(text).map(formatProblemParameter);
  expect(named.sort()).toEqual(["age", "evidence", "lines", "outcome", "parameter 1", "product"]);
});

describe("what a caller sent, repeated in an error", () => {
  it.each([
    ["has its control characters dropped", "a\u0000b\u001b[31mc\r\nd\u007f\u0085e\t", "ab[31mcde"],
    ["has invisible and turning characters dropped", "a\u202eb\u200bc\ufeffd\u2066e", "abcde"],
    ["has its lone surrogates dropped", "a\ud800b\udfffc", "abc"],
    ["has <, > and & escaped", "<script>&amp;", "&lt;script&gt;&amp;amp;"],
    ["is cut to 64 characters", "a".repeat(65), "a".repeat(64)],
    ["is cut before escaping", "<".repeat(65), "&lt;".repeat(64)],
    ["is cut between characters, never inside one", "😀".repeat(65), "😀".repeat(64)],
    ["keeps letters of any script", "мелома 骨髄腫 é", "мелома 骨髄腫 é"],
  ])("%s", (_, text, expected) => {
    expect(sanitiseErrorText(text)).toBe(expected);
  });

  it("is safe in every place of every problem, for any parameters", () => {
    const name = fc.oneof(anyText, fc.constantFrom(...parameterNames));
    forAny(
      [fc.array(fc.tuple(name, anyText), { maxLength: 6 })],
      { numRuns: runsOf(500), examples: [[[["<&>", "<&>"]]]] },
      (pairs) => {
        const problems = parseQuery(pairs, dataset).problems ?? [];
        // Only known names are repeated, and no value of an unknown one.
        for (const { parameter, position, value } of problems) {
          if (parameter !== null) expect(fieldNames).toContain(parameter);
          if (position !== undefined) expect(value).toBe("");
        }
        for (const { value: text } of problems) {
          expect(text).not.toMatch(/[<>\p{C}]/u);
          expect(text.replace(/&(?:lt|gt|amp);/g, "x")).not.toContain("&");
          expect([...text.replace(/&(?:lt|gt|amp);/g, "x")].length).toBeLessThanOrEqual(64);
        }
      },
    );
  });
});

describe("a range in text", () => {
  it.each([
    ["-3", { min: null, max: 3 }],
    ["5-5", { min: 5, max: 5 }],
    ["2.5-3.25", { min: 2.5, max: 3.25 }],
    ["03-5.0", { min: 3, max: 5 }],
  ])("%s is read", (text, range) => {
    expect(parseRange(text)).toEqual(range);
  });

  it.each([
    ...["", " 3-5", "3-5 ", "3-5\n", "3 - 5", "٣-٥", "\uFF13-\uFF15"],
    ..."- -- 5 5-3 3–5 3-5-7 --3 -3-5 a-b 3-b +3-5 1e1- .5- 5.- 0x3-".split(" "),
    ..."NaN- Infinity- 10000- 3.125- 3,5-".split(" "),
  ])("%j is refused", (text) => {
    expect(parseRange(text)).toBeNull();
  });

  it("never throws, and what it reads is ordered and finite, for any string", () => {
    const text = fc.oneof(
      anyText,
      fc.stringMatching(/^[0-9.-]{0,9}$/),
      fc.stringMatching(/^\d{0,4}(\.\d{1,2})?-\d{0,4}$/),
    );
    forAny([text], runsOf(2000), (written) => {
      const range = parseRange(written);
      if (range === null) return;
      const { min, max } = range;
      expect(min === null && max === null).toBe(false);
      for (const end of [min, max]) expect(end === null || Number.isFinite(end)).toBe(true);
      if (min !== null && max !== null) expect(min).toBeLessThanOrEqual(max);
    });
  });

  it("has one canonical text that reads back as the same range", () =>
    forAny(
      [fc.stringMatching(/^\d{0,3}(\.\d{1,2})?-(\d{1,3}(\.\d{1,2})?)?$/)],
      runsOf(2000),
      (written) => {
        const range = parseRange(written);
        if (range === null) return;
        const text = formatRange(range);
        expect(parseRange(text)).toEqual(range);
        expect(formatRange(parseRange(text) ?? range)).toBe(text);
      },
    ));
});

it.each([
  [5, "3-5", true],
  [4, "4-", true],
  [3.99, "4-", false],
  [3.5, "-3", false],
  [0, "-3", true],
])("a value in a range: %d in %s: %s", (value, text, inside) => {
  expect(isWithinRange(value, parseRange(text) ?? { min: 1, max: 0 })).toBe(inside);
});

it.each([
  ["target", "any"],
  ["lines", "any"],
  ["evidence", "all"],
])(
  "a comparison by %s has its widest value, %s, as the default, which is not written",
  (name, widest) => {
    const query = queryOf(`compare=${name}&${name}=${widest}`, dataset);
    expect(formatQuery(query, dataset)).toBe(`compare=${name}`);
  },
);

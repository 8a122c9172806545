/** The state of review on every surface, for made-up signatures: none, some, all, and some that changed since. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import type { ApiReview } from "#data/schema.ts";
import { describeWholeReview } from "#presentation/words/review.ts";
import {
  type Ask,
  answerClassesInFull,
  answerInFull,
} from "#server/answers/compute/full-answer.ts";
import { listCohortRecords } from "#server/answers/compute/whole-dataset.ts";
import {
  makeApiComparison,
  renderComparisonCsvForQuestion,
} from "#server/answers/render/answers.ts";
import {
  gatherScreenAndAnswer,
  renderClipboardFormsJson,
  renderOpenedRowJson,
} from "#server/answers/render/element-json.ts";
import { renderForestSvg } from "#server/answers/render/forest/draw.tsx";
import { renderSitePage } from "#server/pages/html/site-frame.tsx";
import { renderDocuments as renderMethods } from "#server/pages/methods/methods-page.tsx";
import { renderDocuments as renderProducts } from "#server/pages/products/products-page.tsx";
import { renderRecordPage } from "#server/pages/record/record-page.tsx";
import { renderReportPage } from "#server/pages/report/report-page.tsx";
import { makeReportView } from "#server/pages/report/report-view.ts";
import { listReviewParts } from "#server/pages/review/review-items.ts";
import { renderReviewPage } from "#server/pages/review/review-page.tsx";
import { root } from "../../../../.dev/files.ts";
import { textOf } from "../../../support/html.ts";

const { signed } = dataset.review;
const role = "consultant haematologist";
const review: ApiReview = { role, when: "2026-12-01", version: "x", isCurrent: true };

/** Signs parts in the data of this test alone. */
function sign(parts: readonly string[], over: Partial<ApiReview> = {}): void {
  for (const part of parts) signed[part] = { ...review, ...over };
}

afterEach(() => {
  for (const part of Object.keys(signed)) delete signed[part];
});

const query = parseQueryTextOrThrow("", dataset);
const ask: Ask = async (asked) => answerInFull(asked);
const answer = answerClassesInFull(query);
const rules = [{ name: "Nobody twice", says: "<p>Nobody counts twice.</p>" }];
const sheet = listReviewParts(rules);
const trialsOnSheet = [
  ...new Set(
    sheet
      .filter(({ id }) => ["figures", "stand-ins", "randomised"].includes(id))
      .flatMap(({ items }) => items.map(({ signs }) => signs)),
  ),
];
const record = (id: string) => {
  const found = listCohortRecords().find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no record of ${id}`);
  return found;
};
const [firstRow] = answer.outcomes;
const firstOutcome = dataset.outcomes.find(({ id }) => id === firstRow?.outcome);
if (!firstRow || !firstOutcome) throw new Error("no row");

/** Lists every surface that tells how far the data are reviewed. */
const surfaces: Readonly<Record<string, () => Promise<string> | string>> = {
  element: async () => (await gatherScreenAndAnswer(query, "", ask)).view.review,
  "opened row": () => renderOpenedRowJson(query, firstOutcome, "", ask),
  "copied text": () => renderClipboardFormsJson(query, "", ask),
  "`review` of /v1/comparison": () => makeApiComparison(answer).review.statement,
  CSV: () => renderComparisonCsvForQuestion(query, "", ask),
  "forest plot": () => renderForestSvg(firstRow, answer, "light"),
  "head and foot of pages": () =>
    renderSitePage({ description: "", current: "", content: <main /> }),
  report: () => renderReportPage(makeReportView(answerInFull(query), "", null), null),
  methods: () =>
    renderMethods((path) => readFileSync(join(root, path), "utf8"))["methods.html"] ?? "",
  drugs: async () => (await renderProducts())["products.html"] ?? "",
  "drug page": async () => (await renderProducts())["products/teclistamab.html"] ?? "",
  "page of a trial": () => renderRecordPage(record("karmma")),
  "page to sign": () => renderReviewPage(sheet),
};
const say = async (surface: string) =>
  textOf((await surfaces[surface]?.()) ?? "").replaceAll("\u2011", "-");

const denial = /Not yet reviewed by a clinician|No clinician has reviewed/;
const denying = Object.keys(surfaces).filter((name) => !["opened row", "CSV"].includes(name));

describe("while nobody has signed anything", () => {
  it.each(denying)("%s says so", async (name) => {
    expect(await say(name)).toMatch(denial);
  });

  it("an opened row and a CSV claim nothing", async () => {
    expect(await say("opened row")).not.toMatch(/hecked by/);
    expect(await say("CSV")).toContain(",not-reviewed,");
  });
});

const everything = () => [
  ...dataset.cohorts.map(({ id }) => id),
  ...dataset.products.flatMap(({ approvals }) => approvals.map(({ region }) => `labels ${region}`)),
  "rule nobody-twice",
];

describe("once all is signed", () => {
  it.each(Object.keys(surfaces))("%s says by whom and when, and denies nothing", async (name) => {
    sign(everything());
    const text = await say(name);
    expect(text).not.toMatch(denial);
    expect(text).toMatch(name === "CSV" ? /,reviewed,/ : new RegExp(`a ${role}, 1 Dec 2026`));
  });
});

it("the trials of the page to sign are all that stand behind the first screen", async () => {
  sign(trialsOnSheet);
  const { status, trials, checked } = makeApiComparison(answer).review;
  expect({ status, checked }).toEqual({ status: "reviewed", checked: trials });
});

describe("signed in part, or changed since", () => {
  const [first = "", second = "", ...others] = trialsOnSheet;
  const { trials } = makeApiComparison(answer).review;

  it("an answer counts the trials checked as they are now", async () => {
    sign([first, second]);
    const { review: of } = makeApiComparison(answer);
    expect(of).toMatchObject({ status: "partly-reviewed", changed: 0 });
    expect(of.checked).toBeGreaterThan(0);
    expect(await say("element")).toBe(
      `Main figures of ${of.checked} of ${trials} trials behind this screen checked by a ${role}, 1 Dec 2026.`,
    );
    expect(await say("CSV")).toContain(",partly-reviewed,");
  });

  it("it says what has changed since, beside what has not and alone", async () => {
    sign(["karmma"]);
    sign(["cartitude-1"], { isCurrent: false });
    expect(await say("element")).toMatch(/^Main figures of 1 of .+ 1 changed since its check\.$/);
    sign(["karmma"], { isCurrent: false });
    expect(await say("element")).toBe(
      `2 of ${trials} trials behind this screen changed since the check by a ${role}, 1 Dec 2026; none is checked as it is now.`,
    );
  });

  it("a trial is checked only if each of its groups of patients that stand there is", () => {
    sign(["magnetismm-3"]);
    expect(makeApiComparison(answer).review.checked).toBe(0);
    sign(["magnetismm-3-ab"]);
    expect(makeApiComparison(answer).review.checked).toBe(1);
  });

  it("its page and its opened line say it of one trial, with what its reviewer said of themselves", async () => {
    const given = { name: "A. Example", interests: "none", checked: "all figures" };
    sign(["karmma"], { ...given, isCurrent: false });
    const said = `Main figures checked by A. Example (${role}), 1 Dec 2026; changed since. All figures. Conflicts of interest: None.`;
    expect(await say("page of a trial")).toContain(said);
    expect(await say("opened row")).toContain(said);
    expect(textOf(renderRecordPage(record("cartitude-1")))).toMatch(denial);
  });

  it("a drug's page says it of its labels by region", async () => {
    sign(["labels us", "labels ch"]);
    sign(["labels eu"], { isCurrent: false });
    expect(await say("drug page")).toContain(
      `US, Switzerland labels checked by a ${role}, 1 Dec 2026. EU labels checked by a ${role}, 1 Dec 2026; changed since. No group of patients checked yet.`,
    );
  });

  it("pages name the rules that are checked", () => {
    const [rule = ""] = dataset.review.rules;
    sign([`rule ${rule.toLowerCase().replaceAll(" ", "-")}`]);
    const of = `1 of ${dataset.review.rules.length} rules checked: ${rule}.`;
    expect(dataset.review.rules.length).toBeGreaterThan(5);
    expect(describeWholeReview()).toContain(of);
  });

  it("several reviewers are named, each once, with the last day", async () => {
    sign([first, ...others]);
    sign([second], { role: "oncologist", when: "2026-12-03" });
    expect(await say("element")).toContain(`by a ${role} and an oncologist, last on 3 Dec 2026.`);
  });
});

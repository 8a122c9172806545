/**
 * Makes the sheet that a clinician checks and signs in about two hours: every figure that the rows of the default
 * question pool, the one first that moves its row most; the labels by region and line; the rules.
 */
import type { Study } from "#core/answer/answer.ts";
import { compare } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { labelOf } from "#core/evidence/labels.ts";
import { queryFromText } from "#core/question/read-question.ts";
import type { CitationText } from "#data/build/cite.ts";
import { computeSetOf } from "#data/build/compute-set.ts";
import { dataVersionOf } from "#data/build/data-version.ts";
import type { Evidence } from "#data/evidence.ts";
import { landmarkOutcome } from "#data/landmarks.ts";
import type { Cohort, Reference, SourceEntry } from "#data/schema.ts";
import { labelRegions, type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { classAdjective } from "#presentation/words/class-names.ts";
import { escapeHtml } from "#presentation/words/escape-html.ts";
import { notFound } from "#presentation/words/source-tier.ts";

/** Returns the evidence in the form that comparing reads, without presets, which the sheet does not need. */
export function datasetOf(evidence: Evidence): Dataset {
  return {
    ...computeSetOf(evidence),
    presets: [],
    dataVersion: dataVersionOf(evidence),
    answerVersion: "",
  };
}

/** The sheet uses a fast model to weigh figures, because the order of figures does not depend on the model. */
const fast = "model=dl";

type Entries = ReturnType<typeof entriesOf>;

export interface Sheet {
  dataVersion: string;
  dataDate: string;
  entries: Entries;
  /**
   * Each line names a regimen and a region, and gives the status for 1, 2 and 3 or more prior lines, and as printed.
   */
  labels: readonly (readonly string[])[];
  rules: readonly string[];
  /** `sources` are the citations, in the order in which the entries name them. */
  sources: readonly string[];
}

/** @param rules How a figure is read, a rule each. */
export function sheetOf(
  evidence: Evidence,
  textOf: CitationText,
  rules: readonly string[] = [],
): Sheet {
  const dataset = datasetOf(evidence);
  const { dataVersion, review } = dataset;
  const entries = entriesOf(evidence, dataset, textOf);
  const labels = labelLines(evidence, dataset);
  const sources = [...new Set(entries.map(({ source }) => source))];
  return { dataVersion, dataDate: review.dataDate, entries, labels, rules, sources };
}

/** Returns every figure that a row pools, beginning with the figure that moves its row most. */
function entriesOf({ cohorts, references }: Evidence, dataset: Dataset, textOf: CitationText) {
  const { outcomes } = compare(queryFromText("", dataset), dataset, models);
  const movesOf = movement(dataset);
  const figures = outcomes.flatMap((row) =>
    therapyClasses.flatMap((group) =>
      row.pools[group].studies.map((study) => {
        const cohort = cohorts.find(({ id }) => id === study.cohort);
        const figure = cohort && figureOf(cohort, study);
        const source = figure && cohort.sources[figure.source];
        if (!source) throw new Error(`${study.cohort}: no source of ${study.printed}`);
        const reference = references.find(({ id }) => id === source.reference);
        const moves = movesOf(row.outcome, group, study.cohort);
        return { row, group, study, figure, source: sourceText(source, reference, textOf), moves };
      }),
    ),
  );
  // A cohort that alone holds a number comes first: nothing moves by more than 100 points.
  return figures.sort((a, b) => (b.moves ?? 101) - (a.moves ?? 101));
}

/** Returns the points of the README under the heading on how a figure is read. */
export function rulesOf(readme: string): string[] {
  const [, after = ""] = readme.split("\n## How a figure is read\n");
  const [part = ""] = after.split("\n## ");
  return part
    .split("\n")
    .filter((line) => line.startsWith("- "))
    .map((line) => line.slice(2));
}

/**
 * Returns a function for the percentage points by which a class moves in a row without a cohort; `null` where
 * nothing else holds the number. The question is asked once for each cohort.
 */
function movement(dataset: Dataset) {
  const estimates = (filter: string) => {
    const { outcomes } = compare(queryFromText(filter, dataset), dataset, models);
    return (outcome: string, group: TherapyClass) =>
      outcomes.find((row) => row.outcome === outcome)?.pools[group].estimate ?? null;
  };
  const whole = estimates(fast);
  const without = new Map<string, ReturnType<typeof estimates>>();
  return (outcome: string, group: TherapyClass, cohort: string): number | null => {
    const estimateOf = without.get(cohort) ?? estimates(`${fast}&exclude=${cohort}`);
    without.set(cohort, estimateOf);
    const [before, after] = [whole(outcome, group), estimateOf(outcome, group)];
    return before === null || after === null ? null : 100 * Math.abs(before - after);
  };
}

/** Returns the labels of every regimen with an indication in any region, as an answer reads them. */
function labelLines({ products }: Evidence, dataset: Dataset): string[][] {
  return products.flatMap(({ slug, approvals }) => {
    const computed = dataset.products.find((product) => product.slug === slug)?.approvals ?? [];
    const regimens = [...new Set(approvals.map(({ partners }) => partners.join(" + ")))];
    return regimens.flatMap((names) =>
      labelRegions.flatMap((region) => {
        const partners = names === "" ? [] : names.split(" + ");
        const matching = approvals.filter(
          (approval) =>
            approval.region === region &&
            approval.partners.join(" + ") === names &&
            approval.status !== "superseded",
        );
        if (matching.length === 0) return [];
        const statuses = ([1, 2, 3] as const).map(
          (lines) => labelOf(computed, { partners, region, lines }).status,
        );
        const regimen = [slug, ...partners].join(" + ");
        return [[regimen, region, ...statuses, matching.map(({ detail }) => detail).join(" · ")]];
      }),
    );
  });
}

/** Returns the text of a source. A source of news is found by its own text; the paper that it is about has the DOI. */
function sourceText(
  source: SourceEntry,
  reference: Reference | undefined,
  textOf: CitationText,
): string {
  const { doi, pmid } = source;
  const identified = doi === null ? pmid && `PMID ${pmid}` : `doi:${doi}`;
  if (!identified) return textOf(source);
  const isOfReference = reference?.DOI === doi || (doi === null && reference?.PMID === pmid);
  return `${textOf(source)} ${isOfReference ? "" : "On: "}${identified}`;
}

function figureOf({ figures, landmarks }: Cohort, { printed, cut }: Study) {
  return (
    figures.find((figure) => figure.outcome === printed && figure.cut === cut) ??
    landmarks.find((landmark) => landmarkOutcome(landmark) === printed && landmark.cut === cut)
  );
}

function numberText({ events, n, estimate, interval }: Study): string {
  if (events !== null) return `${events} of ${n}`;
  const [lower, upper] = interval.map(hundredths);
  return `${hundredths(estimate)} (${lower}–${upper}), n ${n ?? notFound}`;
}

function hundredths(value: number): string {
  return value.toFixed(2);
}

/** Maps the name of each column of the table of figures to its text for an entry. */
const columns: Readonly<Record<string, (entry: Entries[number], sheet: Sheet) => string>> = {
  Outcome: ({ row: { label, detail }, group }) =>
    `${label}${detail === null ? "" : ` (${detail})`}, ${classAdjective[group]}`,
  Cohort: ({ study }) => study.cohort,
  Figure: ({ study }) => numberText(study),
  Moves: ({ moves }) => moves?.toFixed(1) ?? "alone",
  "Cut, months": ({ study }) => `${study.cut}, ${study.followUpMonths ?? notFound}`,
  "What was counted": ({ figure }) => ("definition" in figure ? figure.definition : null) ?? "",
  Place: ({ figure }) => figure.locator ?? "not noted",
  "Its words": ({ figure }) => (figure.quote ? `“${figure.quote}”` : "no words at hand"),
  "No.": ({ source }, { sources }) => String(sources.indexOf(source) + 1),
};

const styles = `@page { size: A4; margin: 9mm }
body { font: 7pt/1.25 sans-serif; margin: 0 auto; max-width: 192mm }
h1 { font-size: 11pt; margin: 0 }
h2 { font-size: 9pt; margin: 3mm 0 1mm; break-after: avoid }
p { margin: 1mm 0 }
ol, ul { columns: 2; column-gap: 5mm; margin: 1mm 0; padding-inline-start: 4mm }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 0.2pt solid #999; padding: 0.3mm 0.8mm; text-align: start; vertical-align: top; overflow-wrap: break-word }
th { font-weight: normal; color: #444 }
tr, li { break-inside: avoid }
dl { display: grid; grid-template-columns: 34mm 1fr; gap: 0 3mm; margin: 2mm 0 0; break-inside: avoid; font-size: 8pt }
dt, dd { margin: 0; padding-block: 2.2mm 0 }
dd { border-bottom: 0.4pt solid #000 }`;

export function sheetHtml(sheet: Sheet): string {
  const { dataVersion, dataDate, entries, labels, rules, sources } = sheet;
  const figures = entries.map((entry) => Object.values(columns).map((cell) => cell(entry, sheet)));
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Review of the first screen, data ${escapeHtml(dataVersion)}</title>
<style>${styles}</style>
<h1>Review of the first screen</h1>
<p>Data ${escapeHtml(dataVersion)}, collected up to ${escapeHtml(dataDate)}. About two hours, in three parts that can be signed apart.</p>
<h2>1. Figures: ${entries.length}, that which moves its row most first</h2>
<p>Is it in its source, at that place, of these patients? Survival is a proportion with its 95 % interval. “Moves” is by how many points of 100 the class would change without it; “alone” where nothing else holds the number. No. is the number of the source below; a source named in a place is one of the page of that cohort. “Its words” are those of the source at that place, “…” is left out. A box is ticked where all is right.</p>
${table(Object.keys(columns), figures)}
<h2>2. Labels by region and prior lines</h2>
<p>Is the indication as printed, and does the status follow from it? “3+” is three or more.</p>
${table(["Regimen", "Region", "1", "2", "3+", "As printed"], labels)}
<h2>3. Rules</h2>
<p>How a figure is read is below, how an answer is made stands on /methods. Does each make sense to who will act on the numbers?</p>
<ul>
${rules.map((rule) => `<li>☐ ${escapeHtml(rule)}</li>`).join("\n")}
</ul>
<h2>Sources</h2>
<ol>
${sources.map((source) => `<li>${escapeHtml(source)}</li>`).join("\n")}
</ol>
<dl>
${["Role (no name)", "Date", "Parts that are right", "What was checked, against what", "What is wrong", "Signature"].map((name) => `<dt>${name}</dt><dd></dd>`).join("\n")}
</dl>
<p>How it gets into data/review.json: <code>npm run evidence -- sign --role haematologist --checked "figures of the first screen, against their sources" figures labels rules</code>, with the parts that are right, or with the names of single cohorts. The signed sheet stays with whoever signed it.</p>
</html>
`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = [...heads, "☐"].map((name) => `<th scope="col">${name}</th>`).join("");
  const lines = rows.map(
    (cells) => `<tr>${[...cells, "☐"].map((cell) => `<td>${escapeHtml(cell)}</td>`).join("")}</tr>`,
  );
  return `<table>\n<tr>${head}</tr>\n${lines.join("\n")}\n</table>`;
}

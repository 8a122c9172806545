/** What a clinician checks: every figure that the rows of the default question pool, with its source. */
import type { Row, Study } from "#core/answer/answer.ts";
import { compare } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { groups } from "#core/evidence/classes.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { asked } from "#core/question/read-question.ts";
import type { CitationText } from "#data/build/cited.ts";
import { computeSetOf } from "#data/build/compute-set.ts";
import { dataVersionOf } from "#data/build/data-version.ts";
import type { Evidence } from "#data/evidence.ts";
import { landmarkOutcome } from "#data/landmarks.ts";
import type { Cohort, Reference, SourceEntry } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { escapeHtml } from "#presentation/screen/escape-html.ts";
import { classAdjective } from "#words/class-names.ts";

/** Evidence as comparing reads it. Nothing here asks for a preset. */
export function datasetOf(evidence: Evidence): Dataset {
  return {
    ...computeSetOf(evidence),
    presets: [],
    dataVersion: dataVersionOf(evidence),
    answerVersion: "",
  };
}

export interface SheetEntry {
  cohort: string;
  /** "94 of 97"; survival at a month as a proportion: "0.73 (0.6–0.83), n 97". */
  number: string;
  cut: string;
  /** Median, in months. */
  followUpMonths: number | null;
  locator: string;
  /** Number in the list of sources, counted from 1. */
  source: number;
}

export interface SheetRow {
  title: string;
  classes: readonly { group: TherapyClass; entries: readonly SheetEntry[] }[];
}

export interface Sheet {
  dataVersion: string;
  dataDate: string;
  rows: readonly SheetRow[];
  /** As cited, in the order in which the rows name them. */
  sources: readonly string[];
}

export function sheetOf(evidence: Evidence, textOf: CitationText): Sheet {
  const dataset = datasetOf(evidence);
  const { outcomes } = compare(asked("", dataset), dataset, models);
  const sources: string[] = [];
  const numberOf = (citation: string) => {
    if (!sources.includes(citation)) sources.push(citation);
    return sources.indexOf(citation) + 1;
  };
  const references = new Map(evidence.references.map((one) => [one.id, one]));
  const cohorts = new Map(evidence.cohorts.map((cohort) => [cohort.id, cohort]));
  const entryOf = (study: Study): SheetEntry[] => {
    const cohort = cohorts.get(study.cohort);
    const figure = cohort && figureOf(cohort, study);
    const source = figure && cohort.sources[figure.source];
    if (!source) throw new Error(`${study.cohort}: no source of ${study.printed}`);
    const { cut, followUpMonths } = study;
    const locator = figure.locator ?? "not noted";
    const number = numberText(study);
    return [
      {
        cohort: study.cohort,
        number,
        cut,
        followUpMonths,
        locator,
        source: numberOf(sourceText(source, references.get(source.reference), textOf)),
      },
    ];
  };
  const rows = outcomes.map((row) => rowOf(row, entryOf));
  const { dataVersion, review } = dataset;
  return { dataVersion, dataDate: review.dataDate, rows, sources };
}

/** A source of news is found by its own text; the paper that it is about has the DOI. */
function sourceText(
  source: SourceEntry,
  reference: Reference | undefined,
  textOf: CitationText,
): string {
  const { doi, pmid } = source;
  const identified = doi === null ? pmid && `PMID ${pmid}` : `doi:${doi}`;
  if (!identified) return textOf(source);
  const isOwn = reference?.DOI === doi || (doi === null && reference?.PMID === pmid);
  return `${textOf(source)} ${isOwn ? "" : "On: "}${identified}`;
}

function rowOf(
  { label, detail, appliesTo, pools }: Row,
  entryOf: (study: Study) => SheetEntry[],
): SheetRow {
  const classes = groups.filter((group) => appliesTo.includes(group));
  return {
    title: detail === null ? label : `${label} (${detail})`,
    classes: classes.map((group) => ({ group, entries: pools[group].studies.flatMap(entryOf) })),
  };
}

function figureOf({ figures, landmarks }: Cohort, { printed, cut }: Study) {
  return (
    figures.find((one) => one.outcome === printed && one.cut === cut) ??
    landmarks.find((one) => landmarkOutcome(one) === printed && one.cut === cut)
  );
}

function numberText({ events, n, estimate, interval }: Study): string {
  if (events !== null) return `${events} of ${n}`;
  const [lower, upper] = interval.map(hundredths);
  return `${hundredths(estimate)} (${lower}–${upper}), n ${n ?? "not known"}`;
}

function hundredths(value: number): string {
  return value.toFixed(2);
}

/** The sheet as one document that prints on two pages A4. */
const styles = `@page { size: A4; margin: 9mm }
body { font: 7pt/1.25 sans-serif; margin: 0 auto; max-width: 192mm }
h1 { font-size: 11pt; margin: 0 }
h2 { font-size: 8pt; margin: 2mm 0 0; break-after: avoid }
p { margin: 1mm 0 }
.rows, ol { columns: 2; column-gap: 5mm }
table { border-collapse: collapse; table-layout: fixed; width: 100%; margin-bottom: 1.5mm }
caption { font-weight: bold; text-align: start; break-after: avoid }
th, td { border-bottom: 0.2pt solid #999; padding: 0.2mm 0.8mm; text-align: start; vertical-align: top; overflow-wrap: anywhere }
th { font-weight: normal; color: #444 }
th:nth-child(1) { width: 24% }
th:nth-child(2) { width: 14% }
th:nth-child(3) { width: 16% }
th:nth-child(n + 5) { white-space: nowrap; width: 5% }
table, li { break-inside: avoid }
ol { margin: 1mm 0; padding-inline-start: 4mm }
dl { display: grid; grid-template-columns: 34mm 1fr; gap: 0 3mm; margin: 2mm 0 0; break-inside: avoid; font-size: 8pt }
dt, dd { margin: 0; padding-block: 2.2mm 0 }
dd { border-bottom: 0.4pt solid #000 }`;

export function sheetHtml({ dataVersion, dataDate, rows, sources }: Sheet): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Review of the first screen, data ${escapeHtml(dataVersion)}</title>
<style>${styles}</style>
<h1>Review of the first screen</h1>
<p>Data ${escapeHtml(dataVersion)}, collected up to ${escapeHtml(dataDate)}. Every figure that a row of the default question counts: is it in its source, at that place, of these patients? Survival is a proportion with its 95 % interval. No. is the number of the source below; a source named in a place is one of the page of that cohort. A box is ticked where all is right.</p>
<div class="rows">
${rows.flatMap(tables).join("\n")}
</div>
<h2>Sources</h2>
<ol>
${sources.map((source) => `<li>${escapeHtml(source)}</li>`).join("\n")}
</ol>
<dl>
${["Role (no name)", "Date", "What was checked, against what", "What is wrong", "Signature"].map((name) => `<dt>${name}</dt><dd></dd>`).join("\n")}
</dl>
<p>How it gets into data/review.json: <code>npm run evidence -- review &lt;cohort&gt;</code> prints the entry of a cohort; role, date and what was checked are filled in from this sheet and the entry is added to <code>reviews</code>. The signed sheet stays with whoever signed it.</p>
</html>
`;
}

function tables({ title, classes }: SheetRow): string[] {
  return classes
    .filter(({ entries }) => entries.length > 0)
    .map(
      ({ group, entries }) => `<table>
<caption>${escapeHtml(title)}, ${classAdjective[group]}</caption>
<tr><th scope="col">Cohort</th><th scope="col">Figure</th><th scope="col">Cut, months</th><th scope="col">Place</th><th scope="col">No.</th><th scope="col">☐</th></tr>
${entries.map(line).join("\n")}
</table>`,
    );
}

function line({ cohort, number, cut, followUpMonths, locator, source }: SheetEntry): string {
  const followUp = followUpMonths === null ? "not known" : String(followUpMonths);
  const cells = [cohort, number, `${cut}, ${followUp}`, locator, String(source), "☐"];
  return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("")}</tr>`;
}

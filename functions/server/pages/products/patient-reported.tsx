/** What patients of randomised trials of a product answered in questionnaires, both arms in one line. */
import { adjustedComparisonsOf, type ComparisonRow } from "#core/others/adjusted-comparisons.ts";
import { patientReported } from "#data/collection-vocabulary.ts";
import { comparisons } from "#data/generated/collections.ts";
import { joined } from "#presentation/words/counts.ts";
import { printed, printedFigure } from "#presentation/words/figures-in-print.ts";
import { plain } from "#presentation/words/numbers.ts";
import { outcomeLabel } from "#presentation/words/outcome-names.ts";
import { joinedClauses, withCommas } from "#presentation/words/sentences.ts";
import { notInSources } from "#presentation/words/source-tier.ts";
import { NewTab } from "#widget/views/links.tsx";
import { Facts, Section } from "../kit/kit.tsx";

export function PatientReported({ product: { slug } }: { product: { readonly slug: string } }) {
  const trials = adjustedComparisonsOf(comparisons, { kind: "randomised" })
    .filter(({ rows }) => rows.some(({ of }) => of.products.includes(slug)))
    .map(({ study, rows }) => ({
      label: study.label,
      answers: patientReported.map(
        (outcome) =>
          [
            outcomeLabel(outcome),
            answersOf(rows.filter((row) => row.outcome === outcome)),
          ] as const,
      ),
    }));
  if (trials.length === 0) return null;
  const isSilent = ({ answers }: (typeof trials)[number]) =>
    answers.every(([, answer]) => answer === null);
  const silent = trials.filter(isSilent).map(({ label }) => label);
  return (
    <Section id="patient-reported" title="What patients reported">
      <p class="quiet">Questionnaires of open-label randomised trials, arm v standard.</p>
      {trials
        .filter((trial) => !isSilent(trial))
        .map(({ label, answers }) => (
          <article key={label}>
            <h3>{label}</h3>
            <Facts facts={answers} />
          </article>
        ))}
      {silent.length > 0 && <p class="unknown">{`${joined(silent)}: ${notInSources}.`}</p>}
    </Section>
  );
}

/** `null` where the trial reported nothing of it. */
function answersOf(rows: readonly ComparisonRow[]) {
  const [first] = rows;
  if (first === undefined) return null;
  const arms = rows.filter(({ against }) => against === null);
  const compared = rows.filter(({ against }) => against !== null);
  const months = arms.flatMap(({ month }) => month ?? []);
  const text = joinedClauses([
    arms.map((row) => `${row.of.label} ${printedFigure(row).join(", ")}`).join(" v "),
    months[0] !== undefined && `at ${plain(months[0])} months`,
    ...compared.map((row) => comparedText(row)),
  ]);
  return (
    <>
      {text}
      <small>
        <NewTab href={first.source.href}>{first.source.citation}</NewTab>
      </small>
    </>
  );
}

/** "hazard ratio 0.42 (0.26 to 0.68)"; "in favour of Ide-cel, after a steep fall at first" where no number is known. */
function comparedText({ of, against, effect, favours, definition }: ComparisonRow): string {
  const better = favours === "of" ? of : against;
  return withCommas([
    effect !== null && printed.effect(effect.measure, effect.value, effect.interval),
    favours !== null && `in favour of ${better?.label}`,
    definition,
  ]);
}

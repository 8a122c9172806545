/** Draws what patients of randomised trials of a product answered in questionnaires, arm next to standard. */
import { adjustedComparisonsOf, type ComparisonRow } from "#core/others/adjusted-comparisons.ts";
import { patientReported } from "#data/collection-vocabulary.ts";
import { comparisons } from "#data/generated/collections.ts";
import { contrastTexts } from "#presentation/row/head-to-head.ts";
import { printedFigure } from "#presentation/words/figures-in-print.ts";
import { plain } from "#presentation/words/numbers.ts";
import { outcomeLabel } from "#presentation/words/outcome-names.ts";
import { joinedClauses, withCommas } from "#presentation/words/sentences.ts";
import { NewTab } from "#widget/views/links.tsx";
import { Fold } from "../kit/kit.tsx";

export const patientReportedTitle = "What patients reported";

interface Questionnaire {
  readonly outcome: string;
  /** Holds the figure of the arm of the product; absent if it is not reported. */
  readonly arm: ComparisonRow | undefined;
  readonly standard: ComparisonRow | undefined;
  /** Lists results that compare both arms. */
  readonly contrasts: readonly ComparisonRow[];
}

interface AnswersOfTrial {
  readonly trial: string;
  readonly questionnaires: readonly Questionnaire[];
}

/** Returns the randomised trials of a product that reported answers of their patients. */
export function patientReportedOf(slug: string): AnswersOfTrial[] {
  return adjustedComparisonsOf(comparisons, { kind: "randomised" })
    .filter(({ rows }) => rows.some(({ of }) => of.products.includes(slug)))
    .map(({ study, rows }) => ({
      trial: study.label,
      questionnaires: patientReported
        .map((outcome) => {
          const reported = rows.filter((row) => row.outcome === outcome);
          const alone = reported.filter(({ against }) => against === null);
          const isOfProduct = ({ of }: ComparisonRow) => of.products.includes(slug);
          return {
            outcome,
            arm: alone.find(isOfProduct),
            standard: alone.find((row) => !isOfProduct(row)),
            contrasts: reported.filter(({ against }) => against !== null),
          };
        })
        .filter(({ arm, standard, contrasts }) => arm || standard || contrasts.length > 0),
    }))
    .filter(({ questionnaires }) => questionnaires.length > 0);
}

export function PatientReported({ trials }: { trials: readonly AnswersOfTrial[] }) {
  return (
    <Fold id="patient-reported" title={patientReportedTitle} count={trials.length}>
      {trials.map(({ trial, questionnaires }) => (
        <table key={trial} class="times">
          <thead>
            <tr>
              <th scope="col">{trial}, open-label</th>
              <th scope="col">Arm</th>
              <th scope="col">Standard</th>
            </tr>
          </thead>
          <tbody>{questionnaires.map(QuestionnaireRows)}</tbody>
        </table>
      ))}
    </Fold>
  );
}

function QuestionnaireRows({ outcome, arm, standard, contrasts }: Questionnaire) {
  const figures = [arm, standard];
  const reported = figures.filter((row) => row !== undefined);
  const month = reported.find((row) => row.month !== undefined)?.month;
  const name = withCommas([
    outcomeLabel(outcome),
    month !== undefined && `at ${plain(month)} months`,
  ]);
  const source = [...reported, ...contrasts][0]?.source;
  return [
    <tr key={outcome}>
      <th scope="row">{name}</th>
      {reported.length === 0 ? (
        <td colSpan={2}>{joinedClauses(contrasts.map(contrastWithDefinition))}</td>
      ) : (
        figures.map((row, index) => <td key={index}>{row && printedFigure(row).join(", ")}</td>)
      )}
    </tr>,
    <tr key={`${outcome} source`} class="below">
      <td colSpan={3}>
        {reported.length > 0 && contrasts.map((row) => `${contrastWithDefinition(row)}. `)}
        {source && <NewTab href={source.href}>{source.citation}</NewTab>}
      </td>
    </tr>,
  ];
}

/**
 * Returns text such as "hazard ratio 0.42 (0.26 to 0.68)"; without a number "in favour of Ide-cel, after a steep fall
 * at first".
 */
function contrastWithDefinition(row: ComparisonRow): string {
  const { effect, favours } = contrastTexts(row);
  return withCommas([effect, favours, row.definition]);
}

/** Draws one state with the components of the widget, from the answer to its question. */
import { render } from "preact-render-to-string";
import type { Comparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { subgroupsOf } from "#core/evidence/subgroups.ts";
import { asked, questionOf } from "#core/question/read-question.ts";
import { subgroups } from "#data/generated/collections.ts";
import { byProductStyles } from "#generated/by-product-styles.ts";
import { openedStyles } from "#generated/opened-styles.ts";
import { sheetStyles } from "#generated/sheet-styles.ts";
import { styles } from "#generated/styles.ts";
import { survivalStyles } from "#generated/survival-styles.ts";
import { byProductOf } from "#presentation/statement/side-by-side.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { withSurvival } from "#presentation/statement/survival.ts";
import { leftOutOf } from "#presentation/statement/trials.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { compareWithSources, makeComparison } from "#server/answers/make-comparison.ts";
import { ofProducts } from "#widget/answers/ordered-query.ts";
import { Detail } from "#widget/opened/detail.tsx";
import { Withdrawn } from "#widget/opened/withdrawn.tsx";
import { DrawnResults } from "#widget/sheets/patient-results.tsx";
import { byProductIn } from "#widget/views/by-product/by-product.tsx";
import { Compare } from "#widget/views/compare/compare.tsx";
import { laterParts } from "#widget/views/compare/later-parts.tsx";
import { withAge } from "#widget/views/compare/with-age.ts";
import { FailureState, LoadingTrials, NoAnswer, Skeleton, Status } from "#widget/views/states.tsx";
import { answerFor } from "../for-patient.ts";
import { sheetMarkup } from "./sheet-drawing.tsx";
import type { Drawn, State, Trouble } from "./states.ts";

/** A sheet is part of the page and has its full height. */
const sheetInPage = ".sheet[open]{max-block-size:none;position:static}";

/**
 * Styles of the first view and of the parts that are loaded later. Not every state needs all of
 * them.
 */
const allStyles = [styles, openedStyles, survivalStyles, byProductStyles, sheetStyles, sheetInPage]
  .map((text) => `<style>${text}</style>`)
  .join("");
const { screen: en, detail, sheets, patient: patientWords } = catalogue;
const tables = subgroupsOf(subgroups, {});

/**
 * Each drawing has its own shadow root, as on a host page. So the styles are those of the element,
 * and ids do not conflict.
 */
export function drawing(state: State): string {
  return `<div class="drawing" theme="system"><template shadowrootmode="open">${allStyles}<div class="root">${markupOf(state)}</div></template></div>`;
}

function markupOf({ question, drawn }: State): string {
  switch (drawn.as) {
    case "skeleton":
      return render(
        <>
          <Status strings={en} of="loading" />
          <Skeleton strings={en} />
        </>,
      );
    case "failure":
      return render(
        <NoAnswer strings={en}>{trouble({ kind: drawn.trouble }, "nothing")}</NoAnswer>,
      );
    case "refusal":
      return render(
        <NoAnswer strings={en}>
          {trouble({ kind: "refused", details: refusalOf(question) }, "nothing")}
        </NoAnswer>,
      );
    case "withdrawn":
      return render(<Withdrawn strings={en} reason={drawn.reason} />);
    case "answer":
      return render(
        answer(
          // As the engine in the browser answers.
          drawn.patient && !drawn.withoutEngine
            ? answerFor(question, drawn.patient)
            : answerTo(question),
          drawn,
        ),
      );
    case "sheet":
      return sheetMarkup(drawn, answerTo(question));
  }
}

/** A cache, because many states are drawn from the same answer. */
const answers = new Map<string, Comparison>();

function answerTo(question: string): Comparison {
  const known = answers.get(question);
  if (known) return known;
  const answer = compareWithSources(asked(question, dataset), catalogue);
  answers.set(question, answer);
  return answer;
}

function answer(
  comparison: Comparison,
  {
    patient,
    awaiting,
    fresh,
    onDevice,
    aged,
    open,
    byProduct,
    part,
    inside,
  }: Extract<Drawn, { as: "answer" }>,
) {
  const present = withSurvival(statementOf(comparison, en), comparison, {
    ...catalogue,
    numbers: en.numbers,
  });
  const view =
    aged === undefined
      ? present
      : withAge(present, Date.parse(present.dataDate) + aged * 86_400_000, en);
  const products =
    byProduct &&
    byProductOf(makeComparison(asked(ofProducts(comparison.canonical), dataset), catalogue), en);
  const inPlace =
    products && byProductIn({ ...view, byProduct: products }, { strings: en, site: "" });
  const row = comparison.outcomes.find(({ outcome }) => outcome === open);
  const failing = awaiting === undefined || awaiting === "slow" ? null : awaiting;
  return (
    <>
      <Status strings={en} of={awaiting === "slow" ? "slow" : null} />
      <Compare
        view={view}
        strings={en}
        stale={awaiting !== undefined || fresh !== undefined}
        fresh={fresh ?? []}
        openRows={open === undefined ? [] : [open]}
        site=""
        onToggleRow={nothing}
        onOpenSheet={nothing}
        onReset={nothing}
        status={
          <>
            {onDevice && <p class="notice">{en.states.onDevice}</p>}
            {patient && (
              <DrawnResults
                patient={patient}
                comparison={comparison}
                tables={tables}
                failed={null}
                strings={en}
                sheets={sheets}
                words={patientWords}
                apiBase=""
                onPatient={nothing}
                onEdit={nothing}
                onOffer={nothing}
              />
            )}
            {failing && trouble({ kind: failing }, "numbers")}
          </>
        }
        {...(comparison.patient?.held === null ? {} : (inPlace ?? laterParts(view, en, nothing)))}
        detail={() =>
          insideOf(inside) ??
          (row && (
            <Detail
              row={row}
              noun="trial"
              strings={en}
              words={detail}
              apiBase=""
              answerVersion={null}
              query=""
              leftOut={leftOutOf([], row.outcome, comparison)}
              memory={{ part }}
              leaving={{ ids: comparison.query.exclude, onChange: nothing }}
            />
          ))
        }
      />
    </>
  );
}

function insideOf(inside: "loading" | Trouble | undefined) {
  if (inside === undefined) return null;
  return inside === "loading" ? <LoadingTrials strings={en} /> : trouble({ kind: inside }, "part");
}

type FailureProps = Parameters<typeof FailureState>[0];

function trouble(failure: FailureProps["failure"], beside: FailureProps["beside"]) {
  return (
    <FailureState
      failure={failure}
      strings={en}
      beside={beside}
      onRetry={nothing}
      onReset={nothing}
    />
  );
}

/** The error messages of the service for an invalid question. */
function refusalOf(question: string): string[] {
  const { problems } = questionOf(new URLSearchParams(question), dataset);
  return (problems ?? []).map(({ parameter, message }) => `${parameter}: ${message}`);
}

/** A handler that makes buttons look active. Without a script they do nothing. */
function nothing(): void {}

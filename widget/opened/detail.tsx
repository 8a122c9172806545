/**
 * The content of an opened row: the trials, the contrast in statistical terms, and all cautions.
 */

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { familyOf } from "#data/landmarks.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { Abbreviated, abbreviationsIn } from "#presentation/screen/abbreviated.tsx";
import { enrolledView } from "#presentation/statement/enrolled.ts";
import { reportedText } from "#presentation/statement/not-pooled.ts";
import { remarksOf } from "#presentation/statement/notes.ts";
import { onlyProduct } from "#presentation/statement/products.ts";
import { chanceText, heterogeneityText, ratioText } from "#presentation/statement/statistics.ts";
import type { DetailWords, DrawnWords } from "#presentation/words/catalogue.ts";
import type { Copied, Copying } from "../views/compare/copying.tsx";
import { NewTab, RecordLink } from "../views/links.tsx";
import { Mark } from "../views/mark.tsx";
import { Checks } from "./checks.tsx";
import { StudiesThatCompared } from "./compared-studies.tsx";
import { Forest } from "./forest.tsx";
import { MedianSources, Medians } from "./medians.tsx";
import { ProductLines } from "./product-lines.tsx";
import { PublishedPools } from "./published-pools.tsx";
import { Timing } from "./timing.tsx";

interface Props {
  row: OutcomeComparison;
  strings: DrawnWords;
  words: DetailWords;
  /** Origin of the pages with the cohorts' records. */
  apiBase: string;
  /** The question that the row answers, as text. */
  query: string;
  /** Version of the answer; `null` if it is about a patient. */
  answerVersion: string | null;
}

interface DetailProps extends Props {
  /**
   * Set if the answer was computed on this device: sources are still loading, or `failure`
   * says why they could not be loaded.
   */
  uncited?: { failure: ComponentChildren } | null | undefined;
  /** Copies a summary of the row. */
  copy?: Copying | undefined;
}

export function Detail(props: DetailProps) {
  const { row, strings, words, apiBase, query, answerVersion, uncited, copy } = props;
  const remarks = remarksOf(row);
  const notPooled = therapyClasses.flatMap((group) => row.pools[group].notPooled);
  const silent = notPooled.filter(({ code }) => code === "not-reported");
  const reported = notPooled.filter((one) => !silent.includes(one));
  const { abbreviations } = words;
  const inName = abbreviationsIn([row.label, row.detail].join(" "), abbreviations);
  return (
    <>
      {inName.length > 0 && (
        <p class="muted note">
          {inName.map((one) => words.spelledOut(one, abbreviations[one])).join(" ")}
        </p>
      )}
      <ProductLines row={row} words={words} apiBase={apiBase} query={query} />
      {remarks.length > 0 && (
        <section class="remarks">
          <h5>
            {row.certainty.level === "not-rated" ? (
              words.why
            ) : (
              <>
                {words.certaintyLine(strings.certainty[row.certainty.level])} –{" "}
                <NewTab href={`${apiBase}/methods#certainty`}>{words.certaintyBasis}</NewTab>
              </>
            )}
          </h5>
          <ul>
            {remarks.map(({ code, text }) => (
              <li key={code + text}>
                <Abbreviated text={text} names={abbreviations} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Forest row={row} strings={strings} words={words} apiBase={apiBase} />
      <p class="contrast">
        {contrastText(row, words, strings)}{" "}
        <NewTab href={`${apiBase}/methods#model`}>{words.method}</NewTab>
      </p>
      {row.byName?.map(({ text }) => (
        <p key={text} class="contrast">
          {text}
        </p>
      ))}
      {therapyClasses.map((group) => {
        const { heterogeneity, products } = row.pools[group];
        return (
          heterogeneity && (
            <p key={group} class="contrast">
              {words.heterogeneity.of(
                onlyProduct({ products }) ?? strings.className[group],
                heterogeneityText(heterogeneity, words.heterogeneity, strings.numbers),
              )}
            </p>
          )
        );
      })}
      <PublishedPools row={row} strings={strings} words={words} />
      <Medians row={row} strings={strings} words={words} apiBase={apiBase} />
      {notPooled.length > 0 && (
        <section class="remarks">
          <h5>{words.notPooled}</h5>
          <ul>
            {reported.map((one) => (
              <li key={one.cohort}>
                <RecordLink apiBase={apiBase} cohort={one.cohort} label={one.label} />
                {": "}
                {[reportedText(one, words), one.reason].filter(Boolean).join(" – ")}
              </li>
            ))}
            {silent.length > 0 && <li>{words.silent(silent.map(({ label }) => label))}</li>}
          </ul>
        </section>
      )}
      {uncited?.failure ? (
        <section class="remarks">
          <h5>{words.sources.missing}</h5>
          {uncited.failure}
        </section>
      ) : (
        <Sources row={row} words={words} apiBase={apiBase} coming={uncited != null} />
      )}
      {copy && <CopyRow copy={copy} strings={strings} />}
      {/* Last, so that nothing moves if they arrive later than the trials. */}
      <MedianSources row={row} words={words} apiBase={apiBase} />
      <Enrolled row={row} strings={strings} words={words} apiBase={apiBase} />
      {/* What cannot be reached now is said once. */}
      {!uncited?.failure && (
        <>
          {/* Survival at a month has medians instead. */}
          {familyOf(row.outcome) === null && (
            <Timing row={row} strings={strings} words={words} apiBase={apiBase} />
          )}
          <Checks
            row={row}
            query={query}
            answerVersion={answerVersion}
            words={words}
            apiBase={apiBase}
          />
          <StudiesThatCompared
            outcome={row.outcome}
            query={query}
            strings={strings}
            words={words}
            apiBase={apiBase}
          />
        </>
      )}
    </>
  );
}

/** Where each figure was printed, what exactly, and at which follow-up. */
function Sources({
  row,
  words,
  apiBase,
  coming,
}: Omit<Props, "strings" | "query" | "answerVersion"> & { coming: boolean }) {
  const studies = therapyClasses.flatMap((group) => row.pools[group].studies);
  if (studies.length === 0) return null;
  return (
    <details class="remarks">
      <summary>{words.sourceCount(studies.length)}</summary>
      {coming && <p class="muted">{words.sources.loading}</p>}
      <ul>
        {studies.map(({ cohort, label, citation, followUpMonths }) => (
          <li key={cohort}>
            <RecordLink
              apiBase={apiBase}
              cohort={cohort}
              label={label}
              publication={citation?.publication ?? null}
            />
            {": "}
            {citation && citation.publication !== citation.href && words.readIn}
            {citation?.href ? (
              <NewTab href={citation.href}>{citation.text}</NewTab>
            ) : (
              citation?.text
            )}
            {citation?.locator && ` – ${citation.locator}`}
            {citation && words.tier[citation.tier] && ` [${words.tier[citation.tier]}]`}
            {followUpMonths !== null && ` (${words.followUp(followUpMonths)})`}
          </li>
        ))}
      </ul>
    </details>
  );
}

function contrastText(
  { contrasts: [contrast], pools }: OutcomeComparison,
  words: DetailWords,
  strings: DrawnWords,
): string {
  if (contrast?.status !== "ok") return "";
  const { className, numbers } = strings;
  const { regimen } = pools["car-t"];
  const drugs = regimen === "combination" ? `, ${words.regimen[regimen]}` : "";
  const name = (onlyProduct(pools["car-t"]) ?? className["car-t"]) + drugs;
  const chance = chanceText(contrast, name, words, numbers);
  const ratio = ratioText(contrast, words, numbers);
  return chance === null || ratio === null ? "" : `${ratio}, ${chance}.`;
}

/** All who were to be treated, where the row is about a benefit of CAR-T. */
function Enrolled({ row, strings, words, apiBase }: Omit<Props, "query" | "answerVersion">) {
  const view = enrolledView(row.pools["car-t"], words, strings.numbers);
  if (view === null) return null;
  const { scope, pooled, collected, cohorts, infused } = view;
  return (
    <section class="remarks enrolled">
      <h5>
        <Mark group="car-t" /> {words.enrolled.title}
      </h5>
      <p>
        {scope} {pooled} {collected}
      </p>
      <ul>
        {cohorts.map(({ cohort, label, publication, text }) => (
          <li key={cohort}>
            <RecordLink apiBase={apiBase} cohort={cohort} label={label} publication={publication} />
            : {text}
          </li>
        ))}
        {infused && <li>{infused}</li>}
      </ul>
    </section>
  );
}

/** Copies the row as a few lines. */
function CopyRow({ copy, strings }: { copy: Copying; strings: DrawnWords }) {
  const [copied, setCopied] = useState<Copied>({});
  const press = () => {
    // Emptied first: a screen reader does not announce the same text twice.
    setCopied({});
    copy("summary").then(setCopied);
  };
  return (
    <div class="take-along">
      <button type="button" onClick={press}>
        {strings.footer.copy.summary}
      </button>
      <span aria-live="polite">{copied.said}</span>
      {copied.byHand}
    </div>
  );
}

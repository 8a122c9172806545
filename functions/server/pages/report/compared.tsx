/**
 * What others reported and nobody pools: studies that set treatments against each other, results by properties of
 * patients, and late neurotoxicity.
 */
import { therapyClasses } from "#data/vocabulary.ts";
import type { ComparedAtLength } from "#presentation/row/head-to-head.ts";
import type { ReportedStudy } from "#presentation/row/subgroups.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { asReported, counted } from "#presentation/words/counts.ts";
import { drawn } from "#presentation/words/element.ts";
import { Fold } from "../kit/fold.tsx";
import { Link, RecordLink } from "./link.tsx";
import { Cite } from "./references.tsx";
import type { ReportView } from "./report-view.ts";

/** The first kind that fits; of all others there is only their number. */
const kinds: readonly (readonly [name: string, is: (study: ComparedAtLength) => boolean])[] = [
  ["Randomised", ({ design }) => design === "randomised"],
  [
    "CAR-T and bispecifics, matched or adjusted",
    ({ design, contrast }) =>
      contrast === "between" && (design === "matched" || design === "adjusted"),
  ],
  ["One after the other", ({ design }) => design === "sequence"],
];

export function Compared({ report: { compared, subgroups } }: { report: ReportView }) {
  if (compared.length === 0 && subgroups.length === 0) return null;
  const kindOf = (study: ComparedAtLength) => kinds.findIndex(([, is]) => is(study));
  const others = compared.filter((study) => kindOf(study) < 0).length;
  return (
    <section id="compared">
      <h2>Randomised, matched and in sequence</h2>
      <p class="muted">{asReported}</p>
      {kinds.map(([name], index) => {
        const studies = compared.filter((study) => kindOf(study) === index);
        if (studies.length === 0) return null;
        return (
          <Fold key={name} id={`compared-${index}`} title={name} aside={studies.length}>
            <div class="columns">
              {studies.map((study) => (
                <Study key={study.id} study={study} />
              ))}
            </div>
          </Fold>
        );
      })}
      {others > 0 && (
        <p class="screen">
          <a href="/v1/comparisons">
            {counted(others, "more study")} within one class or against other treatment, as data
            (JSON)
          </a>
        </p>
      )}
      {subgroups.length > 0 && <Subgroups subgroups={subgroups} />}
    </section>
  );
}

function Study({ study }: { study: ComparedAtLength }) {
  const { id, label, kind, results, alone, remarks, sources } = study;
  return (
    <article id={id}>
      <h3>{label}</h3>
      <p class="muted">
        {kind}. {remarks}
        <Cite of={sources.map(({ citation, href, tier }) => ({ text: citation, href, tier }))} />
      </p>
      <ul>
        {results.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {alone.map(({ side, texts }) => (
        // One treatment after another is what such a study is about; of others paper has the comparison.
        <p
          key={side}
          class={study.design === "sequence" || results.length === 0 ? undefined : "screen"}
        >
          {side}: {texts.join("; ")}
        </p>
      ))}
    </article>
  );
}

/** Folded on paper, so the sources stand beside the results and have no number. */
function Sources({ sources }: Pick<ReportedStudy, "sources">) {
  return (
    <p class="muted">
      {sources.map(({ citation, href }, index) => [
        index > 0 && "; ",
        <Link key={citation} href={href}>
          {citation}
        </Link>,
      ])}
    </p>
  );
}

function Subgroups({ subgroups }: Pick<ReportView, "subgroups">) {
  return (
    <Fold
      id="subgroups"
      title="Results by property of patients, as single trials report them"
      look="folded"
    >
      {subgroups.map(({ property, title, studies }) => (
        <Fold
          key={property}
          id={`by-${property}`}
          title={title}
          aside={therapyClasses
            .map(
              (group) =>
                `${drawn.className[group]} ${studies.filter((study) => study.group === group).length}`,
            )
            .join(" · ")}
          look="folded"
        >
          <div class="columns">
            {studies.map(({ label, group, design, cohort, outcomes, sources }) => (
              <article key={`${group} ${label} ${design}`}>
                <h3>
                  <Mark group={group} />{" "}
                  {cohort ? <RecordLink cohort={cohort} label={label} /> : label}
                </h3>
                <p class="muted">{design}</p>
                <ul>
                  {outcomes.map(({ name, text }) => (
                    <li key={name + text}>
                      {name}: {text}
                    </li>
                  ))}
                </ul>
                <Sources sources={sources} />
              </article>
            ))}
          </div>
        </Fold>
      ))}
    </Fold>
  );
}

/** Of every study of these products, at any line: what is rare is reported by few. */
export function LateNeurotoxicity({ report: { lateNeurotoxicity } }: { report: ReportView }) {
  if (lateNeurotoxicity.length === 0) return null;
  const count = lateNeurotoxicity.reduce((sum, { studies }) => sum + studies.length, 0);
  return (
    <Fold id="late-neurotoxicity" title="Late neurotoxicity" aside={count}>
      <p>
        Of every study of these products, at any line, in trials and in practice; each as counted,
        never pooled. When it began is not reported in our sources.
      </p>
      <div class="columns">
        {lateNeurotoxicity.map(({ outcome, title, studies }) => (
          <article key={outcome}>
            <h4>{title}</h4>
            <ul>
              {studies.map(({ text, citation }) => (
                <li key={text}>
                  {text}
                  <Cite of={[citation]} at={title} />
                </li>
              ))}
            </ul>
          </article>
        ))}
      </div>
    </Fold>
  );
}

/** `/glossary`: the words and signs of the screens, and abbreviations. It is created by the build and needs no script. */
import type { ComponentChildren } from "preact";
import { glossaryStyles } from "#generated/styles.ts";
import { abbreviations } from "#presentation/words/abbreviations.ts";
import { shortenedIn } from "#presentation/words/product-name.ts";
import { sitePage } from "../html/site-frame.tsx";
import { Heading, Section } from "../kit/heading.tsx";

export const documents = (): Record<string, string> => ({ "glossary.html": glossaryPage() });

const shortNames = shortenedIn("tec, elra, linvo, talq").join(", ");

function glossaryPage(): string {
  return sitePage({
    title: "Glossary",
    description: "The words, abbreviations and signs of Myeloma Compare, explained.",
    styles: glossaryStyles,
    current: "glossary",
    content: <Page />,
  });
}

function Page() {
  return (
    <main class="page text glossary">
      <Heading title="Glossary">
        <p>The words, abbreviations and signs of the comparison, its pictures and the report.</p>
      </Heading>
      <Section id="difference" title="How sure a difference is">
        <dl>
          <Term term="typical trial">
            What the number of a class stands for: the middle of its trials, each allowed a rate of
            its own. It is not all patients added up, and no prediction for one.
          </Term>
          <Term term="check">
            The same difference asked once more under one changed condition, such as without one
            product. Seven checks are asked of a difference whose interval is clear of 0;{" "}
            <a href="/methods#checks">the methods</a> list them.
          </Term>
          <Term term="holds in">
            In so many of the checks that could be asked the interval stays clear of 0 on the same
            side: “holds in all 5 checks”, “holds in 5 of 6 checks”.
          </Term>
          <Term term="unclear in">
            In so many of the checks the interval reaches 0, or lies on the other side: “unclear in
            4 of 5 checks”. The difference depends on that condition.
          </Term>
          <Term term="only 2 checks possible">
            Fewer than four checks could be asked. What was hardly tested is no proof.
          </Term>
          <Term term="difference unclear">
            0 lies within the interval of the difference: there may be more, fewer or as many.
          </Term>
          <Term term="not compared">
            No difference is given: a side rests on one trial or on one of several products, or the
            follow-ups are not known or more than twofold apart.
          </Term>
          <Term term="by drug">
            The class has no number; what is reported of each drug stands by itself, with a hollow
            mark.
          </Term>
        </dl>
      </Section>
      <Section id="studies" title="Trials and labels">
        <dl>
          <Term term="randomised">
            Chance decided who was given what. Of all results here these are the surest, each
            against its own standard therapy.
          </Term>
          <Term term="matched">
            Patients of practice chosen so that those of both treatments resemble each other in what
            was recorded. In what was not recorded they may differ.
          </Term>
          <Term term="reported">
            A source gives the figure. What is not reported is not known to be absent.
          </Term>
          <Term term="labelled">
            Approved by a regulator for these prior lines. “No label found” is no proof that there
            is none.
          </Term>
          <Term term="given alone">
            Without another drug against myeloma. Combinations are never in the same number.
          </Term>
          <Term term="not reached">
            When the trial reported, fewer than half of the patients had the event: the median lies
            beyond the follow-up.
          </Term>
        </dl>
      </Section>
      <Section id="abbreviations" title="Abbreviations">
        <dl>
          <Term term="CAR-T" name="chimeric antigen receptor T cells">
            T cells with an added receptor for a target on myeloma cells. Most are made from cells
            collected from the patient some weeks before, and infused once.
          </Term>
          <Term term="BsAb" name="bispecific antibody">
            An antibody that binds a target on myeloma cells and CD3 on T cells. It is given again
            and again.
          </Term>
          <Term term="BCMA" name={abbreviations.BCMA}>
            A protein on plasma cells; the target of most products here.
          </Term>
          <Term term="GPRC5D" name={abbreviations.GPRC5D}>
            A protein on plasma cells, in skin and nails; another target.
          </Term>
          <Term term="FcRH5" name={abbreviations.FcRH5}>
            A protein on plasma cells and other B cells; another target.
          </Term>
          <Term term="CRS" name={abbreviations.CRS}>
            Fever, in severe cases with low blood pressure or lack of oxygen, from activated immune
            cells. Severe is grade 3 or higher.
          </Term>
          <Term term="ICANS" name={abbreviations.ICANS}>
            Confusion, trouble with words, in severe cases seizures or coma, from activated immune
            cells. Older trials count neurotoxicity by other scales.
          </Term>
          <Term term="HLH" name={abbreviations.HLH}>
            A life-threatening inflammation with very high ferritin and low blood counts.
          </Term>
          <Term term="MAS" name={abbreviations.MAS}>
            A syndrome like HLH; trials often count the two together.
          </Term>
          <Term term="MNT" name={abbreviations.MNT}>
            Slow movement, tremor, changes of writing, memory or personality, weeks to months after
            CAR-T; some trials report them as parkinsonism.
          </Term>
          <Term term="PI" name={abbreviations.PI}>
            Such as bortezomib or carfilzomib.
          </Term>
          <Term term="IMiD" name={abbreviations.IMiD}>
            Such as lenalidomide or pomalidomide.
          </Term>
          <Term term="tec, elra, linvo, talq" name={shortNames}>
            Bispecific antibodies, in short where whole names have no room; each whole name stands
            above the first short one.
          </Term>
          <Term term="MRD" name={abbreviations.MRD}>
            Myeloma cells that only a sensitive test finds. Negative means that it found none.
          </Term>
        </dl>
      </Section>
      <Section id="numbers" title="Numbers">
        <dl>
          <Term term="hazard ratio">
            How often an event happens at any time in one group, against the other: at 0.5 half as
            often, at 1 equally often. Ratios against different controls cannot be set side by side.
          </Term>
          <Term term="odds ratio">
            Odds of an event in one group, against the other: those with the event for each one
            without. 1 is no difference; it lies farther from 1 than the ratio of the rates.
          </Term>
          <Term term="grade 3–4, grade ≥ 3, grade 3–4 or ≥ 3">
            What figures of severe harms count: without deaths; with them; or some trials without
            and others with them, or not reported whether.
          </Term>
          <Term term="not counted">
            A figure of a part of the patients, or by another definition. It enters no number and is
            named, with of whom it is, where nothing else is known of the drug.
          </Term>
          <Term term="k" name="number of trials">
            How many trials are pooled in a number.
          </Term>
          <Term term="n" name="number of patients">
            How many patients a number counts.
          </Term>
          <Term term="CI" name="confidence interval">
            The range around a counted rate that, made in this way, holds the true one in 95 of 100
            such trials. Single trials have it, and pools by any model but the default one.
          </Term>
          <Term term="CrI" name="credible interval">
            The range that holds the true rate with a probability of 95 %, given the data and the
            default, Bayesian model. Pools by this model have it. That trials of one product are
            alike is left out of it.
          </Term>
          <Term term="τ" name={abbreviations.τ}>
            How far the trials of a class lie apart on the scale of the model, as a standard
            deviation. With 0 they would differ by chance only.
          </Term>
          <Term term="I²" name={abbreviations["I²"]}>
            Of all variation between the results of the trials, the percentage that is more than
            chance. It rises with the size of the trials; τ does not.
          </Term>
        </dl>
      </Section>
    </main>
  );
}

interface TermProps {
  term: string;
  /** Spelled out. */
  name?: string;
  children: ComponentChildren;
}

function Term({ term, name, children }: TermProps) {
  return (
    <div id={term.replaceAll(/[ ,()≥]+/g, "-")}>
      <dt>
        <strong>{term}</strong>
      </dt>
      <dd>
        {name !== undefined && (
          <>
            <strong>{name}</strong>
            <br />
          </>
        )}
        {children}
      </dd>
    </div>
  );
}

/** Survival as reported: matched results, every median on the axis of months, and the months of each trial. */
import { axisMonths } from "#presentation/row/medians-view.ts";
import type {
  CitedMedian,
  FamilyAtLength,
  MonthsAtLength,
  SurvivalTables,
} from "#presentation/row/survival-tables.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { survival as words } from "#presentation/words/survival.ts";
import { Axis, Plotted } from "#widget/row/strip.tsx";
import { Fold } from "../kit/fold.tsx";
import { RecordLink } from "./link.tsx";
import { Cite } from "./references.tsx";

export function Survival({ survival }: { survival: SurvivalTables }) {
  const { matched, families, months } = survival;
  return (
    <section id="survival">
      <h2>Survival, as reported</h2>
      {matched.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <Fold id="medians" title="Medians and months, never pooled" look="narrow">
        {families.map((family) => (
          <Family key={family.family} family={family} months={months} />
        ))}
        <p class="key">{legend}</p>
      </Fold>
    </section>
  );
}

const legend =
  "Dotted: not reached (NR); it ends where follow-up ended. Bold: reported for that month. ≥: at least, from the later month. >50, <50, ≈50: more than, fewer than or about 50, from the median and its interval. –: not known. Cut: months followed, of an older cut.";

interface FamilyProps {
  family: FamilyAtLength;
  months: readonly number[];
}

function Family({ family: { family, medians, trials, starts }, months }: FamilyProps) {
  const title = words.title[family];
  return (
    <div class="parts">
      {medians.length > 0 && (
        <div class="ruler">
          <h3>{title}, medians</h3>
          <Axis of={words.axis} ticks={axisMonths} />
          <ul>
            {medians.map((median) => (
              <Median key={median.cohort} median={median} />
            ))}
          </ul>
        </div>
      )}
      {trials.length > 0 && (
        <div>
          <h3>{title}, of 100 patients by month</h3>
          <Months trials={trials} months={months} title={title} />
          <p class="key">{starts}</p>
        </div>
      )}
    </div>
  );
}

function Median({ median }: { median: CitedMedian }) {
  const { group, drug, trial, cohort, counted, doubt, heard, citation } = median;
  return (
    <li class={group}>
      <div class="whose">
        <Mark group={group} /> {drug}{" "}
        <small>
          <RecordLink cohort={cohort} label={trial} />
          {doubt ? `, ${doubt}` : counted && `, ${counted}`}
          <Cite of={[citation]} at="median" />
        </small>
      </div>
      <span class="hidden">: {heard}</span>
      <div class="side" aria-hidden="true">
        <Plotted group={group} side={median} />
      </div>
    </li>
  );
}

interface MonthsProps {
  trials: readonly MonthsAtLength[];
  months: readonly number[];
  title: string;
}

function Months({ trials, months, title }: MonthsProps) {
  return (
    <table class="months" aria-label={`${title}, of 100 patients by month`}>
      <thead>
        <tr>
          <th scope="col">
            <span class="hidden">{words.trial}</span>
          </th>
          {months.map((month) => (
            <th key={month} scope="col">
              {month}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {trials.map((trial) => (
          <tr key={trial.cohort}>
            <th scope="row">
              <Mark group={trial.group} /> {trial.drug}{" "}
              <small>
                <RecordLink cohort={trial.cohort} label={trial.trial} />
                {trial.counted && `, ${trial.counted}`}
              </small>
            </th>
            {trial.months.map(({ text, beneath, isReported, citation }, index) => (
              <td key={months[index]} class={isReported ? undefined : "muted"}>
                {isReported ? <strong>{text}</strong> : text}
                <Cite of={[citation]} at={`month ${months[index]}`} />
                {beneath.map((line) => (
                  <small key={line}> {line}</small>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

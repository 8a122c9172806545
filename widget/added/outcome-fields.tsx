import { useId } from "preact/hooks";
import { type FieldsProps, Select, Tick } from "./fields.tsx";
import { countedOutcomes, noCount } from "./typed-cohort.ts";

/** Outcomes that always have a line. */
const usualOutcomes = [
  "orr",
  "vgpr",
  "cr",
  "mrd-negative",
  "crs",
  "crs-3",
  "icans",
  "icans-3",
  "infection-3",
];

interface OutcomesProps extends FieldsProps {
  extra: readonly string[];
  onExtra: (id: string) => void;
}

/** Draws a line for each outcome that may have events, and the choice of a further outcome. */
export function Outcomes({ typed, choices, problems, onChange, extra, onExtra }: OutcomesProps) {
  const { therapyClass, counts, patients } = typed;
  const id = useId();
  const applying = choices.outcomes.filter(
    ({ classes }) => therapyClass === "" || classes.some((group) => group === therapyClass),
  );
  const isLine = (outcome: string) =>
    usualOutcomes.includes(outcome) || extra.includes(outcome) || outcome in counts;
  const lines = applying.filter((outcome) => isLine(outcome.id));
  const counted = new Set(countedOutcomes(typed, choices.outcomes));
  const hasCounted = (is: (outcome: (typeof lines)[number]) => boolean) =>
    lines.some((outcome) => is(outcome) && counted.has(outcome.id));
  return (
    <fieldset class="counts">
      <legend>Outcomes: patients with the event, as many as are known</legend>
      <p class="columns" aria-hidden="true">
        <span>Events</span>
        <span>of</span>
      </p>
      {lines.map(({ id: outcome, label, detail }) => {
        const count = counts[outcome] ?? noCount;
        const message = ["", ".outcome", ".events", ".n", ".population", ".grades", ".by"]
          .flatMap((field) => problems.get(`figures[${outcome}]${field}`) ?? [])
          .join("; ");
        const set = (change: Partial<typeof count>) =>
          onChange({ counts: { ...counts, [outcome]: { ...count, ...change } } });
        const problem = message === "" ? undefined : `${id}-${outcome}`;
        const aria = { "aria-describedby": problem, "aria-invalid": problem ? true : undefined };
        return (
          <div key={outcome} class="count">
            <span id={`${id}-${outcome}-name`}>
              {label} {detail && <small>{detail}</small>}
            </span>
            <input
              inputMode="numeric"
              aria-label={`${label}: events`}
              value={count.events}
              onInput={({ currentTarget }) => set({ events: currentTarget.value })}
              {...aria}
            />
            <input
              inputMode="numeric"
              aria-label={`${label}: of how many patients`}
              placeholder={patients || "n"}
              value={count.n}
              onInput={({ currentTarget }) => set({ n: currentTarget.value })}
              {...aria}
            />
            {problem && (
              <p id={problem} class="problem">
                {message}
              </p>
            )}
          </div>
        );
      })}
      <Select
        label="Another outcome"
        value=""
        options={[
          ["", "choose"],
          ...applying
            .filter((outcome) => !isLine(outcome.id))
            .map(
              (outcome) =>
                [outcome.id, [outcome.label, outcome.detail].filter(Boolean).join(", ")] as const,
            ),
        ]}
        onChoose={onExtra}
      />
      {hasCounted(({ isGraded }) => isGraded) && (
        <Tick
          label="ICANS was graded by ASTCT"
          problem={[...counted]
            .map((outcome) => problems.get(`figures[${outcome}].grading`))
            .find(Boolean)}
          isOn={typed.isGraded}
          onChange={(isGraded) => onChange({ isGraded })}
        />
      )}
      {hasCounted(({ isSevere }) => isSevere) && (
        <Select
          label="Severe counts"
          value={typed.grades}
          options={[
            ["", "not known"],
            ["3-4", "grade 3 or 4, deaths apart"],
            ["3-5", "grade 3 and higher, with deaths"],
          ]}
          onChoose={(grades) => onChange({ grades })}
        />
      )}
    </fieldset>
  );
}

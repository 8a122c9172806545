import { useId } from "preact/hooks";
import { type FieldsProps, Select, Tick } from "./fields.tsx";
import {
  listCountedOutcomes,
  noCount,
  selectClassOutcomes,
  type TypedCount,
} from "./typed-cohort.ts";

/** Stands for grades that differ between the outcomes. */
const eachOwn = "each";

/** These outcomes always have a line. */
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
  /** Lists outcomes that have a line beside the usual ones. */
  extra: readonly string[];
  onExtra: (id: string) => void;
}

export function OutcomeFields({
  typed,
  choices,
  problems,
  onChange,
  extra,
  onExtra,
}: OutcomesProps) {
  const { counts, patients } = typed;
  const id = useId();
  const applying = selectClassOutcomes(typed, choices.outcomes);
  const isLine = (outcome: string) => usualOutcomes.includes(outcome) || extra.includes(outcome);
  const lines = applying.filter((outcome) => isLine(outcome.id));
  const counted = new Set(listCountedOutcomes(typed, choices.outcomes));
  const graded = choices.outcomes.filter(({ isGraded }) => isGraded);
  const severe = choices.outcomes.filter(({ isSevere }) => isSevere);
  const hasCounted = (outcomes: typeof severe) =>
    outcomes.some((outcome) => counted.has(outcome.id));
  const [grades = "", ...otherGrades] = new Set(
    severe.flatMap(({ id: outcome }) =>
      counted.has(outcome) ? (counts[outcome]?.grades ?? "") : [],
    ),
  );
  const isOneForAll = otherGrades.length === 0;
  // A value that is chosen for all outcomes also holds for outcomes that get counts later.
  const setAll = (outcomes: typeof severe, change: Partial<TypedCount>) =>
    onChange({
      counts: {
        ...counts,
        ...Object.fromEntries(
          outcomes.map(({ id: outcome }) => [
            outcome,
            { ...noCount, ...counts[outcome], ...change },
          ]),
        ),
      },
    });
  return (
    <fieldset class="counts">
      <legend>Outcomes: patients with the event, as many as are known</legend>
      <p class="columns" aria-hidden="true">
        <span>Events</span>
        <span>of</span>
      </p>
      {lines.map(({ id: outcome, label, detail }) => {
        const count = counts[outcome] ?? noCount;
        const message = ["", ".outcome", ".events", ".n", ".grades"]
          .flatMap((field) => problems.get(`outcomes[${outcome}]${field}`) ?? [])
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
      {hasCounted(graded) && (
        <Tick
          label="ICANS was graded by ASTCT"
          problem={[...counted]
            .map((outcome) => problems.get(`outcomes[${outcome}].grading`))
            .find(Boolean)}
          isOn={graded.every(({ id: outcome }) => counts[outcome]?.grading === "astct")}
          onChange={(isOn) => setAll(graded, { grading: isOn ? "astct" : "" })}
        />
      )}
      {hasCounted(severe) && (
        <Select
          label="Severe counts"
          value={isOneForAll ? grades : eachOwn}
          options={[
            ["", "not known"],
            ...(isOneForAll ? [] : [[eachOwn, "as given for each"] as const]),
            ["3-4", "grade 3 or 4, deaths apart"],
            ["3-5", "grade 3 and higher, with deaths"],
          ]}
          onChoose={(chosen) => chosen !== eachOwn && setAll(severe, { grades: chosen })}
        />
      )}
    </fieldset>
  );
}

/** The form for counts of the reader: typed, pasted from a spreadsheet, or opened from a file. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { AddedContent } from "#core/added/read-text.ts";
import type { AddedChoices, ReaderCounts } from "./counts.ts";
import { saveFile } from "./host.ts";
import {
  blankCohort,
  contentOf,
  countedOutcomes,
  noCount,
  type TypedCohort,
  typedOf,
} from "./typed-cohort.ts";

interface FormProps {
  counts: ReaderCounts;
  /** What is changed; `null` to add another group. */
  content: AddedContent | null;
  /** What was typed before the form was closed without adding it. */
  draft: TypedCohort | null;
  onAdd: (contents: readonly AddedContent[]) => void;
  /** @param draft What was typed and not added. */
  onClose: (draft: TypedCohort | null) => void;
}

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

/** By the path of a field in the file. */
type Problems = ReadonlyMap<string, string>;

const none: Problems = new Map();

export function AddedForm({ counts, content, draft, onAdd, onClose }: FormProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { choices } = counts;
  const [typed, setTyped] = useState(() => (content ? typedOf(content) : (draft ?? blankCohort)));
  const isAdded = useRef(false);
  const [problems, setProblems] = useState(none);
  const [extra, setExtra] = useState<readonly string[]>([]);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.scrollTo(0, 0);
  }, []);
  const { outcomes } = choices;
  const change = (changes: Partial<TypedCohort>) => {
    setTyped((before) => ({ ...before, ...changes }));
    setProblems(none);
  };
  const problemsOf = (made: AddedContent, of: TypedCohort): Problems => {
    const counted = countedOutcomes(of, outcomes);
    return new Map(
      counts.check(made).map(({ field, message }) => [placeOf(field, counted), message] as const),
    );
  };
  const finish = (contents: readonly AddedContent[]) => {
    isAdded.current = true;
    onAdd(contents);
    dialog.current?.close();
  };
  const add = (event: Event) => {
    event.preventDefault();
    const made = contentOf(typed, outcomes);
    const found = problemsOf(made, typed);
    setProblems(found);
    if (found.size === 0) finish([made]);
    else setTimeout(() => focusFirst(dialog.current));
  };
  const take = (contents: readonly AddedContent[]) => {
    const [first, another] = contents;
    if (first === undefined) return;
    if (another !== undefined) {
      finish(contents);
      return;
    }
    const read = typedOf(first);
    setTyped(read);
    setProblems(problemsOf(contentOf(read, outcomes), read));
  };
  const keep = () => {
    const text = JSON.stringify(contentOf(typed, outcomes), null, 2);
    saveFile(new Blob([`${text}\n`], { type: "application/json" }), "my-counts.json");
  };
  const of: FieldsProps = { typed, choices, problems, onChange: change };
  return (
    <dialog
      ref={dialog}
      class="form"
      aria-labelledby="added-title"
      onClose={() => onClose(isAdded.current ? null : typed)}
    >
      <form noValidate autocomplete="off" onSubmit={add}>
        <header>
          <h2 id="added-title">{content ? "Your counts" : "Add counts"}</h2>
          <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </header>
        <div class="fields">
          <p class="muted">
            They stay on this device: nothing is sent, and nothing is stored unless you keep the
            file. Numbers of groups only, never of one patient. Patients who are also in a published
            series would count twice.
          </p>
          <Table counts={counts} onRead={take} />
          <About {...of} />
          <Outcomes {...of} extra={extra} onExtra={(id) => setExtra([...extra, id])} />
          <General problems={problems} typed={typed} />
        </div>
        <footer>
          <button type="button" class="quiet" onClick={keep}>
            Keep as a file
          </button>
          <button type="submit" class="main">
            {content ? "Change" : "Add"}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

/** Fields of a list are named by their outcome, whose place in the list changes. */
function placeOf(field: string, counted: readonly string[]): string {
  return field.replace(/^figures\[(\d+)\]/, (_, index) => `figures[${counted[Number(index)]}]`);
}

function focusFirst(dialog: HTMLDialogElement | null): void {
  dialog?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
}

interface FieldsProps {
  typed: TypedCohort;
  choices: AddedChoices;
  problems: Problems;
  onChange: (changes: Partial<TypedCohort>) => void;
}

/** Who the patients are. */
function About({ typed, choices, problems, onChange }: FieldsProps) {
  const products = choices.products.filter(({ group }) => group === typed.therapyClass);
  return (
    <>
      <Field
        label="Name"
        note="as it stands beside your numbers"
        problem={problems.get("label")}
        value={typed.label}
        onType={(label) => onChange({ label })}
      />
      <Choice
        legend="Class"
        name="class"
        options={[
          ["car-t", "CAR-T"],
          ["bsab", "Bispecific"],
        ]}
        problem={problems.get("therapyClass")}
        value={typed.therapyClass}
        onChoose={(therapyClass) => onChange({ therapyClass, product: "" })}
      />
      <Select
        label="Product"
        problem={problems.get("product")}
        value={typed.product}
        options={[
          ["", typed.therapyClass ? "not told apart" : "choose the class first"],
          ...products.map(({ slug, name }) => [slug, name] as const),
        ]}
        onChoose={(product) => onChange({ product })}
      />
      <Choice
        legend="Kind of evidence"
        name="evidence"
        options={[
          ["trial", "Clinical trial"],
          ["real-world", "Practice"],
        ]}
        problem={problems.get("evidence")}
        value={typed.evidence}
        onChoose={(evidence) => onChange({ evidence })}
      />
      <div class="pair">
        <Field
          label="Patients (n)"
          note="infused or treated"
          isNumber
          problem={problems.get("baseline.n") ?? problems.get("baseline")}
          value={typed.patients}
          onType={(patients) => onChange({ patients })}
        />
        <Field
          label="Median follow-up"
          note="months, if known"
          isNumber
          problem={problems.get("followUpMonths")}
          value={typed.followUp}
          onType={(followUp) => onChange({ followUp })}
        />
        <Field
          label="Prior lines, fewest"
          note="empty: 3 or more"
          isNumber
          problem={problems.get("admittedLines.min") ?? problems.get("admittedLines")}
          value={typed.fewestLines}
          onType={(fewestLines) => onChange({ fewestLines })}
        />
        <Field
          label="Prior lines, most"
          note="empty: no limit"
          isNumber
          problem={problems.get("admittedLines.max")}
          value={typed.mostLines}
          onType={(mostLines) => onChange({ mostLines })}
        />
      </div>
    </>
  );
}

interface OutcomesProps extends FieldsProps {
  extra: readonly string[];
  onExtra: (id: string) => void;
}

/** Events of n, as many as are known. */
function Outcomes({ typed, choices, problems, onChange, extra, onExtra }: OutcomesProps) {
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
        const found = ["", ".outcome", ".events", ".n", ".population", ".grades", ".by"]
          .flatMap((field) => problems.get(`figures[${outcome}]${field}`) ?? [])
          .join("; ");
        const set = (changed: Partial<typeof count>) =>
          onChange({ counts: { ...counts, [outcome]: { ...count, ...changed } } });
        const problem = found === "" ? undefined : `${id}-${outcome}`;
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
                {found}
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

/** Fields with a place of their own in the form. */
const placed =
  /^(?:label|therapyClass|product|evidence|followUpMonths|baseline(?:\.n)?|admittedLines(?:\.\w+)?)$/;

/** What is wrong without a field of its own. */
function General({ problems, typed }: Pick<FieldsProps, "problems" | "typed">) {
  const others = [...problems].filter(([field]) => {
    const [, outcome] = /^figures\[(.*?)\]/.exec(field) ?? [];
    return !placed.test(field) && (outcome === undefined || !(outcome in typed.counts));
  });
  const count = problems.size;
  return (
    <div class="general" role="alert">
      {count > 0 && (
        <p class="problem">
          {count === 1 ? "One field" : `${count} fields`} to correct; nothing was added.
        </p>
      )}
      {others.map(([field, message]) => (
        <p key={field} class="problem">
          {field === "figures" ? "Outcomes" : field}: {message}
        </p>
      ))}
    </div>
  );
}

interface TableProps {
  counts: ReaderCounts;
  onRead: (contents: readonly AddedContent[]) => void;
}

/** A table from a spreadsheet, or a file that was kept. */
function Table({ counts, onRead }: TableProps) {
  const [text, setText] = useState("");
  const [said, setSaid] = useState<readonly string[]>([]);
  const file = useRef<HTMLInputElement>(null);
  const id = useId();
  const read = (from: string) => {
    const { contents, problems } = counts.read(from);
    const isOne = contents.length === 1;
    setSaid(
      problems.length > 0
        ? problems.map(({ field, message }) => [field, message].filter(Boolean).join(": "))
        : [isOne ? "Read. Look it over, then add it." : `${contents.length} groups read.`],
    );
    // Several groups are added at once, so they must be right; of one the form shows what is wrong.
    if (problems.length === 0 || isOne) onRead(contents);
  };
  const open = async () => {
    const [chosen] = file.current?.files ?? [];
    if (!chosen) return;
    read(await chosen.text());
    if (file.current) file.current.value = "";
  };
  const template = () =>
    saveFile(new Blob([counts.template()], { type: "text/csv" }), "counts-template.csv");
  return (
    <details class="table">
      <summary>From a spreadsheet or a file</summary>
      <label for={id}>Paste a table with the names of its columns</label>
      <textarea
        id={id}
        rows={4}
        spellcheck={false}
        placeholder={"name\tclass\tpatients\toutcome\tevents"}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        aria-describedby={`${id}-said`}
      />
      <p class="acts">
        <button type="button" onClick={() => read(text)}>
          Read the table
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          Open a file
        </button>
        <button type="button" class="quiet" onClick={template}>
          Template (CSV)
        </button>
      </p>
      <input
        ref={file}
        type="file"
        accept=".csv,.tsv,.txt,.json,text/csv,application/json"
        aria-label="File with counts"
        hidden
        onChange={open}
      />
      <div id={`${id}-said`} role="status" class={said.length > 0 ? "said" : ""}>
        {said.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </details>
  );
}

interface FieldProps {
  label: string;
  note?: string;
  isNumber?: boolean;
  problem: string | undefined;
  value: string;
  onType: (text: string) => void;
}

function Field({ label, note, isNumber = false, problem, value, onType }: FieldProps) {
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        inputMode={isNumber ? "decimal" : "text"}
        value={value}
        aria-describedby={`${id}-note`}
        aria-invalid={problem ? true : undefined}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
      <small id={`${id}-note`} class={problem ? "problem" : "muted"}>
        {problem ?? note}
      </small>
    </p>
  );
}

type Options = readonly (readonly [value: string, text: string])[];

interface SelectProps {
  label: string;
  problem?: string | undefined;
  value: string;
  options: Options;
  onChoose: (value: string) => void;
}

function Select({ label, problem, value, options, onChoose }: SelectProps) {
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={problem && `${id}-note`}
        aria-invalid={problem ? true : undefined}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
      {problem && (
        <small id={`${id}-note`} class="problem">
          {problem}
        </small>
      )}
    </p>
  );
}

interface ChoiceProps extends Omit<SelectProps, "label"> {
  legend: string;
  name: string;
}

function Choice({ legend, name, problem, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <fieldset class="choice" aria-describedby={problem && id}>
      <legend>{legend}</legend>
      {options.map(([option, text]) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            value={option}
            checked={value === option}
            aria-describedby={problem && id}
            aria-invalid={problem ? true : undefined}
            onChange={() => onChoose(option)}
          />
          <span>{text}</span>
        </label>
      ))}
      {problem && (
        <small id={id} class="problem">
          {problem}
        </small>
      )}
    </fieldset>
  );
}

interface TickProps {
  label: ComponentChildren;
  problem: string | undefined;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

function Tick({ label, problem, isOn, onChange }: TickProps) {
  const id = useId();
  return (
    <p class="tick">
      <label>
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={problem && id}
          aria-invalid={problem ? true : undefined}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />{" "}
        {label}
      </label>
      {problem && (
        <small id={id} class="problem">
          {problem}
        </small>
      )}
    </p>
  );
}

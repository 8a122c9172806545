/**
 * What opens: a row, a sheet. Its part of the script is loaded right after the first view, so that
 * it opens at once and also without a connection.
 */
import type { ComponentChildren, ComponentProps } from "preact";
import type { DetailWords } from "#presentation/words/contract/detail.ts";
import type { DrawnWords } from "#presentation/words/contract/screen.ts";
import { part } from "../answers/load-part.ts";
import { useLoaded } from "../answers/use-loaded.ts";
import { FailureState, LoadingTrials } from "../views/states.tsx";
import type {
  adoptOpenedStyles,
  copying,
  Detail,
  FilterSheet,
  PatientResults,
  warnOfLook,
} from "./detail.tsx";

/** The exports of the part, under their own names. */
interface Loaded {
  language: string;
  Detail: typeof Detail;
  FilterSheet: typeof FilterSheet;
  PatientResults: typeof PatientResults;
  adoptOpenedStyles: typeof adoptOpenedStyles;
  warnOfLook: typeof warnOfLook;
  copying: typeof copying;
  words: DetailWords;
}

let there: Loaded | null = null;

/** Rejects if it cannot be loaded now. */
export const loadDetail = part(async (language) => {
  const part = await import("./detail.tsx");
  there = { ...part, language, words: await part.detailWords(language) };
  return there;
});

export function OpenedRow(props: Omit<ComponentProps<typeof Detail>, "words">) {
  const { strings } = props;
  return (
    <Opened strings={strings} waiting={<LoadingTrials strings={strings} />}>
      {({ Detail, words }) => <Detail {...props} words={words} />}
    </Opened>
  );
}

export function OpenedSheet(props: ComponentProps<typeof FilterSheet>) {
  return <Opened strings={props.strings}>{({ FilterSheet }) => <FilterSheet {...props} />}</Opened>;
}

interface Props {
  strings: DrawnWords;
  waiting?: ComponentChildren;
  children: (part: Loaded) => ComponentChildren;
}

function Opened({ strings, waiting, children }: Props) {
  const { failure, retry } = useLoaded(strings.language, loadDetail);
  if (there?.language === strings.language) return children(there);
  return failure ? <FailureState failure={failure} strings={strings} onRetry={retry} /> : waiting;
}

/**
 * What opens: a row, a sheet. Its part of the script is loaded right after the first view, so that
 * it opens at once and also without a connection.
 */

import type { ComponentChildren, ComponentProps } from "preact";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { loadRest, type Rest, readyRest } from "../answers/load-rest.ts";
import { useLoaded } from "../answers/use-loaded.ts";
import { FailureState, LoadingTrials } from "../views/states.tsx";
import type { Detail, FilterSheet } from "./detail.tsx";

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
  children: (rest: Rest) => ComponentChildren;
}

function Opened({ strings, waiting, children }: Props) {
  const { failure, retry } = useLoaded("rest", loadRest);
  const rest = readyRest();
  if (rest) return children(rest);
  return failure ? <FailureState failure={failure} strings={strings} onRetry={retry} /> : waiting;
}

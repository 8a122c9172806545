/**
 * The content of an opened row. Its part of the script is loaded right after the first view, so
 * that a row opens at once and also without a connection.
 */
import type { ComponentProps } from "preact";
import type { DetailWords } from "#presentation/words/contract/detail.ts";
import { part } from "../answers/load-part.ts";
import { useLoaded } from "../answers/use-loaded.ts";
import { FailureState, LoadingTrials } from "../views/states.tsx";
import type { copying, Detail } from "./detail.tsx";

interface Loaded {
  language: string;
  View: typeof Detail;
  adoptStyles: (node: Element | null) => void;
  copying: typeof copying;
  words: DetailWords;
}

let there: Loaded | null = null;

/** Rejects if it cannot be loaded now. */
export const loadDetail = part(async (language) => {
  const part = await import("./detail.tsx");
  there = {
    language,
    View: part.Detail,
    adoptStyles: part.adoptOpenedStyles,
    copying: part.copying,
    words: await part.detailWords(language),
  };
  return there;
});

export function OpenedRow(props: Omit<ComponentProps<typeof Detail>, "words">) {
  const { strings } = props;
  const { failure, retry } = useLoaded(strings.language, loadDetail);
  if (there?.language === strings.language) return <there.View {...props} words={there.words} />;
  return failure ? (
    <FailureState
      failure={failure}
      strings={strings}
      beside="part"
      onRetry={retry}
      onReset={retry}
    />
  ) : (
    <LoadingTrials strings={strings} />
  );
}

/**
 * What lies under an opened row. Its part of the script is no part of the first view: it comes right
 * after it, so that a row opens at once, and without a connection, too.
 */
import type { ComponentProps } from "preact";
import { part } from "../answers/load-part.ts";
import { useLoaded } from "../answers/use-loaded.ts";
import { FailureState, LoadingTrials } from "../views/states.tsx";
import type { Detail } from "./detail.tsx";

let there: typeof Detail | null = null;

/** Rejects when it cannot be had now. */
export const loadDetail = part(async () => {
  const { Detail: loaded } = await import("./detail.tsx");
  there = loaded;
  return loaded;
});

export function OpenedRow(props: ComponentProps<typeof Detail>) {
  const { failure, retry } = useLoaded("detail", loadDetail);
  const View = there;
  if (View) return <View {...props} />;
  return failure ? (
    <FailureState
      failure={failure}
      strings={props.strings}
      beside="part"
      onRetry={retry}
      onReset={retry}
    />
  ) : (
    <LoadingTrials strings={props.strings} />
  );
}

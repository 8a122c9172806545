/**
 * Holds what differs between the surfaces that draw an answer: the installation that links lead to, how a trial and its
 * sources are named, and how a part folds. The element links to them; a report numbers its sources and lists them once.
 */
import { type ComponentChildren, createContext, type FunctionComponent } from "preact";
import { useContext } from "preact/hooks";
import type { TrialLine } from "#presentation/row/trial-lines.ts";
import { lowerTiers } from "#presentation/words/names.ts";
import { joinByCommas } from "#presentation/words/sentences.ts";
import { NewTab } from "../views/links.tsx";

export interface LineSource {
  readonly text: string;
  readonly href: string | null;
  /** Names the places that were read; absent if the text names them. */
  readonly locator?: string | null;
  readonly tier?: number;
}

interface FoldProps {
  title: string;
  /** True for the list of trials, which a report shows open where there is room. */
  hasTrials?: boolean;
  children: ComponentChildren;
}

export interface RowSurface {
  /** Holds the origin of the service; empty on its own pages. */
  readonly site: string;
  readonly Fold: FunctionComponent<FoldProps>;
  readonly TrialName: FunctionComponent<Pick<TrialLine, "cohort" | "label" | "place">>;
  readonly Figures: FunctionComponent<Pick<TrialLine, "figures" | "review">>;
  readonly Sources: FunctionComponent<{ of: readonly LineSource[] }>;
}

export function Fold({ title, children }: FoldProps) {
  return (
    <details class="fold">
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function Figures({ figures, review }: Pick<TrialLine, "figures" | "review">) {
  return (
    <>
      <small>{figures[0]?.text ?? "left out"}</small>
      {figures.some(({ citation }) => citation) && (
        <details>
          <summary>Source</summary>
          {figures.map(({ text, citation }, index) => (
            <p key={text}>
              {index > 0 && `${text}: `}
              {citation && <NewTab href={citation.href}>{citation.text}</NewTab>}{" "}
              {joinByCommas([citation?.locator, lowerTiers[citation?.tier ?? 1]])}
            </p>
          ))}
          {review && <p>{review}</p>}
        </details>
      )}
    </>
  );
}

function Sources({ of }: { of: readonly LineSource[] }) {
  return (
    <>
      {of.map(({ text, href, locator, tier = 1 }, index) => [
        index > 0 ? " · " : " ",
        <NewTab key={text} href={href}>
          {locator ? `${text} – ${locator}` : text}
        </NewTab>,
        lowerTiers[tier] && ` [${lowerTiers[tier]}]`,
      ])}
    </>
  );
}

interface TrialLinkProps {
  cohort?: string | null | undefined;
  label: string;
  /** Holds the address of the trial's own publication, or of the source of its figure. */
  publication?: string | null | undefined;
}

/** Draws a trial's name, linked to its publication, else to its own record here; plain where it has neither. */
export function TrialLink({ cohort, label, publication }: TrialLinkProps) {
  const { site } = useSurface();
  const record = cohort ? `${site}/v1/cohorts/${cohort}` : null;
  return <NewTab href={publication ?? record}>{label}</NewTab>;
}

/** Draws links, on a page of the service. */
export const linkedSurface: RowSurface = {
  site: "",
  Fold,
  TrialName: TrialLink,
  Figures,
  Sources,
};

const Surface = createContext(linkedSurface);

export const SurfaceProvider = Surface.Provider;

export function useSurface(): RowSurface {
  return useContext(Surface);
}

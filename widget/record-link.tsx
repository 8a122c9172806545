/** A trial's name, linked to its publication, else to its own record here; plain where it has neither. */
import { NewTab } from "./views/links.tsx";

interface Props {
  cohort: string | null;
  label: string;
  /** Address of the trial's own publication, or of the figure beside it. */
  publication?: string | null;
  /** Origin of the service. Not read from the page around, because the server draws links as well. */
  site: string;
}

export function RecordLink({ cohort, label, publication, site }: Props) {
  const href = publication ?? (cohort && `${site}/v1/cohorts/${cohort}`);
  return href ? <NewTab href={href}>{label}</NewTab> : label;
}

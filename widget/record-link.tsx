/** A trial's name, linked to its publication, else to its own record here; plain where it has neither. */
import { surroundings } from "./page/environment.ts";
import { NewTab } from "./views/links.tsx";

interface Props {
  cohort: string | null;
  label: string;
  /** Address of the trial's own publication, or of the figure beside it. */
  publication?: string | null;
  /** Origin of the service, for what the server draws as well. */
  site?: string;
}

export function RecordLink({ cohort, label, publication, site = surroundings.site }: Props) {
  const href = publication ?? (cohort && `${site}/v1/cohorts/${cohort}`);
  return href ? <NewTab href={href}>{label}</NewTab> : label;
}

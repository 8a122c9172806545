/** The name of the row of an outcome. */
interface NamedRow {
  readonly label: string;
  readonly detail?: string | null | undefined;
}

/** The outcome with what it counts: "Infection, grade ≥ 3". */
export function nameOf({ label, detail }: NamedRow): string {
  return [label, detail].filter(Boolean).join(", ");
}

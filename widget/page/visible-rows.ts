/**
 * The outcomes whose rows are visible on the screen, from top to bottom. The rows are found from
 * the parent of `beside`.
 */
export function visibleRows(beside: Node | null): string[] {
  const rows = beside?.parentElement?.querySelectorAll<HTMLElement>("[data-outcome]") ?? [];
  return [...rows].flatMap((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? (row.dataset.outcome ?? []) : [];
  });
}

/** The outcomes whose rows can be seen, from top to bottom, beside this node. */
export function visibleRows(beside: Node | null): string[] {
  const rows = beside?.parentElement?.querySelectorAll<HTMLElement>("[data-outcome]") ?? [];
  return [...rows].flatMap((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? (row.dataset.outcome ?? []) : [];
  });
}

/** The outcomes whose rows are visible on the screen, from top to bottom. */
export function visibleRows(place: Element): string[] {
  const rows = place.querySelectorAll<HTMLElement>("[data-outcome]");
  return [...rows].flatMap((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? (row.dataset.outcome ?? []) : [];
  });
}

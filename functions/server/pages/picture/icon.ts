/** The logo of the site on a background, for home screens. */

export interface IconShape {
  side: number;
  /** Share of the side that the logo fills. A mask may cut everything outside a circle of 0.8. */
  share: number;
}

/** @param mark The text of the site's SVG icon, 32 by 32. */
export function iconSvg(mark: string, { side, share }: IconShape, ground: string): string {
  const size = side * share;
  const offset = (side - size) / 2;
  const placed = mark.replace(
    "<svg ",
    `<svg x="${offset}" y="${offset}" width="${size}" height="${size}" `,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><rect width="${side}" height="${side}" fill="${ground}"/>${placed}</svg>`;
}

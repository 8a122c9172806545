/** The mark of the site on a ground of its own, for home screens. */

export interface IconShape {
  side: number;
  /** Of the side, that the mark takes: a mask may cut all but the inner circle of 0.8. */
  share: number;
}

/** @param mark The whole text of the site's SVG icon, 32 by 32. */
export function iconSvg(mark: string, { side, share }: IconShape, ground: string): string {
  const size = side * share;
  const offset = (side - size) / 2;
  const placed = mark.replace(
    "<svg ",
    `<svg x="${offset}" y="${offset}" width="${size}" height="${size}" `,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><rect width="${side}" height="${side}" fill="${ground}"/>${placed}</svg>`;
}

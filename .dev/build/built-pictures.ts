/** All pictures that the build draws, as SVG: of questions, and the icons. */
import { dataset } from "#core/dataset.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { palettes } from "#presentation/forest/palette.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { compareInWords } from "#server/answers/make-comparison.ts";
import {
  anyQuestionPicture,
  pictureSize,
  questionPicture,
} from "#server/pages/picture/drawing.tsx";

export interface Drawing {
  name: string;
  svg: string;
}

export interface QuestionDrawing extends Drawing {
  /** Canonical text of the question. */
  question: string;
}

/** Widths in pixels: of the full picture, and of the one for a narrow column. */
export const pictureWidths = { wide: pictureSize.width, small: 480 } as const;

export function questionDrawings(): QuestionDrawing[] {
  return dataset.presets.map(({ id, query }) => ({
    name: id,
    question: canonicalQuery(query, dataset),
    svg: questionPicture(compareInWords(query, catalogue)),
  }));
}

export function anyQuestionDrawing(): Drawing {
  return { name: "any-question", svg: anyQuestionPicture() };
}

const iconShapes = {
  card: { side: 100, share: 0.84 },
  small: { side: 192, share: 0.84 },
  large: { side: 512, share: 0.84 },
  maskable: { side: 512, share: 0.7 },
  touch: { side: 180, share: 0.72 },
} as const satisfies Record<string, IconShape>;

export type IconName = keyof typeof iconShapes;

export function iconDrawings(mark: string): (Drawing & { icon: IconName; side: number })[] {
  return (Object.keys(iconShapes) as IconName[]).map((icon) => ({
    icon,
    name: `icon-${icon}`,
    side: iconShapes[icon].side,
    svg: iconSvg(mark, iconShapes[icon], palettes.light.paper),
  }));
}

interface IconShape {
  side: number;
  /** Share of the side that the logo fills. A mask may cut everything outside a circle of 0.8. */
  share: number;
}

/** @param mark The text of the site's SVG icon, 32 by 32. */
function iconSvg(mark: string, { side, share }: IconShape, ground: string): string {
  const size = side * share;
  const offset = (side - size) / 2;
  const placed = mark.replace(
    "<svg ",
    `<svg x="${offset}" y="${offset}" width="${size}" height="${size}" `,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><rect width="${side}" height="${side}" fill="${ground}"/>${placed}</svg>`;
}

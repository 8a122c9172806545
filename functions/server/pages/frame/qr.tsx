/**
 * `GET /qr.svg?…`: the URL of a question as a QR code. It is made by lean-qr, which is small, has
 * no dependencies and is tested against other encoders and readers. We use its outline and draw the
 * SVG ourselves, so that it has a title and nothing that a strict Content Security Policy blocks.
 */

import { correction, generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";
import { render } from "preact-render-to-string";
import { permalink } from "#presentation/screen/snippets.ts";
import { cacheable } from "../../answers/cacheable.ts";
import { dataDate } from "../../answers/link-date.ts";
import { readQuestion } from "../../answers/read-question.ts";
import { problemResponse, queryProblemResponse } from "../../http/problem.ts";
import type { Answer, Routes } from "../../http/route.ts";
import { siteOf } from "../../http/site.ts";

/** Light modules around the code, without which cameras do not find it (ISO/IEC 18004). */
const quietZone = 4;
/** Gives the code a reasonable size on pages that set none. */
const pixelsPerModule = 6;
/** Number of bytes in the largest code at error correction level M. */
const longest = 2331;

const qr: Answer = (context) => {
  const { url } = context.req;
  const { canonical, problems } = readQuestion(url, { onlyClasses: true });
  if (problems) return queryProblemResponse(problems);
  const site = siteOf(context);
  const address = permalink(site, canonical, dataDate);
  if (address.length > longest) {
    const detail = `The address of this question has ${address.length} characters; a code holds ${longest}. Leave out fewer trials by hand.`;
    return problemResponse({ status: 414, detail });
  }
  return cacheable(context, {
    // The code contains the URL of this site, which may have several host names.
    resource: `${site}/qr.svg?${canonical}`,
    form: "svg",
    make: () => qrSvg(address),
    light: true,
    headers: { "content-disposition": 'inline; filename="myeloma-compare-qr.svg"' },
  });
};

export const routes: Routes = { "/qr.svg": qr };

/**
 * Always dark on light, whatever the colours of the host page, because not every camera reads
 * inverted codes.
 */
function qrSvg(address: string): string {
  const code = generate(address, { minCorrectionLevel: correction.M });
  const side = code.size + 2 * quietZone;
  const pixels = side * pixelsPerModule;
  return render(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={pixels}
      height={pixels}
      viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`}
      role="img"
      aria-labelledby="qr-title"
    >
      <title id="qr-title">QR code: {address}</title>
      <rect x={-quietZone} y={-quietZone} width={side} height={side} fill="#fff" />
      <path d={toSvgPath(code)} fill="#000" shape-rendering="crispEdges" />
    </svg>,
  );
}

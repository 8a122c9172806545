/** Lets the browser save a content under a name, or a picture as PNG. */

export function saveFile(content: Blob, name: string): void {
  const href = URL.createObjectURL(content);
  Object.assign(document.createElement("a"), { href, download: name }).click();
  // A browser may ask for a place first, and reads the content only then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

// Saves a picture of this site as a PNG, which the browser makes, for programs that cannot show SVG.

/** The PNG has so many pixels for one of the picture in each direction, so that it is sharp on slides and on paper. */
const density = 2;

/**
 * Returns the picture as a PNG of {@link density} times its width and height. Rejects if the browser cannot make it.
 *
 * @param svg The picture as text, with a width and a height.
 */
async function convertSvgToPng(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = density * image.naturalWidth;
    canvas.height = density * image.naturalHeight;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      const settle = (blob: Blob | null) =>
        blob ? resolve(blob) : reject(new Error("The picture could not be made."));
      canvas.toBlob(settle, "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Saves the SVG at an address of this site as a PNG. Rejects if the picture cannot be loaded. */
export async function saveSvgAsPng(svgAddress: string, name: string): Promise<void> {
  const response = await fetch(svgAddress);
  if (!response.ok) throw new Error(`The picture could not be had: ${response.status}`);
  saveFile(await convertSvgToPng(await response.text()), name);
}

/** Copies a picture together with its description: what is pasted brings both. */

/** `picture`: both. `alt`: the description alone. */
export type Copied = 'picture' | 'alt' | 'failed';

async function asPng(url: string): Promise<Blob | null> {
  // The page has mostly loaded it already; that copy is no new request.
  const shown = [...document.images].find((image) => image.currentSrc === url || image.src === url);
  try {
    const bitmap = shown ? await drawable(shown) : await createImageBitmap(await (await fetch(url)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    return await canvas.convertToBlob({ type: 'image/png' });
  } catch {
    return null;
  }
}

async function drawable(image: HTMLImageElement): Promise<ImageBitmap> {
  await image.decode();
  return createImageBitmap(image, { resizeWidth: image.naturalWidth, resizeHeight: image.naturalHeight });
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export async function copyPicture(url: string, alt: string): Promise<Copied> {
  const png = await asPng(url);
  try {
    if (png) {
      const html = `<img src="${escaped(url)}" alt="${escaped(alt)}">`;
      await navigator.clipboard.write([
        new ClipboardItem({
          'image/png': png,
          'text/plain': new Blob([alt], { type: 'text/plain' }),
          'text/html': new Blob([html], { type: 'text/html' }),
        }),
      ]);
      return 'picture';
    }
  } catch {
    // What follows is what every browser can.
  }
  try {
    await navigator.clipboard.writeText(alt);
    return 'alt';
  } catch {
    return 'failed';
  }
}

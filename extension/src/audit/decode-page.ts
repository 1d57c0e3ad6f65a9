/** A page's bytes as text. */

/** As browsers tell a page's encoding: byte order mark, header, tag, then a guess. */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const decode = (label: string | undefined, fatal = false): string | null => {
    try {
      return label === undefined ? null : new TextDecoder(label, { fatal }).decode(bytes);
    } catch {
      return null;
    }
  };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be') ?? '';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le') ?? '';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decode('utf-8') ?? '';
  const header = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1];
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
  const tag = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1];
  // A page whose tag can be read is in neither of these, whatever the tag says.
  const named = tag !== undefined && /^utf-?(?:16|32)/i.test(tag) ? 'utf-8' : tag;
  return decode(header) ?? decode(named) ?? decode('utf-8', true) ?? decode('windows-1252') ?? '';
}

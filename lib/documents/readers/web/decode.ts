import { decode, type Decoded } from '../decode';
import { isEncoding, type Encoding } from '../encodings';

/** The characters of a page. What it declares counts only where the bytes are not plainly something else. */
export function decodeHtml(bytes: Uint8Array, asked: Encoding | null): Decoded {
  return decode(bytes, { asked, declared: declaredIn(bytes) });
}

/** The encoding that a page names in its first thousand bytes, where browsers look for it too. */
function declaredIn(bytes: Uint8Array): Encoding | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const named =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
  try {
    const label = named ? new TextDecoder(named).encoding : null;
    return isEncoding(label) ? label : null;
  } catch {
    return null;
  }
}

/** A scenario as the fragment of a link, which no browser sends anywhere: compressed, in the letters of base64url. */

async function through(bytes, stream) {
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

/** The fragment for a text. */
export async function fragmentOf(text) {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  const binary = Array.from(bytes, byte => String.fromCharCode(byte)).join('');
  return '#s=' + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The most that a text of a link may be, in bytes: more is no scenario. */
const LARGEST = 1 << 20;

/** The text in a fragment; null if there is none, or it is damaged. */
export async function textOf(fragment) {
  const match = fragment.match(/^#s=([A-Za-z0-9_-]+)$/);
  if (!match) {
    return null;
  }
  try {
    const binary = atob(match[1].replaceAll('-', '+').replaceAll('_', '/'));
    const stream = new Blob([Uint8Array.from(binary, char => char.charCodeAt(0))]).stream();
    const reader = stream.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let text = '';
    for (let size = 0; ;) {
      const { done, value } = await reader.read();
      if (done) {
        return text + decoder.decode();
      }
      size += value.length;
      if (size > LARGEST) {
        return null;
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return null;
  }
}

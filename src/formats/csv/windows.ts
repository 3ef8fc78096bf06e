/**
 * Cuts a source into pieces that end with a line break where they can.
 *
 * A record then seldom lies across two pieces, so its text is seldom joined from two strings: V8 reads the characters
 * of a joined string several times slower, even after flattening it. A line feed byte is never part of a longer
 * character in UTF-8 or CP950.
 */

const LF = 0x0a;

/**
 * Pieces of at most `size` bytes (at least 1), each ending after a line feed if it holds one; the last ends with the
 * source. Most are views of the chunks they came in, good until the next is asked for: only a line that lies across
 * two chunks is copied together.
 */
export async function* windows(chunks: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let cut: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    const feed = chunk.indexOf(LF);
    let bytes = chunk;
    if (cut.length > 0 && feed !== -1 && cut.length + feed < size) {
      yield Buffer.concat([cut, chunk.subarray(0, feed + 1)]);
      bytes = chunk.subarray(feed + 1);
    } else if (cut.length > 0) {
      bytes = Buffer.concat([cut, chunk]);
    }
    let from = 0;
    while (bytes.length - from > size) {
      const last = bytes.subarray(from, from + size).lastIndexOf(LF);
      const to = last === -1 ? from + size : from + last + 1;
      yield bytes.subarray(from, to);
      from = to;
    }
    const last = bytes.lastIndexOf(LF);
    if (last >= from) {
      yield bytes.subarray(from, last + 1);
      from = last + 1;
    }
    // A copy: the chunk may be lent.
    cut = Uint8Array.from(bytes.subarray(from));
  }
  if (cut.length > 0) yield cut;
}

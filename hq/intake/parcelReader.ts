import { concatBytes } from '#shared/protocol/bytes.ts';
import { PARCEL_LIMITS } from '#shared/protocol/sync/parcel.ts';

/** The file ends, or is no longer what was written, where something was still to come. */
export class ParcelDamaged extends Error {
  override readonly name = 'ParcelDamaged';
}

const LINE_END = 0x0a;

/** Reads lines and bytes by turns from an opened parcel, never holding more than one of them. */
export class ParcelReader {
  readonly #source: ReadableStreamDefaultReader<Uint8Array>;
  #held: Uint8Array = new Uint8Array();

  constructor(plain: ReadableStream<Uint8Array>) {
    this.#source = plain.getReader();
  }

  /** Without its end. @throws ParcelDamaged */
  async line(): Promise<string> {
    for (;;) {
      const end = this.#held.indexOf(LINE_END);
      if (end > PARCEL_LIMITS.lineCharacters) throw new ParcelDamaged();
      if (end >= 0) {
        const line = new TextDecoder().decode(this.#held.subarray(0, end));
        this.#held = this.#held.subarray(end + 1);
        return line;
      }
      if (this.#held.length > PARCEL_LIMITS.lineCharacters) throw new ParcelDamaged();
      await this.#more();
    }
  }

  /** @throws ParcelDamaged */
  async bytes(length: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for (let missing = length; missing > 0; ) {
      if (this.#held.length === 0) await this.#more();
      const piece = this.#held.subarray(0, missing);
      this.#held = this.#held.subarray(piece.length);
      pieces.push(piece);
      missing -= piece.length;
    }
    return concatBytes(...pieces);
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#source.read().catch(() => {
      throw new ParcelDamaged();
    });
    if (done) throw new ParcelDamaged();
    this.#held = this.#held.length === 0 ? value : concatBytes(this.#held, value);
  }

  async close(): Promise<void> {
    await this.#source.cancel().catch(() => undefined);
  }
}

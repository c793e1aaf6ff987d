import type pg from 'pg';

/** The parts of a connection of `pg` that COPY needs. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sync?(): void;
}

/**
 * `COPY … FROM STDIN (FORMAT binary)` with everything at hand as one buffer: the quickest way for rows
 * into a table. Shaped as what `pg` lets a client submit.
 */
export class CopyIn implements pg.Submittable {
  readonly #text: string;
  readonly #rows: Buffer;
  readonly done: Promise<void>;
  #resolve: () => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;
  #failed: Error | null = null;

  constructor(text: string, rows: Buffer) {
    this.#text = text;
    this.#rows = rows;
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  submit(connection: object): void {
    (connection as CopyConnection).query(this.#text);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(this.#rows);
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {
    // The connection is ready for the next statement only after this.
  }

  handleError(error: Error): void {
    this.#failed = error;
    // A connection that broke is never ready again.
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    if (this.#failed === null) this.#resolve();
  }
}

const SIGNATURE = Buffer.from('PGCOPY\n\u00ff\r\n\0', 'latin1');

/** Rows in PostgreSQL's binary format of COPY, field by field, in one growing buffer. */
export class BinaryRows {
  #buffer = Buffer.allocUnsafe(256 * 1024);
  #length = 0;

  constructor() {
    this.#room(SIGNATURE.length + 8);
    SIGNATURE.copy(this.#buffer, this.#length);
    this.#length += SIGNATURE.length;
    this.#length = this.#buffer.writeInt32BE(0, this.#length);
    this.#length = this.#buffer.writeInt32BE(0, this.#length);
  }

  row(fields: number): void {
    this.#room(2);
    this.#length = this.#buffer.writeInt16BE(fields, this.#length);
  }

  missing(): void {
    this.#room(4);
    this.#length = this.#buffer.writeInt32BE(-1, this.#length);
  }

  int(value: number): void {
    this.#room(8);
    this.#length = this.#buffer.writeInt32BE(4, this.#length);
    this.#length = this.#buffer.writeInt32BE(value, this.#length);
  }

  bigint(value: number): void {
    this.#room(12);
    this.#length = this.#buffer.writeInt32BE(8, this.#length);
    this.#length = this.#buffer.writeBigInt64BE(BigInt(value), this.#length);
  }

  text(value: string | null): void {
    if (value === null) return this.missing();
    this.#room(4 + value.length * 3);
    const written = this.#buffer.write(value, this.#length + 4, 'utf8');
    this.#buffer.writeInt32BE(written, this.#length);
    this.#length += 4 + written;
  }

  bytes(value: Uint8Array | null): void {
    if (value === null) return this.missing();
    this.#room(4 + value.length);
    this.#length = this.#buffer.writeInt32BE(value.length, this.#length);
    this.#buffer.set(value, this.#length);
    this.#length += value.length;
  }

  /** Hexadecimal digits, as the bytes that they spell. */
  hex(value: string): void {
    const length = value.length >> 1;
    this.#room(4 + length);
    this.#length = this.#buffer.writeInt32BE(length, this.#length);
    this.#digits(value, 0, value.length);
  }

  /** With its strokes. */
  uuid(value: string | null): void {
    if (value === null) return this.missing();
    this.#room(4 + UUID_BYTES);
    this.#length = this.#buffer.writeInt32BE(UUID_BYTES, this.#length);
    this.#digits(value, 0, 8);
    this.#digits(value, 9, 13);
    this.#digits(value, 14, 18);
    this.#digits(value, 19, 23);
    this.#digits(value, 24, 36);
  }

  /** Milliseconds since 1970, as PostgreSQL's microseconds since 2000. */
  instant(milliseconds: number): void {
    this.bigint((milliseconds - EPOCH_2000) * 1000);
  }

  finish(): Buffer {
    this.#room(2);
    this.#length = this.#buffer.writeInt16BE(-1, this.#length);
    return this.#buffer.subarray(0, this.#length);
  }

  #digits(value: string, from: number, to: number): void {
    const buffer = this.#buffer;
    let length = this.#length;
    for (let at = from; at < to; at += 2) {
      buffer[length++] = (digitOf(value, at) << 4) | digitOf(value, at + 1);
    }
    this.#length = length;
  }

  #room(more: number): void {
    if (this.#length + more <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#length + more));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
}

const EPOCH_2000 = Date.UTC(2000, 0, 1);
const UUID_BYTES = 16;

/** The value of a hexadecimal digit. */
function digitOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code <= NINE ? code - ZERO : (code | LOWER_CASE) - LETTER_A + 10;
}

const ZERO = 0x30;
const NINE = 0x39;
const LETTER_A = 0x61;
const LOWER_CASE = 0x20;

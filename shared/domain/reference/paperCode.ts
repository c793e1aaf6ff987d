/** What a paper's QR says: the reference and the case's random secret, nothing personal (policy, section 7). */
export interface PaperCode {
  readonly reference: string;
  /** 16 random bytes, base64url: 22 characters. */
  readonly secret: string;
}

const PAPER_CODE = /^\s*rifada:1:([^:\s]+):([A-Za-z0-9_-]{22})\s*$/;

export function paperCodeText({ reference, secret }: PaperCode): string {
  return `rifada:1:${reference}:${secret}`;
}

/** Null for a text that no paper carries. */
export function parsePaperCode(text: string): PaperCode | null {
  const [, reference, secret] = PAPER_CODE.exec(text) ?? [];
  return reference === undefined || secret === undefined ? null : { reference, secret };
}

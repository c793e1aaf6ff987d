import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const SECRET_BYTES = 32;

/**
 * One-time links and the browser sessions that they open. A link opens one session and is spent;
 * asking for a new one spends the one before. Only digests are kept, and they are compared in
 * constant time.
 */
export interface Links {
  /** A fresh token for the link's query. */
  newToken(): string;
  /** The new session's secret, or null when the token is not the one that is open. */
  spend(token: string): string | null;
  isSession(secret: string): boolean;
}

export function createLinks(): Links {
  let openToken: Buffer | null = null;
  const sessions: Buffer[] = [];
  return {
    newToken: () => {
      const token = newSecret();
      openToken = digest(token);
      return token;
    },
    spend: (token) => {
      if (openToken === null || !timingSafeEqual(openToken, digest(token))) return null;
      openToken = null;
      const session = newSecret();
      sessions.push(digest(session));
      return session;
    },
    isSession: (secret) => {
      const wanted = digest(secret);
      return sessions.some((session) => timingSafeEqual(session, wanted));
    },
  };
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}

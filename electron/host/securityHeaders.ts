/** What differs between hosts and pages in the policy below. */
export interface PagePolicy {
  /** Where the page may connect to besides its own origin: the WebSocket of the loopback host. */
  readonly connectTo: readonly string[];
  /**
   * Marks the two `<style>` elements that React Aria inserts itself (it reads the nonce from the
   * page's `csp-nonce` meta element); every other style comes from our own files.
   */
  readonly styleNonce: string;
}

/** The Content-Security-Policy of every page, on both hosts. Nothing is fetched from elsewhere. */
export function contentSecurityPolicy(policy: PagePolicy): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", `'nonce-${policy.styleNonce}'`],
    'font-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'connect-src': ["'self'", ...policy.connectTo],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'frame-src': ["'none'"],
    'object-src': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

/** The policy of a page without scripts, styles or pictures: the refusals of the loopback host. */
export const BARE_PAGE_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Sent with every answer, whatever it is. */
export const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'x-dns-prefetch-control': 'off',
  'permissions-policy':
    'camera=(self), microphone=(), geolocation=(), usb=(), serial=(), payment=(), display-capture=()',
} as const satisfies Readonly<Record<string, string>>;

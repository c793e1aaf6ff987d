import { z } from 'zod';
import type { BatchEvent, WireHeader } from './batchEvent.ts';

/**
 * A look at an event that costs a tenth of its schema's: whether it is, to the letter, one of this
 * version's. What it passes the schema passes; what it does not pass is for the schema to judge, which
 * also knows fields of later versions.
 */
export function isPlainEvent(value: unknown): value is BatchEvent {
  if (!isObject(value) || Object.keys(value).length !== EVENT_FIELDS) return false;
  const { header, payload, salt } = value;
  return (
    // A record of the schema drops this one name.
    (payload === null || (isObject(payload) && !Object.hasOwn(payload, '__proto__'))) &&
    (salt === null || (typeof salt === 'string' && SALT.test(salt))) &&
    isPlainHeader(header)
  );
}

const EVENT_FIELDS = 3;
const HEADER_FIELDS = 13;
const LONGEST_KIND = 40;
const LONGEST_FORM_VERSION = 100;
const SALT = /^[A-Za-z0-9_-]{22}$/u;
/** As our ids are written; others are the schema's affair. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;
const HASH = /^[0-9a-f]{64}$/u;
const HLC = /^\d{15}-\d{5}$/u;
const INSTANT = z.core.regexes.datetime({ precision: 3 });

function isPlainHeader(header: unknown): header is WireHeader {
  if (!isObject(header) || Object.keys(header).length !== HEADER_FIELDS) return false;
  const { formVersion } = header;
  return (
    isText(header['eventId'], UUID) &&
    isText(header['deviceId'], UUID) &&
    isCount(header['epoch']) &&
    isCount(header['seq']) &&
    isText(header['at'], INSTANT) &&
    isText(header['hlc'], HLC) &&
    isText(header['actorId'], UUID) &&
    (header['caseId'] === null || isText(header['caseId'], UUID)) &&
    typeof header['kind'] === 'string' &&
    header['kind'].length <= LONGEST_KIND &&
    (formVersion === null ||
      (typeof formVersion === 'string' && formVersion.length <= LONGEST_FORM_VERSION)) &&
    (header['base'] === null || isText(header['base'], UUID)) &&
    isText(header['payloadHash'], HASH) &&
    isText(header['previousHash'], HASH)
  );
}

function isText(value: unknown, form: RegExp): boolean {
  return typeof value === 'string' && form.test(value);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { describe, expect, it } from 'vitest';
import { firstPlaceFor, placesFor } from '#renderer/hq/app/places.ts';
import { HqRole } from '#shared/domain/hub/hqPermission.ts';

describe('where the day at headquarters begins', () => {
  it.each([
    ['importClerk', 'inbox'],
    ['researchOfficer', 'study'],
    ['committeeMember', 'committee'],
    ['committeeChair', 'committee'],
    ['deliveryOfficer', 'delivery'],
    ['qualityOfficer', 'complaints'],
    ['administrator', 'administration'],
  ] as const)('%s begins at %s', (role, place) => {
    expect(firstPlaceFor([role])?.id).toBe(place);
  });

  it('is in the order of the rail for somebody of several roles', () => {
    expect(firstPlaceFor(['deliveryOfficer', 'researchOfficer'])?.id).toBe('study');
  });

  it.each(HqRole.options)('is open to %s', (role) => {
    const first = firstPlaceFor([role]);
    expect(placesFor([role])).toContain(first);
  });

  it('is nowhere without a role', () => {
    expect(firstPlaceFor([])).toBeNull();
  });
});

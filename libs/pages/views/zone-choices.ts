/** Zones a person may choose from: those of the zone database that people live in, with theirs even if it is an old name. */
export function zoneChoices(present: string): readonly string[] {
  return ZONES.includes(present) ? ZONES : [present, ...ZONES];
}

const ZONES: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/') && !zone.startsWith('Etc/')),
];

import { Anchor, Paper, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { LANGUAGE, words } from '../../words';
import { Moment } from '../../ui/moment';
import { Outside } from '../../ui/outside';
import type { Application } from './application';

const NAMES = words.application.fact;

/** What is known of the person and of how they came. */
export function Facts({ application }: { readonly application: Application }) {
  const { candidate, residence, residenceCheck } = application;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [
      NAMES.mail,
      <Anchor key="mail" href={`mailto:${candidate.email}`}>
        {candidate.email}
      </Anchor>,
    ],
    [NAMES.phone, candidate.phone],
    [NAMES.place, placeOf(candidate.location, countryName(application.country ?? candidate.country))],
    [NAMES.zone, candidate.zone.replaceAll('_', ' ')],
    [NAMES.links, candidate.links.length > 0 ? candidate.links.map((link) => <Outside key={link} address={link} />) : null],
    [NAMES.source, application.source],
    [NAMES.applied, <Moment key="applied" at={application.appliedAt} far />],
    [
      NAMES.residence,
      `${words.residence[residenceCheck]}${residence.length > 0 ? ` (${words.application.residenceAsked(residence.join(', '))})` : ''}`,
    ],
    [NAMES.reason, application.reason?.label],
  ];
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="facts">
      <Title order={2} id="facts" mb="xs">
        {words.application.facts}
      </Title>
      <dl className="facts">
        {rows
          .filter(([, value]) => Boolean(value))
          .map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
      </dl>
      <Anchor component={Link} href={`/candidates/${candidate.id}`} size="sm" mt="xs" display="block">
        {words.people.person.all}
      </Anchor>
    </Paper>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** "Lagos, Nigeria"; a country that the place names already is not said twice. */
function placeOf(place: string, country: string | null): string {
  return country && !place.includes(country) ? [place, country].filter(Boolean).join(', ') : place;
}

function countryName(code: string | null): string | null {
  if (!code) return null;
  try {
    return new Intl.DisplayNames(LANGUAGE, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

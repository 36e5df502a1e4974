import { momentInZone } from '#libs/kernel/index.js';
import { type Html, html, trusted } from '#libs/platform/index.js';
import type { OpenCoverage, ZoneCoverage } from '#libs/scheduling/index.js';
import { zoneChoices } from './zone-choices.js';

/** Where the table looks, west to east: one zone of each part of the world in which many people live. */
export const REGIONS: readonly (readonly [zone: string, name: string])[] = [
  ['America/Los_Angeles', 'Los Angeles, Vancouver'],
  ['America/Chicago', 'Chicago, Mexico City'],
  ['America/New_York', 'New York, Toronto'],
  ['America/Sao_Paulo', 'São Paulo, Buenos Aires'],
  ['Europe/London', 'London, Lisbon'],
  ['Europe/Berlin', 'Berlin, Lagos'],
  ['Europe/Athens', 'Athens, Cairo'],
  ['Africa/Nairobi', 'Nairobi, Istanbul'],
  ['Asia/Kolkata', 'Mumbai, Colombo'],
  ['Asia/Singapore', 'Singapore, Perth'],
  ['Asia/Tokyo', 'Tokyo, Seoul'],
  ['Australia/Sydney', 'Sydney, Melbourne'],
  ['Pacific/Auckland', 'Auckland'],
];

/** What the page says of its hours; `zone` is the reader's, when they have said it. */
export interface HoursView {
  readonly coverage: OpenCoverage;
  readonly zone: string | null;
}

/** How the hours of a posting fall around the world, for whoever thinks of applying. Works without a script: the reader's zone is a field of a form. */
export function hoursOfTheWorld({ coverage, zone }: HoursView): Html {
  const { minutes, reasonable, zones } = coverage;
  const day = `between ${clock(reasonable.start)} and ${clock(reasonable.end)}`;
  const own = zone === null ? null : zones.find((one) => one.zone === zone);
  const rows = REGIONS.map(([id, name]) => [name, zones.find((one) => one.zone === id)] as const);
  return html`<section class="card" aria-labelledby="hours"><h2 id="hours">Our hours, where you are</h2>
${own ? sentence(own, minutes, day) : html`<p>Of the ${inHours(minutes)} a week that we spend together, so many fall ${day} in other parts of the world. Fewer is no reason not to apply: write to us about it.</p>`}
<form method="get" class="actions"><label for="zone">Your time zone</label><select id="zone" name="zone"><option value="">Choose …</option>${zoneChoices(zone ?? 'UTC').map((choice) => html`<option value="${choice}"${trusted(choice === zone ? ' selected' : '')}>${choice.replaceAll('_', ' ')}</option>`)}</select><button class="quiet" type="submit">Show</button></form>
<details><summary>Around the world</summary><table class="lines"><thead><tr><th scope="col">Where</th><th scope="col">Hours a week</th><th scope="col">After the next change of clocks</th></tr></thead><tbody>${rows.map(
    ([name, one]) =>
      one &&
      html`<tr><th scope="row">${name}</th><td>${inHours(one.minutes)}</td><td>${one.minutesAfter === one.minutes ? 'the same' : html`${inHours(one.minutesAfter)}, from ${dayOf(one)}`}</td></tr>`,
  )}</tbody></table></details></section>`;
}

function sentence(own: ZoneCoverage, minutes: number, day: string): Html {
  const where = own.zone.replaceAll('_', ' ');
  const change =
    own.changesAt === null || own.minutesAfter === own.minutes
      ? null
      : html` When clocks change on ${dayOf(own)}, it will be ${inHours(own.minutesAfter)}.`;
  if (own.minutes === 0)
    return html`<p>In <strong>${where}</strong>, none of our hours fall ${day}.${change} If other hours suit you, apply all the same and say so.</p>`;
  return html`<p>In <strong>${where}</strong>, <strong>${inHours(own.minutes)}</strong> of our ${inHours(minutes)} a week fall ${day} with you.${change}</p>`;
}

/** "25 hours", "7½ hours", "1 hour". */
function inHours(minutes: number): string {
  const half = Math.round(minutes / 30);
  const whole = Math.floor(half / 2);
  const said = half % 2 === 0 ? String(whole) : whole === 0 ? '½' : `${whole}½`;
  return half === 2 ? '1 hour' : `${said} hours`;
}

function clock(time: string): string {
  return time.replace(/^0/, '');
}

/** The day on which clocks change, here or where the hours are read. */
function dayOf({ changesAt, zone }: ZoneCoverage): string {
  return momentInZone(changesAt!, zone).date;
}

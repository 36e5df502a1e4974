import type { World } from './world.js';

/** Markup, a script, quotes and a template, within the shortest limit of a name. */
export const HOSTILE = `"'><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}`;
const HOSTILE_ADDRESS = 'javascript:alert(3)';

/** What people write: by table, the columns whose every value becomes hostile. Where values are told apart by a constraint they keep their id. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  application_notes: ['text'],
  attachments: ['file_name', 'text_content'],
  busy_blocks: ['reason'],
  candidates: ['name', 'location'],
  hours_exceptions: ['name'],
  incoming_mails: ['subject', 'text'],
  interview_kits: ['purpose'],
  interviews: ['reason'],
  kit_attributes: ['name', 'description'],
  mails: ['subject', 'error'],
  organizations: ['name', 'about'],
  people: ['name', 'title'],
  plan_stages: ['name', 'skippable_if'],
  posting_revisions: ['file_name'],
  postings: ['title', 'company', 'category'],
  privacy_requests: ['answer'],
  scorecard_ratings: ['note'],
  scorecards: ['notes'],
  shared_section_revisions: ['text'],
  shared_sections: ['text'],
  stage_seats: ['role'],
  take_homes: ['brief', 'submission_note'],
  time_wishes: ['note'],
};
const TOLD_APART = ['interviewer_pools.name', 'rejection_reasons.label', 'sources.name'];
const ADDRESSES = ['interviews.meeting_url'];

/** From here on everything that somebody wrote is hostile, and every address runs a script. */
export async function makeHostile(world: World): Promise<void> {
  for (const [table, columns] of Object.entries(WRITTEN))
    await world.rows(`UPDATE ${table} SET ${columns.map((column) => `${column} = $1`).join(', ')}`, [HOSTILE]);
  for (const [table, column] of [...TOLD_APART, ...ADDRESSES].map((one) => one.split('.')))
    await world.rows(
      TOLD_APART.includes(`${table}.${column}`)
        ? `UPDATE ${table} SET ${column} = $1 || right(id::text, 12)`
        : `UPDATE ${table} SET ${column} = $1 WHERE ${column} IS NOT NULL`,
      [TOLD_APART.includes(`${table}.${column}`) ? HOSTILE : HOSTILE_ADDRESS],
    );
  await world.rows('UPDATE candidates SET links = ARRAY[$1]', [HOSTILE_ADDRESS]);
  await world.rows('UPDATE interview_kits SET questions = ARRAY[$1]', [HOSTILE]);
  await world.rows(
    `UPDATE applications SET answers = (SELECT jsonb_agg(answer || jsonb_build_object('text', $1::text)) FROM jsonb_array_elements(answers) answer) WHERE answers <> '[]'`,
    [HOSTILE],
  );
  await world.rows(
    `UPDATE posting_revisions SET document = document || $1, parsed = replace(parsed::text, 'Northlight Labs', trim(both '"' FROM to_jsonb($2::text)::text))::jsonb`,
    [`\n\n${HOSTILE}\n\n[Read more](${HOSTILE_ADDRESS})\n`, HOSTILE],
  );
}

/** In a page: whether it shows what was written, and what of it became more than text. */
export const LOOK_FOR_HARM = `({
  shown: document.body.innerText.includes(${JSON.stringify(HOSTILE)}),
  harm: [...document.querySelectorAll('img[src="x"], [onerror], script:not([src]):not([type="application/ld+json"]), a[href^="javascript:" i], iframe[src^="javascript:" i], form[action^="javascript:" i]')]
    .map((element) => element.outerHTML.slice(0, 120)),
})`;

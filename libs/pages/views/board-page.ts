import type { BoardCardRow, BoardView } from '#libs/applications/index.js';
import { type Html, html, trusted } from '#libs/platform/index.js';
import { daysSince, lower, plural, waitingInWords } from './desk-words.js';
import { type StaffFrame, staffPage } from './staff-layout.js';

type Column = BoardView['columns'][number];
const DAY_MS = 24 * 3600 * 1000;

/** Everybody who is active under a posting, stage by stage, who has waited longest first. */
export function boardPage(frame: StaffFrame, board: BoardView, now: Date): string {
  const { ended } = board;
  const over = [
    [ended.hired, 'hired'],
    [ended.rejected, 'rejected'],
    [ended.withdrawn, 'withdrawn'],
  ] as const;
  return staffPage(frame, {
    title: 'Board',
    body: html`<h1>${board.title || 'Untitled posting'}</h1>
<p class="lead"><span class="pill">${lower(board.status)}</span> ${plural(board.cards.length, 'active candidate')}${over.map(([count, name]) => (count > 0 ? ` · ${count} ${name}` : ''))} · <a href="/postings/${board.postingId}">Posting and plan</a></p>
<div class="board">${board.columns.map((column) => columnOf(frame, board, column, now))}</div>`,
  });
}

function columnOf(frame: StaffFrame, board: BoardView, column: Column, now: Date): Html {
  const cards = board.cards.filter(({ stageId }) => stageId === column.stageId);
  const id = `stage-${column.stageId ?? 'received'}`;
  const old = column.present ? null : html` <small>from an earlier plan</small>`;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${column.name} <span class="soft">${column.count}</span>${old}</h2>${
    cards.length > 0
      ? html`<ul class="plain">${cards.map((card) => cardOf(frame, column, card, now))}</ul>`
      : html`<p class="soft">Nobody.</p>`
  }</section>`;
}

function cardOf(frame: StaffFrame, column: Column, card: BoardCardRow, now: Date): Html {
  const { waitingOn: on, waitingFor, waitingUntil: until } = card;
  const waiting = waitingInWords({ on, for: waitingFor, until }, frame.zone, now);
  const late = column.targetDays !== null && now.getTime() - Date.parse(card.enteredStageAt) > column.targetDays * DAY_MS;
  const days = daysSince(card.enteredStageAt, now);
  return html`<li class="card"${trusted(on === 'TEAM' ? ' data-turn="team"' : '')}><a href="/applications/${card.id}">${card.candidateName}</a><small>${waiting}</small><small>${days === 'today' ? 'here since today' : `here for ${days}`}${late ? html`, <strong>longer than the ${plural(column.targetDays!, 'day')} planned</strong>` : null}</small></li>`;
}

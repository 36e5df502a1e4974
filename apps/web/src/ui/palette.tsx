import '@mantine/spotlight/styles.css';
import { Kbd, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData, createSpotlight } from '@mantine/spotlight';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { ask } from '../graphql/ask';
import { PaletteCandidatesDocument } from '../graphql/generated';
import { usePostingNames } from './postings';
import { words } from '../words';
import { mayImport, maySearchCandidates, useFrame } from './frame';
import { Icon, type IconName } from './icons';
import { MAIL_PLACES, mailAddress, settingsAddress, settingsPlaces } from './places';
import { useListedShortcuts } from './shortcuts';
import { signOut } from './sign-out';

const [store, palette] = createSpotlight();
/** What there is of a posting besides its board. */
const OF_A_POSTING = [
  ['', words.postings.document],
  ['?tab=plan', words.postings.tabs.plan],
  ['?tab=team', words.postings.team],
  ['?tab=openings', words.postings.tabs.openings],
  ['?tab=revisions', words.postings.tabs.revisions],
  ['/insights', words.insights.title],
  ['/plan-moves', words.planning.moves.title],
] as const;

/** Finds screens, boards, people, and what can be done where one stands. `asked` rises each time somebody opens it. */
export default function Palette({ asked, onHelp }: { readonly asked: number; readonly onHelp: () => void }) {
  const frame = useFrame();
  const queries = useQueryClient();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState('');
  const query = typed.trim();
  const [asking] = useDebouncedValue(query, 120);
  useEffect(() => palette.open(), [asked]);
  const postings = usePostingNames();
  const people = useQuery({
    queryKey: ['PaletteCandidates', asking],
    queryFn: ({ signal }) => ask(PaletteCandidatesDocument, { query: asking }, signal),
    enabled: maySearchCandidates(frame) && asking.length >= 2,
    placeholderData: keepPreviousData,
  });
  const action = (id: string, label: string, path: string, icon: IconName, description?: string): SpotlightActionData => ({
    ...{ id, label, description, leftSection: <Icon name={icon} /> },
    onClick: () => navigate(path),
  });
  const deed = (label: string, icon: IconName, run: () => void, keys: string | null = null): SpotlightActionData => ({
    ...{ id: `do ${label}`, label, leftSection: <Icon name={icon} />, rightSection: keys && <Kbd size="xs">{keys}</Kbd> },
    // The palette gives the focus back first, so that what opens next has it.
    onClick: () => setTimeout(run),
  });
  const here = useListedShortcuts().flatMap(({ label, keys, run, everywhere }) =>
    run && !everywhere ? [deed(label, 'keyboard', run, keys)] : [],
  );
  const matches = ({ label }: SpotlightActionData) => (label ?? '').toLowerCase().includes(query.toLowerCase());
  const sections = [
    ...settingsPlaces(frame)
      .flatMap(([, places]) => places)
      .map((one) => action(`settings ${one}`, words.palette.settings(words.settings.tabs[one]), settingsAddress(one), 'gear')),
    ...(maySearchCandidates(frame) ? MAIL_PLACES : []).map((one) =>
      action(`mail ${one}`, words.palette.mail(words.mail.tabs[one]), mailAddress(one), 'mail'),
    ),
  ];
  const groups: SpotlightActionGroupData[] = [
    { group: words.palette.here, actions: here.filter(matches) },
    {
      group: words.palette.postings,
      actions: (postings.data?.postings.nodes ?? [])
        .filter(({ status }) => status !== 'ARCHIVED')
        .map(({ id, title, status }) =>
          action(
            `board ${id}`,
            title ?? words.postings.untitled,
            `/postings/${id}/board`,
            'document',
            words.postingStatus[status],
          ),
        )
        .filter(matches),
    },
    {
      group: words.palette.ofPostings,
      actions: (query.length >= 2 ? (postings.data?.postings.nodes ?? []) : [])
        .filter(({ status }) => status !== 'ARCHIVED')
        .flatMap(({ id, title }) =>
          OF_A_POSTING.map(([path, label]) =>
            action(`${path} ${id}`, `${label}: ${title ?? words.postings.untitled}`, `/postings/${id}${path}`, 'document'),
          ),
        )
        .filter(matches),
    },
    {
      group: words.palette.candidates,
      actions: (query.length >= 2 ? (people.data?.searchCandidates ?? []) : []).flatMap(({ id, name, applications }) =>
        applications.map((one) =>
          action(
            `${id} ${one.id}`,
            name,
            `/applications/${one.id}`,
            'people',
            `${one.postingTitle} · ${one.stageName ?? words.status[one.status]}`,
          ),
        ),
      ),
    },
    {
      group: words.palette.screens,
      actions: [
        action('home', words.nav.home, '/', 'home'),
        action('postings', words.nav.postings, '/postings', 'document'),
        action('schedule', words.nav.schedule, '/schedule', 'calendar'),
        action('settings', words.nav.settings, '/settings', 'gear'),
        ...(maySearchCandidates(frame)
          ? [action('candidates', words.nav.candidates, '/candidates', 'people'), action('mail', words.nav.mail, '/mail', 'mail')]
          : []),
        ...(query ? sections : []),
        ...(mayImport(frame) ? [action('import', words.palette.newPosting, '/postings/import', 'plus')] : []),
        ...(mayImport(frame) && query ? [action('sections', words.titles.sections, '/postings/sections', 'document')] : []),
      ].filter(matches),
    },
    {
      group: words.palette.everywhere,
      actions: (query
        ? [
            deed(dark ? words.theme.light : words.theme.dark, dark ? 'sun' : 'moon', () =>
              setColorScheme(dark ? 'light' : 'dark'),
            ),
            deed(words.shortcuts.open, 'keyboard', onHelp, '?'),
            deed(words.signOut, 'leave', () => signOut(queries)),
          ]
        : []
      ).filter(matches),
    },
  ];
  const found = groups.filter(({ actions }) => actions.length > 0);
  useChosen(query === '' ? '' : found.flatMap(({ actions }) => actions.map(({ id }) => id)).join());
  return (
    <Spotlight
      store={store}
      actions={found}
      query={typed}
      onQueryChange={setTyped}
      filter={(_, all) => all}
      nothingFound={words.palette.nothing}
      searchProps={{
        placeholder: words.palette.placeholder,
        'aria-label': words.palette.open,
        leftSection: <Icon name="search" />,
      }}
      attributes={{ content: { 'aria-label': words.palette.open } }}
      shortcut={null}
      scrollable
      maxHeight={420}
    />
  );
}

/** Enter takes the first that is found: the library marks it while what was found before still stands, and the mark goes with that. */
function useChosen(found: string): void {
  useEffect(() => {
    const list = document.getElementById(store.getState().listId);
    if (found && !list?.querySelector('[data-selected]'))
      list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  }, [found]);
}

import { Box, Grid, NativeSelect, NavLink, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation, useSearchParams } from 'wouter';
import { ask } from '../../graphql/ask';
import { MailTemplatesDocument } from '../../graphql/generated';
import { Shown } from '../../ui/states';
import { words } from '../../words';
import { TemplateEditor, inWords } from './template-editor';
import { PlaceChoice, placeAddress, placeIn } from './template-place';

const WORDS = words.mail;
const AUDIENCES = ['CANDIDATE', 'TEAM', 'PERSON'] as const;

/** Every mail, its words for all postings, for one, or for one of its stages, in each language, and how it looks while they are written. */
export function Templates() {
  const [address] = useSearchParams();
  const [, navigate] = useLocation();
  const chosen = address.get('template');
  const place = placeIn(address);
  const query = useQuery({
    queryKey: ['MailTemplates', place],
    queryFn: ({ signal }) => ask(MailTemplatesDocument, place, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Shown query={query}>
      {({ mailTemplates }) => {
        const open = (key: string) => {
          const isAccount = mailTemplates.some((one) => one.key === key && one.audience === 'PERSON');
          navigate(placeAddress(key, isAccount ? { ...place, postingId: null, stage: null } : place));
        };
        const template = query.isPlaceholderData ? undefined : mailTemplates.find(({ key }) => key === chosen);
        return (
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, md: 4, xl: 3 }}>
              <NativeSelect
                hiddenFrom="md"
                label={WORDS.which}
                value={chosen ?? ''}
                onChange={(event) => open(event.currentTarget.value)}
                data={[
                  { value: '', label: words.chooseOne },
                  ...AUDIENCES.map((group) => ({
                    group: WORDS.audience[group],
                    items: mailTemplates
                      .filter(({ audience }) => audience === group)
                      .map(({ key, event }) => ({ value: key, label: inWords(event) })),
                  })),
                ]}
              />
              <Box component="nav" aria-label={WORDS.tabs.templates} visibleFrom="md">
                {mailTemplates.map(({ key, event, audience, places }) => (
                  <NavLink
                    key={key}
                    component="button"
                    label={inWords(event)}
                    description={`${WORDS.audience[audience]}${places.length > 0 ? ` · ${WORDS.own}` : ''}`}
                    active={key === chosen}
                    onClick={() => open(key)}
                  />
                ))}
              </Box>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 8, xl: 9 }}>
              {template && (
                <Stack>
                  <PlaceChoice template={template} place={place} choose={(next) => navigate(placeAddress(template.key, next))} />
                  <TemplateEditor
                    key={[template.key, place.language, place.postingId, place.stage, template.ownWords?.version].join(' ')}
                    template={template}
                    place={{ ...place, language: template.languages.includes(place.language) ? place.language : 'en' }}
                  />
                </Stack>
              )}
              {chosen === null && <Text c="dimmed">{WORDS.choose}</Text>}
            </Grid.Col>
          </Grid>
        );
      }}
    </Shown>
  );
}

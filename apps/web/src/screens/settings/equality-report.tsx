import { Paper, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graphql/ask';
import { SelfIdentificationReportDocument, type SelfIdentificationReportQuery } from '../../graphql/generated';
import { Moment } from '../../ui/moment';
import { Shown } from '../../ui/states';
import { PostingSelect } from '../../ui/postings';
import { words } from '../../words';

const WORDS = words.settings.equality;
const FOUR_FIFTHS = 0.8;
type Question = SelfIdentificationReportQuery['selfIdentificationReport']['questions'][number];

/** How groups fared at the stages of one posting; what would tell of fewer than five people is withheld by the server. */
export function EqualityReport() {
  const [postingId, setPosting] = useState('');
  const query = useQuery({
    queryKey: ['SelfIdentificationReport', postingId],
    queryFn: ({ signal }) => ask(SelfIdentificationReportDocument, { postingId }, signal),
    enabled: postingId !== '',
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="report">
      <Title order={3} id="report" mb={4}>
        {WORDS.report}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {WORDS.reportNote}
      </Text>
      <PostingSelect label={WORDS.posting} value={postingId} onChange={setPosting} />
      {postingId !== '' && (
        <Shown query={query}>
          {({ selfIdentificationReport: { asOf, questions } }) => (
            <>
              <Text size="sm" mt="sm">
                {WORDS.asOf} <Moment at={asOf} />
              </Text>
              {questions.length === 0 && <Text size="sm">{WORDS.tooFew}</Text>}
              {questions.map((question) => (
                <QuestionTable key={`${question.formId} ${question.key}`} question={question} />
              ))}
            </>
          )}
        </Shown>
      )}
    </Paper>
  );
}

function QuestionTable({ question: { label, steps } }: { readonly question: Question }) {
  return (
    <Table.ScrollContainer minWidth={560} mt="sm">
      <Table captionSide="top">
        <Table.Caption>{label}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {[WORDS.step, WORDS.group, WORDS.decided, WORDS.wentOn, WORDS.rate, WORDS.ratio].map((heading) => (
              <Table.Th key={heading} scope="col">
                {heading}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {steps.flatMap(({ stages, categories }) =>
            categories.map(({ key, label: group, decided, wentOn, rate, ratio }, at) => (
              <Table.Tr key={`${stages.join()} ${key}`}>
                <Table.Td>{at === 0 ? stages.join(', ') : ''}</Table.Td>
                <Table.Td>{group}</Table.Td>
                <Table.Td>{decided ?? WORDS.withheld}</Table.Td>
                <Table.Td>{wentOn ?? WORDS.withheld}</Table.Td>
                <Table.Td>{rate === null ? '–' : rate.toFixed(2)}</Table.Td>
                <Table.Td className={ratio !== null && ratio < FOUR_FIFTHS ? 'bad' : undefined}>
                  {ratio === null ? '–' : ratio.toFixed(2)}
                  {ratio !== null && ratio < FOUR_FIFTHS && ` (${WORDS.adverse})`}
                </Table.Td>
              </Table.Tr>
            )),
          )}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
